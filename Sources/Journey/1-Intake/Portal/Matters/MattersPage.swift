import Casework
import Search
import Web
import Workdays

/// What is being worked on, area by area.
struct MattersPage {
  let area: AreaID?
  let counts: [AreaID: Int]
  let matters: [OpenMatter]
  let support: [Int64: Int]
  let call: Call
  let profile: Profile
  private var language: Language { call.language }

  static let query: Form = [Field("area", .line(60), Phrase("区域", "Area"))]

  func render() -> HTML {
    let title = Phrase("附近在办的事", "What is being worked on")
    let words = MatterWords(profile: profile, language: language)
    let found: HTML =
      matters.isEmpty
      ? EmptyState.render(
        Phrase("这里没有正在办理的公开事项。", "Nothing open is being worked on here."),
        then: Phrase("遇到问题请告诉我们。", "If something is wrong, tell us."), link: (Paths.portalNew, Phrase("反映问题", "Tell us")),
        language: language)
      : "<ul class=\"matters\">\(HTML.each(matters) { words.row($0, more: support[$0.id] ?? 0) })</ul>"
    let choose = when(area == nil) {
      "<p>\(Phrase("请选您所在的区域，看那里在办的事。", "Choose your area to see what is being worked on there."), language)</p>"
    }
    let body: HTML = """
      <h1>\(title, language)</h1>
      <p class="soft">\(Phrase("只写是什么事、在哪个镇街、办到哪一步，不公开任何人说的话。",
        "Only what kind of thing, in which township and how far it is; nobody's words."), language)</p>
      \(choose)
      \(nearby)
      \(areas)
      \(when(area != nil) { found })
      """
    return Layout.page(title[language], for: call.visitor, style: .plain, current: Paths.portalMatters, body: body)
  }

  /// Leads to the area in which the browser stands; without a script one chooses below.
  private var nearby: HTML {
    """
    <form class="position" id="nearby" method="post" action="\(Paths.portalSurroundings)" data-to="\(Paths.portalMatters)" hidden>\
    \(ActionForm.token(call.visitor))<input type="hidden" name="lat"><input type="hidden" name="lon">\
    <button class="secondary" type="button" data-position>\(Phrase("用我现在的位置", "Use where I am"), language)</button> \
    <span class="position-said" role="status" data-found="\(Phrase("已取得您的位置。", "We have your position."), language)" \
    data-failed="\(Phrase("没有取得位置，请在下面选择区域。", "Your position could not be found; choose your area below."), language)"></span></form>
    """
  }

  /// Districts with their townships; each is a link with what is open there.
  private var areas: HTML {
    let districts = profile.areas.filter { area in area.parent.map { profile.area($0)?.parent == nil } ?? false }
    let groups = HTML.each(districts) { district -> HTML in
      let inside = [district] + profile.areas.filter { $0.parent == district.id }
      let total = inside.reduce(0) { $0 + (counts[$1.id] ?? 0) }
      let isHere = inside.contains { $0.id == area }
      let links = HTML.each(inside.dropFirst()) { link($0, counts[$0.id] ?? 0) }
      return """
        <details\(attribute: "open", if: isHere)><summary>\(district.name, language) <span class="count">\(total.grouped)</span></summary>\
        <ul class="area-links">\(link(district, total, all: true))\(links)</ul></details>
        """
    }
    return "<nav class=\"areas panel\" aria-label=\"\(Phrase("区域", "Areas"), language)\">\(groups)</nav>"
  }

  private func link(_ place: Area, _ count: Int, all: Bool = false) -> HTML {
    let here = place.id == area ? "true" : nil
    let name = all ? Phrase("\(place.name.zh)全部", "All of \(place.name.en)") : place.name
    return """
      <li><a href="\(Paths.portalMatters)?area=\(percentEncoded(place.id.value))"\(attribute: "aria-current", here)>\
      \(name, language) <span class="count">\(count.grouped)</span></a></li>
      """
  }
}

/// One of them, and how to say "me too".
struct MatterPage {
  let matter: OpenMatter
  let support: Int
  let hasSaid: Bool
  let endpoint: Endpoint
  let call: Call
  let profile: Profile
  var problem: (any Problem)?
  private var language: Language { call.language }

  static let form: Form = [
    Field(
      "phone", .phone, Phrase("您的电话（可以不留）", "Your telephone (if you like)"),
      help: Phrase("留了电话，就算您也反映了：办好了我们也回复您。", "If you leave it, you have reported it too and get an answer.")),
    Field("text", .lines(2000), Phrase("想补充的（可以不写）", "Anything to add (if you like)")),
  ]

  func render() -> HTML {
    let words = MatterWords(profile: profile, language: language)
    let title = words.title(matter)
    let body: HTML = """
      <p><a href="\(Paths.portalMatters)">\(Phrase("‹ 附近在办的事", "‹ What is being worked on"), language)</a></p>
      <section class="panel"><h1>\(title, language)</h1>
      <p class="next-words">\(words.state(matter), language)</p>
      <p class="soft">\(words.crowd(matter, more: support), language) · \(words.since(matter), language)</p></section>
      \(when(problem) { ErrorSummary.render($0, by: endpoint.form, call.visitor) })
      \(hasSaid ? thanks : ask)
      """
    return Layout.page(title[language], for: call.visitor, style: .plain, current: Paths.portalMatters, body: body)
  }

  private var thanks: HTML {
    "<div class=\"notice\" role=\"status\"><p>\(Phrase("已经记下：您也遇到了。", "Noted: you have it too."), language)</p></div>"
  }

  private var ask: HTML {
    let form = ActionForm.arranged(
      endpoint, call, values: call.submitted, problems: problem?.fields ?? [], look: "me-too"
    ) { $0(["phone", "text"]) }
    return """
      <section class="panel"><h2>\(Phrase("您也遇到了？", "You have it too?"), language)</h2>
      <p class="soft">\(Phrase("直接点按钮，只记一笔；留下电话，就和别人反映的一起办。",
        "Press the button and it is counted; leave a telephone and it is handled together with the others."), language)</p>\(form)</section>
      """
  }
}
