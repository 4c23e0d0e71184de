import Casework
import Profiles
import Web
import Workdays

/// The form of a category's guide, and how the guide is read from it. A row in which nothing stands counts for nothing.
enum GuideForm {
  static let mostRows = 30

  private static let drop = Field.tick("drop", Phrase("删去", "Take it out"))
  static let question: [Field] = [
    .required("label", .line(80), Phrase("问法", "The question")), Field("label_en", .line(120), Phrase("问法（英文）", "In English")),
    .required(
      "name", .line(40), Phrase("代码", "Code"),
      help: Phrase("小写字母、数字和连字符；用过的请保留。", "Small letters, digits and hyphens; keep one that was used.")),
    .required("type", .choice(of: OutcomeField.Form.self), Phrase("怎样回答", "How it is answered")),
    Field(
      "options", .lines(2000), Phrase("选项", "Options"),
      help: Phrase("答“选项”时填，每行一个：代码: 中文 | English。", "Where one chooses; one a line: code: Chinese | English.")),
    Field("unit", .line(40), Phrase("数量的单位", "What a count counts"), help: Phrase("如 人 | persons。", "Chinese | English, such as persons.")),
    .tick("required", Phrase("立单前必须有答案", "Needed for an order")), drop,
  ]
  static let template: [Field] = [
    .required("title", .line(60), Phrase("标题", "Title")), Field("title_en", .line(80), Phrase("标题（英文）", "Title in English")),
    .required("id", .line(40), Phrase("代码", "Code"), help: Phrase("小写字母、数字和连字符。", "Small letters, digits and hyphens.")),
    Field("use", .choice(of: CategoryGuide.Template.Use.self), Phrase("用于", "For")),
    .required("text", .lines(1000), Phrase("告诉市民的话", "What the citizen is told")), drop,
  ]
  private static let own: [Field] = [
    Field(
      "words", .list(of: .line(40), max: 60), Phrase("市民的说法", "Words that citizens use"),
      help: Phrase("每行一个；说到它们，多半是这一类。", "One a line; whoever says them most likely means this category.")),
    Field("questions", .list(of: .object(question), max: mostRows), Phrase("登记时要问的", "What is asked")),
    Field("templates", .list(of: .object(template), max: mostRows), Phrase("一键填入的短文", "Texts for the answer")), ProfileDesk.seen,
  ]
  static let change = Form(own)
  static let new = Form(
    [
      .required(
        "category", .reference(.category), Phrase("类别", "Category"),
        help: Phrase("含其下级。写路径，如 城乡建设/供热。", "With everything below; its path, the levels parted by slashes."))
    ] + own)

  /// - Throws: what is wrong within a row, at the row's own field.
  static func guide(_ category: CategoryID, _ call: Call) throws -> CategoryGuide {
    let input = call.input
    var guide = CategoryGuide(category, words: input.texts("words"))
    var wrong: [FieldProblem] = []
    for (place, row) in zip(places("questions", call), input.objects("questions")) where !row.flag("drop") {
      let options = options(row, "questions.\(place).options", &wrong)
      guide.questions.append(read(question: row, options))
      let isTwice = guide.questions.dropLast().contains { $0.name == row.text("name") }
      if isTwice { wrong.append(FieldProblem("questions.\(place).name", twice)) }
    }
    for (place, row) in zip(places("templates", call), input.objects("templates")) where !row.flag("drop") {
      if guide.templates.contains(where: { $0.id == row.text("id") }) { wrong.append(FieldProblem("templates.\(place).id", twice)) }
      guide.templates.append(read(template: row))
    }
    guard wrong.isEmpty else { throw CaseworkProblem.invalid(wrong) }
    guard !guide.words.isEmpty || !guide.questions.isEmpty || !guide.templates.isEmpty else {
      throw CaseworkProblem.field(
        "words", "请写下说法、问题或短文；整个不要了，请在列表中删去。",
        "Write words, a question or a text; to have none at all, take the guide out in the list.")
    }
    return guide
  }

  private static let twice = Phrase("这个代码已用过，请另取一个。", "This code stands here already; take another.")

  /// The rows that say something, by their numbers on the page.
  static func places(_ list: String, _ call: Call) -> [Int] {
    guard call.surface == .page else { return Array(call.input.objects(list).indices) }
    return rows(list, call.submitted)
  }

  static func rows(_ list: String, _ values: SubmittedForm) -> [Int] {
    let said = values.pairs.filter { $0.name.hasPrefix("\(list).") && !$0.text.allSatisfy(\.isWhitespace) }
    return Set(said.compactMap { $0.name.split(separator: ".").dropFirst().first.flatMap { Int($0) } }).sorted()
  }

  private static func options(_ row: Input, _ field: String, _ wrong: inout [FieldProblem]) -> [ReasonCode] {
    do {
      let options = try ListText.codes(row.text("options"))
      if options.isEmpty, row.word("type") == OutcomeField.Form.choice {
        wrong.append(FieldProblem(field, Phrase("请写出可选的答案。", "Write the answers to choose from.")))
      }
      return options
    } catch let problem as CaseworkProblem {
      wrong += problem.fields.map { FieldProblem(field, $0.reason) }
    } catch {
      wrong.append(FieldProblem(field, Phrase("读不懂这些选项。", "These options cannot be read.")))
    }
    return []
  }

  private static func read(question row: Input, _ options: [ReasonCode]) -> OutcomeField {
    let label = row.text("label")
    return OutcomeField(
      name: row.text("name"), label: Phrase(label, row.optionalText("label_en") ?? label), type: row.word("type") ?? .text,
      options: options, unit: row.optionalText("unit").map(ListText.phrase), required: row.flag("required"))
  }

  private static func read(template row: Input) -> CategoryGuide.Template {
    let title = row.text("title")
    return CategoryGuide.Template(
      id: row.text("id"), title: Phrase(title, row.optionalText("title_en") ?? title), text: row.text("text"),
      use: row.word("use") ?? .answer)
  }

  static func values(of guide: CategoryGuide) -> SubmittedForm {
    var form = SubmittedForm(guide.words.map { ("words", $0) })
    for (place, field) in guide.questions.enumerated() {
      func put(_ name: String, _ text: String?) { if let text { form.append("questions.\(place).\(name)", text) } }
      put("label", field.label.zh)
      put("label_en", field.label.en == field.label.zh ? nil : field.label.en)
      put("name", field.name)
      put("type", field.type.rawValue)
      put("options", field.options.isEmpty ? nil : ListText.text(field.options))
      put("unit", field.unit.map { ListText.text([$0]) })
      put("required", field.required ? "true" : nil)
    }
    for (place, text) in guide.templates.enumerated() {
      func put(_ name: String, _ text: String?) { if let text { form.append("templates.\(place).\(name)", text) } }
      put("title", text.title.zh)
      put("title_en", text.title.en == text.title.zh ? nil : text.title.en)
      put("id", text.id)
      put("use", text.use.rawValue)
      put("text", text.text)
    }
    return form
  }
}
