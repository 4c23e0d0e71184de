import Casework
import Search
import Web
import Workdays

/// What an appeal is like, as a part of its page: what the caller said before, and the orders it may join with one action.
struct LikenessPage {
  let likeness: Likeness
  let profile: Profile
  let call: Call
  /// Joins it to an order.
  let merging: Endpoint

  private var language: Language { call.language }

  func render() -> HTML {
    let title = Phrase("重复与并单", "Repeats and merging")
    let back: HTML = """
      <h1>\(title, language) <small class="number">\(likeness.number)</small></h1>
      \(part)<p><a class="secondary" href="\(Paths.appeal(likeness.number))">\(Phrase("返回诉求", "Back to the appeal"), language)</a></p>
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.appeals, body: back)
  }

  var part: HTML { "\(history)\(offers)" }

  private var history: HTML {
    guard likeness.cases > 0 else { return panel("earlier", Phrase("此人以往的诉求", "The caller's earlier cases"), nothing) }
    let last = likeness.earlier.first?.receivedAt.day.phrase ?? Phrase("", "")
    let count = Phrase("同号码以往 \(likeness.cases) 件，最近一次 \(last.zh)", "\(likeness.cases) earlier from this number, the last on \(last.en)")
    let rows = HTML.each(likeness.earlier) { earlier($0) }
    return panel(
      "earlier", Phrase("此人以往的诉求", "The caller's earlier cases"),
      "\(flag)<p class=\"soft\">\(count, language)</p><ul class=\"links\">\(rows)</ul>")
  }

  private var nothing: HTML { "<p class=\"soft\">\(Phrase("没有以往的诉求。", "None before."), language)</p>" }

  private var flag: HTML {
    guard let time = likeness.time, time > 1, let category = likeness.category else { return .empty }
    let name = profile.taxonomy.name(of: category)
    let words = Phrase("第 \(time) 次反映“\(name.zh)”", "Time \(time) about “\(name.en)”")
    return "<div class=\"lamps\">\(Lamp(.soon, words).render(language))</div>"
  }

  private func earlier(_ one: Likeness.Earlier) -> HTML {
    let state = one.order.map { $0.state.phrase } ?? one.state.phrase
    let category = one.category.map { profile.taxonomy.name(of: $0)[language] }
    let other = when(!one.isSamePerson) {
      "<span class=\"soft\">\(Phrase("同号码，姓名不同", "same number, another name"), language)</span>"
    }
    return """
      <li><a class="number" href="\(Paths.appeal(one.number))">\(one.number)</a> <span class="state">\(state, language)</span> \
      <span class="soft">\(one.receivedAt.day, language) \(category)</span> \(other)<br>\(one.title)</li>
      """
  }

  private var offers: HTML {
    when(!likeness.candidates.isEmpty) {
      panel(
        "likeness", Phrase("可能是同一件事", "Perhaps the same thing"), "<ul class=\"links\">\(HTML.each(likeness.candidates) { offer($0) })</ul>")
    }
  }

  private func offer(_ one: Likeness.Candidate) -> HTML {
    let order = one.order
    let unit = profile.units.name(of: order.unit ?? order.owner)
    let count = Phrase("\(one.appeals) 件诉求", "\(one.appeals) appeal(s)")
    let reasons = HTML.each(one.reasons) { "<li>\($0, language)</li>" }
    return """
      <li><a class="number" href="\(Paths.order(order.number))">\(order.number)</a> <span class="state">\(order.state.phrase, language)</span> \
      <span class="soft">\(unit, language) · \(count, language)</span><br>\(order.title)\
      <ul class="explanation">\(reasons)</ul>\(button(order.number))</li>
      """
  }

  private func button(_ order: String) -> HTML {
    when(Order.lifecycle.line(.handling, .join)?.who.roles.isDisjoint(with: call.actor.roles) == false) {
      """
      <form class="one" method="post" action="\(Paths.appealAction(likeness.number, "merger"))">\(ActionForm.token(call.visitor))\
      <input type="hidden" name="\(SubmittedForm.keyName)" value="\(randomToken(bytes: 12))">\
      <input type="hidden" name="into" value="\(order)">\
      <button class="secondary">\(merging.summary, language)</button></form>
      """
    }
  }

  private func panel(_ id: String, _ title: Phrase, _ body: HTML) -> HTML {
    "<section class=\"panel\" id=\"\(id)\"><h2>\(title, language)</h2>\(body)</section>"
  }
}
