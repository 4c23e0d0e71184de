import CaseFile
import Casework
import Profiles
import Web
import Workdays

/// One letter as a form, beside the values that it may use and the paper that comes of it.
struct LetterPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk
  private let occasion: LetterOccasion

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk, _ occasion: LetterOccasion) {
    (self.frame, self.endpoints, self.occasion) = (frame, endpoints, occasion)
  }

  private var language: Language { frame.language }
  private var path: String { Paths.profileLetter(occasion.rawValue) }
  private var timing: Phrase {
    let when = occasion.when
    return Phrase("何时可以打印：\(when.zh)。", "When it can be printed: \(when.en).")
  }
  private var part: String { "letters/\(occasion.rawValue)" }

  /// - Parameters:
  ///   - shown: the letter whose paper is shown: that of the draft, or what was typed.
  ///   - isTyped: whether it is what was typed, which stands nowhere yet.
  func render(_ values: SubmittedForm, _ shown: Letter?, isTyped: Bool = false, _ problem: (any Problem)? = nil) throws -> HTML {
    let body: HTML =
      frame.mayEdit
      ? "<section class=\"panel\">\(form(values, problem?.fields ?? []))</section>\(allowed)"
      : "<section class=\"panel\">\(facts)</section>"
    let paper = try papers(shown, isTyped: isTyped)
    return frame.page(
      occasion.phrase, .letters,
      """
      \(frame.summary(problem, LetterForm.form))\(frame.note(timing))
      <div class="columns even"><div class="stack">\(body)</div>\
      <aside class="stack">\(frame.changed(part))\(undo)\(paper)</aside></div>
      """)
  }

  private func form(_ values: SubmittedForm, _ problems: [FieldProblem]) -> HTML {
    let (save, look) = (endpoints.setLetter.summary, endpoints.previewLetter.summary)
    let buttons: HTML = """
      <button class="primary" type="submit">\(save, language)</button>
      <button class="secondary" type="submit" formaction="\(path)/preview">\(look, language)</button>
      """
    return ActionForm.arranged(
      endpoints.setLetter, frame.call, values: values, problems: problems, look: "action policy-form letter-form", buttons: buttons
    ) { controls in "\(frame.seen)<div class=\"pair\">\(controls(["title", "title_en"]))</div>\(controls(["text", "text_en"]))" }
  }

  /// What the letter may speak of, each as it is written and what it means.
  private var allowed: HTML {
    let rows = HTML.each(occasion.values) { "<dt><code>\($0.tag)</code></dt><dd>\($0.phrase, language)</dd>" }
    let words = Phrase(
      "有值才写的话放在 {{#line}} 和 {{/line}} 之间，没有才写的放在 {{^line}} 和 {{/line}} 之间。",
      "Words that need a value stand between {{#line}} and {{/line}}, words for where it is lacking between {{^line}} and {{/line}}."
    )
    return frame.panel(
      Phrase("可以用的值", "Values to use"), "<dl class=\"facts values\">\(rows)</dl>\(frame.note(words))", id: "values")
  }

  private var facts: HTML {
    guard let letter = frame.profile.letter(occasion) else { return frame.note(Phrase("没有写。", "It is not written.")) }
    func lines(_ text: String) -> HTML { "<pre class=\"lines\">\(text)</pre>" }
    return frame.facts([
      (LetterForm.fields[0].label, "\(letter.title.zh)"), (LetterForm.fields[1].label, "\(letter.title.en)"),
      (LetterForm.fields[2].label, lines(letter.text.zh)), (LetterForm.fields[3].label, lines(letter.text.en)),
    ])
  }

  /// Back to what is released.
  private var undo: HTML {
    when(frame.mayEdit && frame.view.draft?[part] != nil) {
      let label = Phrase("恢复为已发布的", "Back to what is released")
      return "<p>\(frame.button(endpoints.undoEdit, to: "\(Paths.profileDraft)/undo", label, hidden: [("part", part)]))</p>"
    }
  }

  /// The paper in the reader's language, then in the other one.
  private func papers(_ letter: Letter?, isTyped: Bool) throws -> HTML {
    try when(letter) { letter in
      let note =
        isTyped
        ? Phrase("按刚才所填预览，还没有写入草稿。", "As it was typed; it is not in the draft yet.")
        : occasion.isForCitizens
          ? Phrase("用一件虚构的诉求填成的样子。", "Filled in with a case that nobody reported.")
          : Phrase(
            "用一件虚构的事项填成的样子；督办单上，后面是事项、要求和各单位的期限。",
            "Filled in with a matter that nobody reported; on the notice follow the matter, what is asked and each unit's deadline.")
      let example = LetterExample(frame.profile, at: frame.call.now)
      let other: Language = language == .zh ? .en : .zh
      let (own, foreign) = (try example.paper(letter, language), try example.paper(letter, other))
      let more = other == .zh ? Phrase("中文的样子", "In Chinese") : Phrase("英文的样子", "In English")
      return frame.panel(
        Phrase("预览", "Preview"),
        """
        \(frame.note(note))<div class="letter-sheet">\(own)</div>
        <details class="rare"><summary>\(more, language)</summary><div class="letter-sheet">\(foreign)</div></details>
        """,
        id: "preview")
    }
  }
}
