import Casework
import Web
import Workdays

/// What we accept, what we do not and where the law sends it, and whom to call at once.
enum ScopePage {
  static func render(_ call: Call, _ profile: Profile) -> HTML {
    let (scope, language) = (Scope(profile), call.language)
    let title = Phrase("受理范围", "What we accept")[language]
    let body: HTML = """
      <h1>\(title)</h1>
      \(emergency(scope, language))
      \(when(!scope.accepted.isEmpty) { accepted(scope, language) })
      \(when(!scope.refused.isEmpty) { refused(scope, language) })
      <p><a class="primary" href="\(Paths.portalNew)">\(Phrase("反映问题", "Tell us"), language)</a></p>
      \(when(scope.hotline) { "<p>\(Phrase("拿不准就打：", "Not sure? Call "), language)\(dial($0))</p>" })
      """
    return Layout.page(title, for: call.visitor, style: .plain, current: Paths.portalScope, body: body)
  }

  private static func dial(_ line: Scope.Line) -> HTML { "<a class=\"number\" href=\"tel:\(line.number)\">\(line.number)</a>" }

  private static func emergency(_ scope: Scope, _ language: Language) -> HTML {
    when(!scope.emergency.isEmpty) {
      let lines = HTML.each(scope.emergency) { "<li>\($0.name, language) \(dial($0))</li>" }
      return """
        <section class="notice" id="emergency">
        <h2>\(Phrase("有生命危险请立即拨打", "If a life is at risk, call at once"), language)</h2><ul>\(lines)</ul></section>
        """
    }
  }

  private static func accepted(_ scope: Scope, _ language: Language) -> HTML {
    """
    <section class="panel" id="accepted"><h2>\(Phrase("我们受理", "We accept"), language)</h2>
    <ul>\(HTML.each(scope.accepted) { "<li>\($0, language)</li>" })</ul></section>
    """
  }

  private static func refused(_ scope: Scope, _ language: Language) -> HTML {
    let items = HTML.each(scope.refused) { "<dt>\($0.matter, language)</dt><dd>\($0.route, language)</dd>" }
    return """
      <section class="panel" id="refused"><h2>\(Phrase("我们不受理，但法律给了您别的路", "Not for us, but the law gives you another way"), language)</h2>
      <dl>\(items)</dl></section>
      """
  }
}
