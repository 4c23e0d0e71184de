import CaseFile
import Casework
import Web
import Workdays

/// A citizen's own case: how far it is, what was said, what one can still do.
struct CasePage {
  let file: CitizenFile
  let call: Call
  let portal: Portal
  private var language: Language { call.language }

  func render() -> HTML {
    let body: HTML = """
      <h1>\(Phrase("您的诉求", "Your case"), language) <small class="number">\(file.number)</small></h1>
      <div class="notice"><p>\(file.next, language)</p></div>
      \(when(!file.steps.isEmpty) { "<section class=\"panel\">\(steps(file.steps))</section>" })
      \(HTML.each(file.tracks) { track($0) })
      \(messages)
      \(words)
      \(actions)
      \(ActionForm.button(portal.leaving, to: Paths.portalLeave, for: call.visitor))
      """
    return Layout.page(Phrase("我的诉求", "Your case")[language], for: call.visitor, style: .plain, current: Paths.portalFollow, body: body)
  }

  private func track(_ track: CitizenFile.Track) -> HTML {
    let due = when(track.due) { (due: Moment) -> HTML in
      let day = due.day.description
      let words =
        track.wasExtended
        ? Phrase("已经延期，现在预计 \(day) 前回复。", "It takes longer: an answer is now expected by \(day).")
        : Phrase("预计 \(day) 前回复。", "An answer is expected by \(day).")
      return "<p>\(words, language)</p>\(when(track.why) { "<p class=\"soft\">\($0, language)</p>" })"
    }
    return """
      <section class="panel">
      <h2>\(track.unit ?? Phrase("办理进度", "How far it is"), language)</h2>
      \(when(file.tracks.count > 1) { "<p>\(track.next, language)</p>" })
      \(track.plan == nil ? due : .empty)\(plan(track))\(steps(track.steps))
      \(HTML.each(track.replies) { message($0) })
      </section>
      """
  }

  /// What could not be finished at once: what comes next, and when they will hear of it.
  private func plan(_ track: CitizenFile.Track) -> HTML {
    when(track.plan) { (text: String) -> HTML in
      let due = when(track.due) { (due: Moment) -> HTML in
        let day = due.day
        let words = Phrase(
          "事情还没有办完。我们会在 \(day.year)年\(day.month)月\(day.day)日前再告诉您进展。", "It is not finished. We will tell you more by \(day.description).")
        return "<p>\(words, language)</p>"
      }
      return "\(due)<p><b>\(Phrase("接下来的安排", "What comes next"), language)</b></p><blockquote>\(text)</blockquote>"
    }
  }

  /// The way of a parcel: where it was, where it is, what is left.
  private func steps(_ steps: [CitizenFile.Step]) -> HTML {
    let current = steps.lastIndex { $0.isDone }
    let items = HTML.each(steps.enumerated()) { index, step in
      let mark = step.isDone ? "✓" : "○"
      let time = when(step.at) { (at: Moment) -> HTML in "<time datetime=\"\(at.iso8601)\">\(at.civilText)</time>" }
      let here = index == current ? "step" : nil
      return """
        <li class="\(step.isDone ? "done" : "soft")"\(attribute: "aria-current", here)>\(time)\
        <p><span aria-hidden="true">\(mark)</span> \(step.title, language)\(when(!step.isDone) { later })</p></li>
        """
    }
    return "<ol class=\"timeline\">\(items)</ol>"
  }

  private var later: HTML { "<span class=\"visually-hidden\"> \(Phrase("（还没到）", "(not yet)"), language)</span>" }

  private var messages: HTML {
    when(!file.notices.isEmpty) {
      """
      <section class="panel"><h2>\(Phrase("我们告诉您的", "What we told you"), language)</h2>\(HTML.each(file.notices) { message($0) })</section>
      """
    }
  }

  private func message(_ message: CitizenFile.Message) -> HTML {
    let from = message.from ?? Phrase("热线", "The hotline")
    return """
      <p><b>\(from, language)</b> <time class="soft" datetime="\(message.at.iso8601)">\(message.at.civilText)</time></p>
      <blockquote>\(message.text)</blockquote>
      """
  }

  private var words: HTML {
    let additions = HTML.each(file.additions) { said -> HTML in
      let how = said.corrects ? Phrase("您更正：", "You corrected:") : Phrase("您补充：", "You added:")
      return "<p class=\"soft\">\(said.at.civilText) \(how, language)</p><blockquote>\(said.text)</blockquote>"
    }
    let pictures = HTML.each(file.attachments.enumerated()) { index, id in
      let path = "\(Paths.portalAction(file.number, "attachments"))/\(id.value)"
      return "<li><a href=\"\(path)\">\(Phrase("图片 \(index + 1)", "Picture \(index + 1)"), language)</a></li>"
    }
    return """
      <section class="panel"><h2>\(Phrase("您说的", "What you told us"), language)</h2>
      \(when(file.title) { "<p><b>\($0)</b></p>" })
      <blockquote>\(file.text)</blockquote>
      \(additions)\(when(!pictures.isEmpty) { "<ul>\(pictures)</ul>" })
      </section>
      """
  }

  private var actions: HTML {
    let doors = HTML.each(offered) { endpoint, isOpen in
      """
      <details class="action-box"\(attribute: "open", if: isOpen)>\
      <summary class="\(isOpen ? "primary" : "secondary")">\(endpoint.summary, language)</summary>
      \(ActionForm.render(endpoint, call, scope: endpoint.noun))</details>
      """
    }
    let rated = when(file.rating) { (grade: Grade) -> HTML in
      "<p>\(Phrase("您的评价：", "You said: "), language)\(grade.phrase, language)</p>"
    }
    return "<section class=\"panel stack\"><h2>\(Phrase("您可以", "What you can do"), language)</h2>\(rated)\(doors)</section>"
  }

  /// What would not be refused at once; what matters most now stands open.
  private var offered: [(Endpoint, Bool)] {
    let isOver = file.tracks.contains { $0.steps.last?.isDone == true }
    var offered: [(Endpoint, Bool)] = []
    if file.canRate { offered.append((portal.rating, file.rating == nil)) }
    if file.possible.contains(.correct) { offered.append((portal.correction, false)) }
    if file.possible.contains(.attach), file.attachments.count < AttachPictures.most { offered.append((portal.attaching, false)) }
    if file.possible.contains(.withdraw), !isOver { offered.append((portal.withdrawal, false)) }
    return offered
  }
}
