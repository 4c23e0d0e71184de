import Casework
import Web
import Workdays

/// The case volume 案卷: everything that happened, redacted and ready to print, as one document that never changes.
enum Volume {
  enum Standing {
    /// A look at what it would be now, and for whom.
    case preview(by: String)
    case frozen(by: String)
  }

  /// - Parameter file: as it may stand on paper.
  static func render(_ file: OrderFile, _ standing: Standing, at now: Moment, _ language: Language) -> HTML {
    let paper = Paper(file: file, language: language)
    let body: HTML = """
      \(paper.head(Phrase("工单案卷", "case volume")))
      \(banner(standing, language))
      \(paper.section(Phrase("一、基本情况", "1. The matter"), paper.matter))
      \(paper.section(Phrase("二、工单内容", "2. What was to be done"), paper.paragraphs(file.text)))
      \(paper.section(Phrase("三、市民诉求", "3. The citizen's words"), paper.citizens))
      \(paper.section(Phrase("四、办理结果", "4. The answer"), paper.answer))
      \(paper.section(Phrase("五、时限及依据", "5. Deadlines and why"), paper.clocks))
      \(paper.section(Phrase("六、办理经过", "6. What happened"), paper.events))
      \(paper.section(Phrase("七、附件", "7. Files"), files(file, language)))
      \(paper.foot(note(standing, at: now)))
      """
    return paper.document(Phrase("工单案卷", "Case volume"), body)
  }

  private static func banner(_ standing: Standing, _ language: Language) -> HTML {
    guard case .preview = standing else { return .empty }
    return "<p class=\"preview\">\(Phrase("预览：尚未归档，内容还会变化", "Preview: not archived yet, it may still change"), language)</p>"
  }

  private static func files(_ file: OrderFile, _ language: Language) -> HTML {
    let all = file.attachments + file.parts.flatMap(\.attachments)
    guard !all.isEmpty else { return .empty }
    let list = all.map(\.description).joined(separator: language == .zh ? "、" : ", ")
    return "<p>\(Phrase("共 \(all.count) 件，编号 \(list)", "\(all.count), numbers \(list)"), language)</p>"
  }

  private static func note(_ standing: Standing, at now: Moment) -> Phrase {
    switch standing {
    case .preview(let name):
      Phrase("个人信息已隐去。\(name) 于 \(now.phrase.zh) 查看。", "Personal data is masked. Seen by \(name) at \(now.phrase.en).")
    case .frozen(let name):
      Phrase("个人信息已隐去。\(name) 于 \(now.phrase.zh) 归档。", "Personal data is masked. Archived by \(name) at \(now.phrase.en).")
    }
  }
}

/// The printable form 交办单 for units that are not on line: what is to be done, by when, and room for the answer.
enum OrderSheet {
  static func render(_ file: OrderFile, by name: String, at now: Moment, _ language: Language) -> HTML {
    let paper = Paper(file: file, language: language)
    let due = file.order.clocks.filter(\.isRunning).map { clock in (clock.kind.phrase, Optional(clock.deadline.at.phrase[language])) }
    let blanks: HTML = """
      <table><tr><th>\(Phrase("办理结果", "Result"), language)</th><td class="blank"></td></tr>
      <tr><th>\(Phrase("联系市民", "Contact"), language)</th><td>\(Phrase("时间、方式、结果：", "When, how, result: "), language)</td></tr>
      <tr><th>\(Phrase("承办人签字", "Signature"), language)</th><td></td></tr></table>
      """
    let note = Phrase(
      "个人信息已隐去，联系市民请通过热线转接。\(name) 于 \(now.phrase.zh) 打印。",
      "Personal data is masked; the hotline puts calls through. Printed by \(name) at \(now.phrase.en).")
    let body: HTML = """
      \(paper.head(Phrase("工单交办单", "work-order form")))
      \(paper.section(Phrase("基本情况", "The matter"), paper.matter))
      \(paper.section(Phrase("时限", "Deadlines"), due.isEmpty ? .empty : paper.table(due)))
      \(paper.section(Phrase("交办内容", "What is to be done"), paper.paragraphs(file.text)))
      \(paper.section(Phrase("市民诉求", "The citizen's words"), paper.citizens))
      \(paper.section(Phrase("办理反馈", "Feedback"), blanks))
      \(paper.foot(note))
      """
    return paper.document(Phrase("交办单", "Work-order form"), body)
  }
}
