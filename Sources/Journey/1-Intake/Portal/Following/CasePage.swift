import CaseFile
import Casework
import Web
import Workdays

/// A citizen's own case: how far it is, what was answered, what one can still do; the words at the end, they know them.
struct CasePage {
  let file: CitizenFile
  let call: Call
  let portal: Portal
  var language: Language { call.language }

  func render() -> HTML {
    let body: HTML = """
      <h1 class="case-title">\(file.title ?? Phrase("您的诉求", "Your case")[language]) <small class="number">\(file.number)</small></h1>
      <p class="next-words">\(file.next, language)</p>
      \(when(!file.steps.isEmpty) { "<section class=\"panel\">\(Parcel(steps: file.steps, language: language).render())</section>" })
      \(HTML.each(file.tracks) { track($0) })
      \(messages)
      \(letters)
      \(when(file.canRate) { RatingPanel(page: self).render() })
      \(words)
      \(actions)
      \(ActionForm.button(portal.leaving, to: Paths.portalLeave, for: call.visitor))
      """
    return Layout.page(Phrase("我的诉求", "Your case")[language], for: call.visitor, style: .plain, current: Paths.portalFollow, body: body)
  }

  private func track(_ track: CitizenFile.Track) -> HTML {
    """
    <section class="panel">
    <h2>\(track.unit ?? Phrase("办理进度", "How far it is"), language)</h2>
    \(when(file.tracks.count > 1) { "<p>\(track.next, language)</p>" })
    \(track.plan == nil ? due(track) : .empty)\(plan(track))
    \(HTML.each(track.replies.reversed()) { message($0, Phrase("回复了您", "answered you")) })
    \(Parcel(steps: track.steps, language: language).render())
    </section>
    """
  }

  /// The day by which an answer comes, and why by then.
  private func due(_ track: CitizenFile.Track) -> HTML {
    when(track.due) { (due: Moment) -> HTML in
      let date = due.day.words
      let words =
        track.wasExtended
        ? Phrase("已经延期，现在预计 \(date.zh) 前回复。", "It takes longer: an answer is now expected by \(date.en).")
        : Phrase("预计 \(date.zh) 前回复。", "An answer is expected by \(date.en).")
      let why = when(track.why) { (why: Phrase) -> HTML in
        """
        <details class="due-why"><summary>\(Phrase("为什么是这一天？", "Why that day?"), language)</summary>\
        <p class="soft">\(why, language)</p></details>
        """
      }
      return "<div class=\"due\"><p><b>\(words, language)</b></p>\(why)</div>"
    }
  }

  /// What could not be finished at once: what comes next, and when they will hear of it.
  private func plan(_ track: CitizenFile.Track) -> HTML {
    when(track.plan) { (text: String) -> HTML in
      let due = when(track.due) { (due: Moment) -> HTML in
        let day = due.day.phrase
        let words = Phrase(
          "事情还没有办完。我们会在 \(day.zh) 前再告诉您进展。", "It is not finished. We will tell you more by \(day.en).")
        return "<p>\(words, language)</p>"
      }
      return "\(due)<p><b>\(Phrase("接下来的安排", "What comes next"), language)</b></p><blockquote>\(text)</blockquote>"
    }
  }

  private var messages: HTML {
    when(!file.notices.isEmpty) {
      """
      <section class="panel"><h2>\(Phrase("我们告诉您的", "What we told you"), language)</h2>\(HTML.each(file.notices) { message($0) })</section>
      """
    }
  }

  /// What can be printed, as official papers.
  private var letters: HTML {
    when(!file.letters.isEmpty) {
      let pieces = CasePieces(language: language, profile: portal.profile)
      return pieces.panel(
        Phrase("可以打印的函件", "Letters to print"),
        pieces.letters(file.letters) { Paths.portalLetter(file.number, $0.occasion.rawValue, order: $0.order) })
    }
  }

  private func message(_ message: CitizenFile.Message, _ how: Phrase = Phrase("", "")) -> HTML {
    let from = message.from ?? Phrase("热线", "The hotline")
    let space = language == .en && !how.en.isEmpty ? " " : ""
    return """
      <div class="message"><p><b>\(from, language)\(space)\(how, language)</b> \
      <time class="soft" datetime="\(message.at.iso8601)">\(message.at, language)</time></p>
      <blockquote>\(message.text)</blockquote></div>
      """
  }

  private var words: HTML {
    let additions = HTML.each(file.additions) { said -> HTML in
      let how = said.corrects ? Phrase("您更正：", "You corrected:") : Phrase("您补充：", "You added:")
      return "<p class=\"soft\">\(said.at, language) \(how, language)</p><blockquote>\(said.text)</blockquote>"
    }
    let pictures = HTML.each(file.attachments.enumerated()) { index, id in
      let path = "\(Paths.portalAction(file.number, "attachments"))/\(id.value)"
      let name = Phrase("图片 \(index + 1)", "Picture \(index + 1)")[language]
      return "<li><a href=\"\(path)\"><img src=\"\(path)\" alt=\"\(name)\" loading=\"lazy\"></a></li>"
    }
    return """
      <section class="panel"><h2>\(Phrase("您说的", "What you told us"), language)</h2>
      <p class="soft">\(file.receivedAt, language)</p>
      <blockquote>\(file.text)</blockquote>
      \(additions)\(when(!pictures.isEmpty) { "<ul class=\"pictures\">\(pictures)</ul>" })
      </section>
      """
  }

  private var actions: HTML {
    let doors = HTML.each(offered) { endpoint in
      """
      <details class="action-box"><summary class="secondary">\(endpoint.summary, language)</summary>\
      \(ActionForm.render(endpoint, call, scope: endpoint.noun))</details>
      """
    }
    return when(!doors.isEmpty) {
      "<section class=\"panel stack\"><h2>\(Phrase("您还可以", "What you can do"), language)</h2>\(doors)</section>"
    }
  }

  /// What would not be refused at once.
  private var offered: [Endpoint] {
    let isOver = file.tracks.contains { $0.steps.last?.isDone == true }
    var offered: [Endpoint] = []
    if file.possible.contains(.correct) { offered.append(portal.correction) }
    if file.possible.contains(.attach), file.attachments.count < AttachPictures.most { offered.append(portal.attaching) }
    if file.possible.contains(.withdraw), !isOver { offered.append(portal.withdrawal) }
    return offered
  }
}
