import Casework
import Search
import Web
import Workdays

/// Who calls, masked, with the flags that matter before the first word and what was said earlier.
struct CallerPart {
  let caller: KnownCaller
  let profile: Profile
  let language: Language

  func render() -> HTML {
    let names = caller.names.joined(separator: Phrase("、", ", ")[language])
    return """
      \(PersonChip.render(name: names.isEmpty ? nil : names, phone: caller.phone, language: language))
      <div class="lamps">\(flags)</div>
      \(when(!caller.earlier.isEmpty) { "<ul class=\"links earlier\">\(HTML.each(caller.earlier) { earlier($0) })</ul>" })
      """
  }

  private var flags: HTML {
    guard caller.cases > 0 else { return Lamp(.quiet, Phrase("第一次来电", "First time")).render(language) }
    var lamps: [Lamp] = []
    if caller.lifeRisks > 0 {
      lamps.append(Lamp(.late, Phrase("曾涉及生命安全 \(caller.lifeRisks) 次", "A life was at risk \(caller.lifeRisks)×")))
    }
    if let time = caller.time, time > 1 { lamps.append(Lamp(.soon, Phrase("第 \(time) 次反映此类", "Time \(time) about this"))) }
    if caller.open > 0 { lamps.append(Lamp(.onTime, Phrase("\(caller.open) 件在办", "\(caller.open) in hand"))) }
    lamps.append(Lamp(.quiet, Phrase("以往 \(caller.cases) 件", "\(caller.cases) before")))
    return HTML.each(lamps) { $0.render(language) }
  }

  /// Opens beside the call, never in its place.
  private func earlier(_ one: Likeness.Earlier) -> HTML {
    let state = one.order.map { $0.state.phrase } ?? one.state.phrase
    let other = when(!one.isSamePerson) { " <span class=\"soft\">\(Phrase("姓名不同", "another name"), language)</span>" }
    return """
      <li><a href="\(Paths.appeal(one.number))" target="_blank" rel="noopener">\(one.title)</a><br>\
      <span class="soft">\(one.receivedAt.day, language)</span> <span class="state">\(state, language)</span>\(other)</li>
      """
  }
}
