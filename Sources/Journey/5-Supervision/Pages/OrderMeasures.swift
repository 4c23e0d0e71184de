import Casework
import Vault
import Web
import Workdays

/// The measures of an order, as a part of its page.
struct OrderMeasures {
  let rows: [Measure]
  let titles: [Int64: String]
  let profile: Profile
  let call: Call
  /// By which a leader writes on the order.
  var instruct: Endpoint?

  func render() -> HTML {
    let language = call.language
    let pieces = MeasurePieces(language: language, profile: profile, now: call.now)
    let items = HTML.each(rows) { measure -> HTML in
      let lamps = HTML.each(pieces.lamps(measure).prefix(3), separator: " ") { $0.render(language) }
      return """
        <li><a href="\(Paths.measure(measure.matter.number))">\(measure.matter.kind.phrase, language)</a> \
        <span class="number soft">\(measure.matter.number)</span> <div class="lamps">\(lamps)</div></li>
        """
    }
    let offered = MeasureKind.allCases.filter { !$0.openers.isDisjoint(with: call.actor.roles) }
    let order = percentEncoded(call.number)
    let links = HTML.each(offered, separator: " ") { kind -> HTML in
      "<a class=\"secondary small\" href=\"\(Paths.newMeasure)?kind=\(kind.rawValue)&amp;order=\(order)\">\(kind.phrase, language)</a>"
    }
    guard !rows.isEmpty || !offered.isEmpty || instruct != nil else { return .empty }
    let none: HTML = "<p class=\"soft\">\(Phrase("还没有督办措施。", "No measure of supervision yet."), language)</p>"
    return """
      <section class="panel"><h2>\(Phrase("督办措施", "Supervision"), language)</h2>
      \(rows.isEmpty ? none : "<ul class=\"links\">\(items)</ul>")
      \(when(instruct, writing))
      \(when(!offered.isEmpty) { "<details><summary>\(Phrase("发起", "Open one"), language)</summary><p class=\"choices-row\">\(links)</p></details>" })</section>
      """
  }

  private func writing(_ endpoint: Endpoint) -> HTML {
    let form = ActionForm.render(
      endpoint, to: Paths.filled(endpoint.path, call.parameters), for: call.visitor, references: call.references, scope: "instruction",
      rare: ["duties"])
    return """
      <details class="action-box" id="do-instruction"><summary class="secondary">\(endpoint.summary, call.language)</summary>\(form)</details>
      """
  }
}
