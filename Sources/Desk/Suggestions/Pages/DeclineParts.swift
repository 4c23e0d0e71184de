import Casework
import Web
import Workdays

/// Beside a proposal: that it is wrong, said with one key; below, what was put away and can come back.
struct DeclineParts {
  /// The hidden field of the console that holds what was put away.
  enum Kept: String { case categories = "wrong_categories", units = "wrong_units" }

  let language: Language

  init(_ language: Language) { self.language = language }

  func row(_ proposal: HTML, _ kept: Kept, _ value: String, _ name: Phrase, key: String?) -> HTML {
    let label = Phrase("建议有误：\(name.zh)", "Wrong: \(name.en)")
    let hint = when(key) { " <kbd>Alt+\($0)</kbd>" }
    return """
      <div class="take-row">\(proposal)<button type="button" class="not-it" data-wrong="\(kept.rawValue)" data-value="\(value)"\
      \(attribute: "data-alt", key) aria-label="\(label, language)">\(Phrase("不对", "Wrong"), language)\(hint)</button></div>
      """
  }

  func putAway(_ kept: Kept, _ all: [(value: String, name: Phrase)]) -> HTML {
    when(!all.isEmpty) {
      let back = Phrase("放回", "put back")
      let items = HTML.each(all) { one in
        """
        <button type="button" class="quiet" data-back="\(kept.rawValue)" data-value="\(one.value)"><s>\(one.name, language)</s> \
        \(back, language)</button>
        """
      }
      return "<p class=\"put-away\">\(Phrase("已放到一边：", "Put away: "), language)\(items)</p>"
    }
  }
}
