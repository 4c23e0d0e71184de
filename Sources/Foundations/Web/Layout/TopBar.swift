import Casework
import Workdays

/// The bar at the top: whose hotline, where to go, who is signed in, in which language.
enum TopBar {
  static func render(_ visitor: Visitor, current: String?) -> HTML {
    """
    <header class="top">
    <a class="house" href="\(visitor.actor == nil ? Paths.portal : Paths.home)">\(visitor.surroundings.house, visitor.language)</a>
    \(rooms(visitor, current))
    <div class="preferences">
    \(language(visitor))
    \(size(visitor))
    \(contrast(visitor))
    \(person(visitor))
    </div>
    </header>
    """
  }

  private static func rooms(_ visitor: Visitor, _ current: String?) -> HTML {
    let items = visitor.surroundings.navigation
    guard !items.isEmpty else { return .empty }
    let links = HTML.each(items) { item in
      let count = when(item.count) { (count: Int) -> HTML in " <span class=\"count\">\(count)</span>" }
      let here = item.path == current ? "page" : nil
      return "<li><a href=\"\(item.path)\"\(attribute: "aria-current", here)>\(item.label, visitor.language)\(count)</a></li>"
    }
    return "<nav class=\"rooms\" aria-label=\"\(Phrase("主导航", "Main"), visitor.language)\"><ul>\(links)</ul></nav>"
  }

  private static func language(_ visitor: Visitor) -> HTML {
    let other: Language = visitor.language == .zh ? .en : .zh
    let label = other == .zh ? "中文" : "English"
    return switchForm(visitor, Paths.language, "language", other.rawValue, label)
  }

  private static func size(_ visitor: Visitor) -> HTML {
    let label = visitor.large ? Phrase("标准字号", "Normal print") : Phrase("大字", "Large print")
    return switchForm(visitor, Paths.size, "size", visitor.large ? "normal" : "large", label[visitor.language])
  }

  private static func contrast(_ visitor: Visitor) -> HTML {
    let label = visitor.contrast ? Phrase("标准对比度", "Normal contrast") : Phrase("高对比度", "High contrast")
    return switchForm(visitor, Paths.contrast, "contrast", visitor.contrast ? "normal" : "more", label[visitor.language])
  }

  private static func switchForm(_ visitor: Visitor, _ path: String, _ name: String, _ value: String, _ label: String) -> HTML {
    """
    <form method="post" action="\(path)">\(hidden(visitor))<input type="hidden" name="next" value="\(visitor.path)">\
    <button class="quiet" name="\(name)" value="\(value)">\(label)</button></form>
    """
  }

  private static func person(_ visitor: Visitor) -> HTML {
    guard let actor = visitor.actor else {
      return "<a class=\"quiet\" href=\"\(Paths.login(next: visitor.path))\">\(Phrase("工作人员登录", "Staff sign-in"), visitor.language)</a>"
    }
    return """
      <a class="person" href="\(Paths.ownAccount)">\(actor.name)</a>
      <form method="post" action="\(Paths.logout)">\(hidden(visitor))\
      <button class="quiet">\(Phrase("退出", "Sign out"), visitor.language)</button></form>
      """
  }

  private static func hidden(_ visitor: Visitor) -> HTML { ActionForm.token(visitor) }
}
