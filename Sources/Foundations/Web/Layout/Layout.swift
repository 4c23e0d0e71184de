import Casework
import Workdays

/// The page around every matter. Work rooms are dense and quiet, public pages large and plain; all work without JavaScript.
public enum Layout {
  public enum Style: String, Sendable {
    case work
    case plain = "public"
    case print
    /// A display that nobody touches.
    case wall

    /// Without a bar above and a foot below.
    var isBare: Bool { self == .print || self == .wall }
  }

  /// - Parameters:
  ///   - title: what the page is about, in the visitor's language.
  ///   - current: the path of the navigation's entry that the page belongs to.
  public static func page(
    _ title: String, for visitor: Visitor, style: Style = .work, current: String? = nil, body: HTML
  ) -> HTML {
    let house = visitor.surroundings.house[visitor.language]
    let large = visitor.large ? " large" : ""
    return """
      <!doctype html>
      <html lang="\(visitor.language == .zh ? "zh-CN" : "en")"\(attribute: "data-contrast", visitor.contrast ? "more" : nil)>
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="htmx-config" content="\(htmxSettings)">
      \(pictures)
      <title>\(title) · \(house)</title>
      <link rel="icon" type="image/svg+xml" href="\(Assets.path(Assets.mark))">
      <link rel="stylesheet" href="\(Assets.path("bootstrap.min.css"))">
      <link rel="stylesheet" href="\(Assets.path("own.css"))">
      \(scripts)
      </head>
      <body class="\(style.rawValue)\(large)"\(attribute: "data-person", visitor.actor?.account.value) \
      data-draft-kept="\(Phrase("已填回您上次未提交的内容。", "What you had not sent yet is filled in again."), visitor.language)" \
      data-draft-drop="\(Phrase("清空", "Clear it"), visitor.language)">
      <a class="skip" href="#main">\(Phrase("跳到正文", "Skip to content"), visitor.language)</a>
      \(style.isBare ? HTML.empty : TopBar.render(visitor, current: current))
      \(style.isBare ? HTML.empty : LineBar.render(visitor))
      <div id="notices" aria-live="polite"></div>\(Toast.place(visitor))
      <main id="main" class="\(style == .plain ? "narrow" : "wide")">
      \(body)
      </main>
      \(style.isBare ? HTML.empty : foot(visitor))
      </body>
      </html>
      """
  }

  private static let scripts: HTML = """
    <script src="\(Assets.path("own.js"))"></script>
    <script src="\(Assets.path("htmx.min.js"))" defer></script>
    <script src="\(Assets.path("bootstrap.bundle.min.js"))" defer></script>
    """

  /// Where the scripts stand that draw charts and maps: fetched only by pages that have one.
  private static let pictures: HTML = """
    <meta name="pictures" content="\(Assets.path("chart.js"))" data-leaflet="\(Assets.path("leaflet.js"))" \
    data-leaflet-style="\(Assets.path("leaflet.css"))">
    """

  /// No evaluated code and no inline style, as our content policy wants; refusals are shown where they belong.
  private static let htmxSettings = JSONValue.members(
    ("allowEval", .flag(false)), ("includeIndicatorStyles", .flag(false)), ("historyCacheSize", .whole(0)),
    ("selfRequestsOnly", .flag(true)),
    (
      "responseHandling",
      .list([
        .members(("code", .text("204")), ("swap", .flag(false))),
        .members(("code", .text("[23]..")), ("swap", .flag(true))),
        .members(("code", .text("422")), ("swap", .flag(true))),
        .members(("code", .text("[45]..")), ("swap", .flag(true)), ("error", .flag(true)), ("target", .text("#notices"))),
      ])
    )
  ).string

  private static func foot(_ visitor: Visitor) -> HTML {
    """
    <footer class="foot"><p>\(visitor.surroundings.house, visitor.language) · \
    <a href="\(Paths.portalScope)">\(Phrase("受理范围", "What we accept"), visitor.language)</a> · \
    <a href="\(Paths.portalFollow)">\(Phrase("查询进度", "Follow your case"), visitor.language)</a></p></footer>
    """
  }
}

extension JSONValue {
  var string: String { String(decoding: bytes, as: UTF8.self) }
}
