import Casework
import Web
import Workdays

/// The panels of an order that has a plan, contributions of others, or was handed over.
struct OrderParts {
  let file: OrderFile
  let pieces: CasePieces

  private var language: Language { pieces.language }

  func render() -> HTML { "\(plan)\(contributions)\(handover)" }

  private var plan: HTML {
    when(file.order.state == .continuedReport ? file.plan : nil) { plan in
      let facts = pieces.facts([
        (Phrase("负责人", "Seen to by"), HTML(escaping: plan.ownerName[language])),
        (Phrase("下次续报", "Next report"), plan.due.map { HTML(escaping: $0.phrase[language]) }),
      ])
      return pieces.panel(Phrase("续报计划", "Plan"), "\(pieces.words(plan.text))\(facts)", id: "plan")
    }
  }

  private var contributions: HTML {
    when(!file.contributions.isEmpty) {
      pieces.panel(
        Phrase("协办和下级答复", "What other units answered"), HTML.each(file.contributions) { contribution($0) }, id: "contributions")
    }
  }

  private func contribution(_ one: OrderFile.Contribution) -> HTML {
    let time = one.credit.onTime ? Lamp(.onTime, Phrase("按时", "In time")) : Lamp(.late, Phrase("超时", "Late"))
    let number = when(one.task) { (task: String) -> HTML in "<a class=\"number\" href=\"\(Paths.order(task))\">\(task)</a>" }
    return """
      <div class="said"><p><b>\(file.profile.units.name(of: one.unit), language)</b> \(one.credit.role.phrase, language) \
      <span class="state">\(one.outcome.phrase, language)</span> \(time.render(language)) \
      <span class="soft">\(one.credit.at, language)</span> \(number)</p><blockquote>\(pieces.words(one.reply))</blockquote></div>
      """
  }

  private var handover: HTML {
    when(!file.handover.isEmpty) {
      let rows = HTML.each(file.handover) { one -> HTML in
        let facts = pieces.facts([
          (Phrase("时间", "At"), HTML(escaping: one.report.at.phrase[language])),
          (Phrase("对方编号", "Their number"), one.report.reference.map { HTML(escaping: $0) }),
          (Phrase("接收人", "Taken by"), one.takenBy.map { HTML(escaping: $0) }),
          (Phrase("反馈", "What came back"), one.text.map { HTML(escaping: $0) }),
        ])
        return "\(facts)"
      }
      return pieces.panel(Phrase("紧急热线", "The emergency line"), rows, id: "handover")
    }
  }
}
