import Workdays

/// Only what is possible now, one of it primary; below, what happens next.
public enum ActionBar {
  public struct Item: Sendable {
    public let content: HTML

    /// A link to the page or the place where the action's form stands.
    public static func link(_ path: String, _ label: Phrase, primary: Bool = false, language: Language) -> Item {
      Item(content: "<a class=\"\(primary ? "primary" : "secondary")\" href=\"\(path)\">\(label, language)</a>")
    }

    /// A button that acts at once.
    public static func button(_ endpoint: Endpoint, to path: String, primary: Bool = false, for visitor: Visitor) -> Item {
      Item(content: ActionForm.button(endpoint, to: path, for: visitor, primary: primary))
    }

    /// The action's form, folded away until it is asked for.
    public static func form(_ label: Phrase, _ form: HTML, primary: Bool = false, open: Bool = false, language: Language) -> Item {
      Item(
        content: """
          <details class="action-box"\(attribute: "open", if: open)>\
          <summary class="\(primary ? "primary" : "secondary")">\(label, language)</summary>\(form)</details>
          """)
    }
  }

  public static func render(_ items: [Item], next: Phrase?, language: Language) -> HTML {
    guard !items.isEmpty else { return .empty }
    return """
      <section class="actions" aria-label="\(Phrase("现在可以办理", "Possible now"), language)">
      <div class="bar">\(HTML.joined(items.map(\.content), separator: "\n"))</div>
      \(when(next) { "<p class=\"soft\">\($0, language)</p>" })
      </section>
      """
  }
}
