import CaseFile
import Casework
import Web
import Workdays

/// Asks how it was: solved or not, both equally large; what was said is true, whether they were in touch; result and service.
struct RatingPanel {
  let page: CasePage
  private var language: Language { page.language }

  func render() -> HTML {
    let form = ActionForm.arranged(page.portal.rating, page.call, values: .empty, problems: [], look: "action rate", questions)
    guard let grade = page.file.rating else {
      return """
        <section class="panel rating" id="rating"><h2>\(Phrase("办得怎么样？", "How was it?"), language)</h2>\(meaning)\(form)</section>
        """
    }
    return """
      <section class="panel rating" id="rating"><h2>\(Phrase("您的评价", "What you said"), language)</h2>
      <p class="said-grade">\(said(grade), language)</p>
      <details class="action-box"><summary class="secondary">\(Phrase("改一改评价", "Say it differently"), language)</summary>\(form)</details>
      </section>
      """
  }

  private func said(_ grade: Grade) -> Phrase {
    guard let solved = page.file.wasSolved else { return grade.phrase }
    return solved
      ? Phrase("已经解决 · \(grade.phrase.zh)", "Solved · \(grade.phrase.en.lowercased())")
      : Phrase("还没解决 · \(grade.phrase.zh)", "Not solved · \(grade.phrase.en.lowercased())")
  }

  private var meaning: HTML {
    when(!page.file.tracks.isEmpty) {
      let words = Phrase(
        "您说“还没解决”，就会重新办理。您说“已经解决”，我们仍可能请没有参与办理的人给您打电话核实。",
        "If you say it is not solved, it is taken up again. If you say it is, somebody who did not handle it may still call and ask.")
      return "<p class=\"soft\">\(words, language)</p>"
    }
  }

  private func questions(_ controls: Controls) -> HTML {
    let wasHandled = !page.file.tracks.isEmpty
    return """
      <fieldset class="verdict" id="f-solved"><legend>\(Phrase("问题解决了吗？", "Is it solved?"), language)</legend>
      \(tile("true", "✓", Phrase("已经解决", "It is solved")))\(tile("false", "✗", Phrase("还没解决", "Not solved")))
      </fieldset>
      \(when(wasHandled) { controls(["true", "contacted"]) })\(controls(["grade", "service_grade", "note"]))
      """
  }

  private func tile(_ value: String, _ mark: String, _ label: Phrase) -> HTML {
    """
    <label class="tile"><input type="radio" name="solved" value="\(value)" required>\
    <span><span aria-hidden="true">\(mark)</span> <b>\(label, language)</b></span></label>
    """
  }
}
