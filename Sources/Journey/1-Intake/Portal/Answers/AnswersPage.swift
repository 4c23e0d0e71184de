import Casework
import Search
import Web
import Workdays

/// What was answered to others: to search by words or to leaf through by kind.
struct AnswersPage {
  let words: String
  let top: CategoryID?
  let tops: [CategoryID]
  let answers: [PublishedAnswer]
  let isMore: Bool
  let call: Call
  let profile: Profile
  private var language: Language { call.language }

  static let query: Form = [
    Field("q", .line(100), Phrase("关键词", "Words")), Field("category", .line(60), Phrase("类别", "Kind")),
    Field("after", .whole(0...Int64.max), Phrase("从哪里接着看", "Where to go on")),
  ]

  func render() -> HTML {
    let title = Phrase("大家问过的", "Answers to others")
    let body: HTML = """
      <h1>\(title, language)</h1>
      <form class="ask" method="get" action="\(Paths.portalAnswers)" role="search">
      <label for="q">\(Phrase("想问什么？两个字就能查。", "What is it about? Two characters are enough."), language)</label>
      <div class="ask-row"><input id="q" name="q" type="search" maxlength="100" value="\(words)">\
      \(when(top) { "<input type=\"hidden\" name=\"category\" value=\"\($0.value)\">" })\
      <button class="primary" type="submit">\(Phrase("查找", "Search"), language)</button></div></form>
      \(kinds)
      \(answers.isEmpty ? nothing : list)
      """
    return Layout.page(title[language], for: call.visitor, style: .plain, current: Paths.portalAnswers, body: body)
  }

  private var kinds: HTML {
    when(tops.count > 1) {
      let all = Self.link(words, nil)
      let others = HTML.each(tops) { kind in item(Self.link(words, kind), profile.taxonomy.name(of: kind), kind == top) }
      return """
        <nav class="kinds" aria-label="\(Phrase("类别", "Kinds"), language)"><ul>\(item(all, Phrase("全部", "All"), top == nil))\(others)</ul></nav>
        """
    }
  }

  private func item(_ path: String, _ label: Phrase, _ isHere: Bool) -> HTML {
    let here = isHere ? "true" : nil
    return "<li><a href=\"\(path)\"\(attribute: "aria-current", here)>\(label, language)</a></li>"
  }

  private var list: HTML {
    let items = HTML.each(answers) { answer -> HTML in
      """
      <li><h2><a href="\(Paths.portalAnswer(answer.id))">\(answer.title)</a></h2>\
      <p class="excerpt">\(Self.excerpt(answer.text))</p><p class="soft small">\(Self.source(answer, profile), language)</p></li>
      """
    }
    let more = when(isMore ? answers.last : nil) { (last: PublishedAnswer) -> HTML in
      let path = "\(Self.link(words, top))&after=\(last.id)"
      return "<p><a class=\"secondary\" rel=\"next\" href=\"\(path)\">\(Phrase("再看一些", "Show more"), language)</a></p>"
    }
    return "<ul class=\"answers\">\(items)</ul>\(more)"
  }

  private var nothing: HTML {
    let what =
      words.isEmpty ? Phrase("还没有公开的答复。", "No answer has been published yet.") : Phrase("没有找到“\(words)”。", "Nothing found for “\(words)”.")
    return EmptyState.render(
      what, then: Phrase("可以换个说法，或直接告诉我们。", "Try other words, or tell us."), link: (Paths.portalNew, Phrase("反映问题", "Tell us")),
      language: language)
  }

  static func source(_ answer: PublishedAnswer, _ profile: Profile) -> Phrase {
    let unit = answer.unit.map { profile.units.name(of: $0) } ?? Phrase("热线", "The hotline")
    let day = answer.at.day.phrase
    return Phrase("\(unit.zh) · \(day.zh)", "\(unit.en) · \(day.en)")
  }

  private static func link(_ words: String, _ top: CategoryID?) -> String {
    "\(Paths.portalAnswers)?q=\(percentEncoded(words))\(top.map { "&category=\(percentEncoded($0.value))" } ?? "")"
  }

  private static func excerpt(_ text: String) -> String { text.count > 90 ? "\(text.prefix(90))…" : text }
}

/// One answer on a page of its own.
enum AnswerPage {
  static func render(_ answer: PublishedAnswer, _ call: Call, _ profile: Profile) -> HTML {
    let language = call.language
    let body: HTML = """
      <p><a href="\(Paths.portalAnswers)">\(Phrase("‹ 大家问过的", "‹ Answers to others"), language)</a></p>
      <article class="panel answer">
      <h1>\(answer.title)</h1>
      <blockquote>\(answer.text)</blockquote>
      <p class="soft">\(AnswersPage.source(answer, profile), language) · \(profile.taxonomy.title(of: answer.category), language)</p>
      </article>
      <p class="answer-next">\(Phrase("没有回答您的问题？", "Not what you wanted to know?"), language) \
      <a href="\(Paths.portalNew)">\(Phrase("告诉我们", "Tell us"), language)</a></p>
      """
    return Layout.page(answer.title, for: call.visitor, style: .plain, current: Paths.portalAnswers, body: body)
  }
}
