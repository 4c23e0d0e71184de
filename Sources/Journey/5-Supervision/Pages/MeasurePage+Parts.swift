import Casework
import Web
import Workdays

/// What the kinds of measures have of their own: callers, findings, photographs, opinions, meetings, the decision.
extension MeasurePage {
  var parts: HTML {
    HTML.joined([callers, findings, photographs, offices, meetings, decision])
  }

  /// The calls that wait and look alike: ticked by themselves, linked with one key.
  private var callers: HTML {
    when(measure.matter.kind == .incident) {
      let count = Phrase("已关联 \(measure.linked) 件。", "\(measure.linked) linked.")
      let rows = HTML.each(file.candidates) { candidate -> HTML in
        """
        <li><label><input type="checkbox" name="appeals" value="\(candidate.number)" checked> \
        <span class="number">\(candidate.number)</span> \(candidate.text) <span class="soft">\(candidate.at, language)</span></label></li>
        """
      }
      let form: HTML = """
        <form method="post" action="\(Paths.measureAction(file.number, MeasureAction.link.rawValue))">\(ActionForm.token(call.visitor))\
        <input type="hidden" name="\(SubmittedForm.keyName)" value="\(randomToken(bytes: 12))">
        <ul class="links">\(rows)</ul><button class="primary" accesskey="l">\(MeasureAction.link.phrase, language) (Alt+L)</button></form>
        """
      let none: HTML = "<p class=\"soft\">\(Phrase("没有待关联的同类诉求。", "No like appeal is waiting."), language)</p>"
      let may = file.possible.contains(.link) && !file.candidates.isEmpty
      return pieces.panel(Phrase("来电关联", "Callers"), "<p>\(count, language)</p>\(may ? form : none)")
    }
  }

  private var findings: HTML {
    HTML.each(measure.findings) { finding -> HTML in
      let verdict = finding.confirmed ? Phrase("与回复相符", "As reported") : Phrase("与回复不符", "Not as reported")
      let lamp = Lamp(finding.confirmed ? .onTime : .late, verdict)
      let head: HTML = "<p>\(lamp.render(language)) <span class=\"soft\">\(finding.at, language) \(finding.place?.address)</span></p>"
      return pieces.panel(Phrase("现场督察", "On-site inspection"), "\(head)\(pieces.words(file[finding.text]))")
    }
  }

  private var photographs: HTML {
    when(!measure.photographs.isEmpty) {
      let pictures = HTML.each(measure.photographs.enumerated()) { index, id -> HTML in
        let path = Paths.measurePhotograph(file.number, id.value)
        let label = Phrase("现场照片 \(index + 1)", "Photograph \(index + 1)")[language]
        return "<a href=\"\(path)\"><img src=\"\(path)\" alt=\"\(label)\" loading=\"lazy\"></a>"
      }
      return pieces.panel(Phrase("照片", "Photographs"), "<div class=\"photographs\">\(pictures)</div>")
    }
  }

  private var offices: HTML {
    when(measure.matter.kind == .threeParty && file.isInside) {
      let cards = HTML.each(MeasureParty.allCases) { party -> HTML in
        let own = measure.file(of: party)
        let state =
          own?.signedAt.map { Lamp(.onTime, Phrase("已会签 \($0.phrase.zh)", "Signed \($0.phrase.en)")) }
          ?? Lamp(own == nil ? .quiet : .soon, own == nil ? Phrase("未立卷", "No file yet") : Phrase("已立卷，待会签", "File open, to be signed"))
        let by = own?.signedBy.map { file.name(of: $0)[language] }
        let opinion = when(own?.opinion) { (text: TextID) -> HTML in "<blockquote>\(pieces.words(file[text]))</blockquote>" }
        return "<div class=\"office\"><h3>\(party.phrase, language)</h3><p>\(state.render(language)) \(by)</p>\(opinion)</div>"
      }
      return pieces.panel(Phrase("三方意见", "The three opinions"), "<div class=\"offices\">\(cards)</div>")
    }
  }

  private var meetings: HTML {
    HTML.each(file.isInside ? measure.meetings : []) { meeting -> HTML in
      let who = meeting.units.map(pieces.unit).joined(separator: language == .zh ? "、" : ", ")
      return pieces.panel(
        Phrase("会议 \(meeting.at.phrase.zh)", "Meeting of \(meeting.at.phrase.en)"),
        pieces.facts([
          (Phrase("参会单位", "Units"), HTML(escaping: who)), (Phrase("议程", "Agenda"), pieces.words(file[meeting.agenda])),
          (Phrase("纪要", "Minutes"), pieces.words(file[meeting.minutes])),
        ]))
    }
  }

  private var decision: HTML {
    when(measure.decision) { decision in
      let category = decision.category.map { HTML(escaping: file.profile.taxonomy.title(of: $0)[language]) }
      let facts = pieces.facts([
        (Phrase("承办单位", "Unit"), decision.unit.map { HTML(escaping: pieces.unit($0)) }), (Phrase("适用分类", "Category"), category),
        (Phrase("内容", "Words"), pieces.words(file[decision.text])),
      ])
      return pieces.panel(
        Phrase("结论：\(decision.result.phrase.zh)", "Decision: \(decision.result.phrase.en)"), "\(facts)\(rule(of: decision))")
    }
  }

  /// A decision that names unit and category is offered as a rule of the dispatch catalogue's draft.
  private func rule(of decision: MeasureDecision) -> HTML {
    guard let unit = decision.unit, let category = decision.category, !call.actor.roles.isDisjoint(with: Self.ruleMakers) else {
      return .empty
    }
    let fields = [("matters", category.value), ("lead", unit.value), ("basis", file[decision.text]), ("decision", file.number)]
    let hidden = HTML.each(fields) { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" }
    return """
      <form method="post" action="\(Paths.catalogue)/rules">\(ActionForm.token(call.visitor))\(hidden)\
      <button class="secondary">\(Phrase("写入派单目录草稿", "Put it into the catalogue's draft"), language)</button></form>
      """
  }

  private static let ruleMakers: Set<Role> = [.dispatcher, .staffing]
}
