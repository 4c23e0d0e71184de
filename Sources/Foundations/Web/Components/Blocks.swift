import Workdays

/// One matter of a page on its own ground.
public enum Panel {
  public static func render(_ title: Phrase, _ body: HTML, id: String? = nil, language: Language) -> HTML {
    "<section class=\"panel\"\(attribute: "id", id)><h2>\(title, language)</h2>\n\(body)</section>\n"
  }
}

/// Names and values one below the other; those without a value are left out.
public enum Facts {
  public static func render(_ pairs: [(Phrase, HTML?)], language: Language) -> HTML {
    let rows = pairs.compactMap { pair -> HTML? in
      guard let value = pair.1, !value.isEmpty else { return nil }
      return "<dt>\(pair.0, language)</dt><dd>\(value)</dd>"
    }
    return "<dl class=\"facts\">\(rows)</dl>"
  }
}

/// What a table is about.
enum Caption {
  static func render(_ caption: Phrase, isNamed: Bool, _ language: Language) -> HTML {
    isNamed ? "<caption class=\"visually-hidden\">\(caption, language)</caption>" : "<caption>\(caption, language)</caption>"
  }
}

/// A table that becomes cards on a phone: every cell carries its column's name.
public enum CardTable {
  /// - Parameter isNamed: whether a heading above says what the caption says; it is then only read aloud.
  public static func render(
    _ caption: Phrase, isNamed: Bool = false, _ heads: [Phrase], _ rows: [[HTML]], language: Language
  ) -> HTML {
    let lines = HTML.each(rows) { row -> HTML in
      "<tr>\(HTML.each(zip(heads, row)) { "<td data-head=\"\($0.0, language)\">\($0.1)</td>" })</tr>"
    }
    return """
      <table class="queue cards">\(Caption.render(caption, isNamed: isNamed, language))
      <thead><tr>\(HTML.each(heads) { "<th scope=\"col\">\($0, language)</th>" })</tr></thead><tbody>\(lines)</tbody></table>
      """
  }
}

/// Boxes of which several may be ticked, where a list to choose from would hide what there is.
public enum Ticks {
  /// - Parameter chosen: the values that are ticked.
  public static func render(
    _ name: String, _ label: Phrase, _ choices: [Choice], chosen: [String], wrong: [Phrase] = [], help: Phrase? = nil, language: Language
  ) -> HTML {
    let boxes = HTML.each(choices) { choice -> HTML in
      """
      <label class="radio"><input type="checkbox" name="\(name)" value="\(choice.value)"\
      \(attribute: "checked", if: chosen.contains(choice.value))> \(choice.label, language)</label>
      """
    }
    let note = when(help) { (help: Phrase) -> HTML in "<p class=\"help\">\(help, language)</p>" }
    return """
      <fieldset class="field choices" id="\(Control.id(name))"><legend>\(label, language)</legend>
      <div class="radios">\(boxes)</div>\(note)\(HTML.each(wrong) { "<p class=\"wrong\">\($0, language)</p>" })</fieldset>
      """
  }
}
