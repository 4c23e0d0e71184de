import Casework
import Web
import Workdays

/// After something was done with several orders: which are done, and why others are not.
public struct SeveralPage {
  let title: Phrase
  let several: Several
  /// Where one came from.
  let back: String
  /// What each order is about.
  let titles: [String: String]

  public init(_ title: Phrase, _ several: Several, back: String, titles: [String: String] = [:]) {
    (self.title, self.several, self.back, self.titles) = (title, several, back, titles)
  }

  /// Back where one came from when all of them are done, with a word on how many; else what was not done is named.
  public func answer(_ call: Call) -> Answer {
    guard several.refused.isEmpty else { return .page(render(call)) }
    let count = several.done.count
    let toast = Toast(.done, Phrase("\(title.zh)：已办 \(count) 件", "\(title.en): \(count) done"), call.language)
    return Answer.ok(several.json, at: back).telling(toast)
  }

  func render(_ call: Call) -> HTML {
    let language = call.language
    let done = HTML.each(several.done) { "<li>\(link($0))</li>" }
    let refused = HTML.each(several.refused) { "<li>\(link($0.order))<br><span class=\"soft\">\($0.reason, language)</span></li>" }
    let (count, left) = (several.done.count, several.refused.count)
    let body: HTML = """
      <h1>\(title, language)</h1>
      <section class="panel" role="status"><h2>\(Lamp(.onTime, Phrase("已办 \(count) 件", "\(count) done")).render(language))</h2>
      <ul class="links">\(done)</ul></section>
      \(when(left > 0) { """
        <section class="panel"><h2>\(Lamp(.late, Phrase("未办 \(left) 件", "\(left) not done")).render(language))</h2>
        <ul class="links">\(refused)</ul></section>
        """ })
      <p><a class="primary" href="\(back)">\(Phrase("返回", "Back"), language)</a></p>
      """
    return Layout.page(title[language], for: call.visitor, body: "<div class=\"stack\">\(body)</div>")
  }

  private func link(_ number: String) -> HTML {
    "<a class=\"number\" href=\"\(Paths.order(number))\">\(number)</a> \(titles[number])"
  }
}
