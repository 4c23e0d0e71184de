import CaseFile
import Casework
import Web
import Workdays

/// The parts that the pages of measures share.
struct MeasurePieces {
  let language: Language
  let profile: Profile
  let now: Moment

  func panel(_ title: Phrase, _ body: HTML) -> HTML { "<section class=\"panel\"><h2>\(title, language)</h2>\n\(body)</section>\n" }

  func words(_ text: String) -> HTML { HTML.each(text.split(separator: "\n", omittingEmptySubsequences: true)) { "<p>\($0)</p>" } }

  func facts(_ pairs: [(Phrase, HTML?)]) -> HTML {
    let rows = pairs.compactMap { pair -> HTML? in
      guard let value = pair.1, !value.isEmpty else { return nil }
      return "<dt>\(pair.0, language)</dt><dd>\(value)</dd>"
    }
    return "<dl class=\"facts\">\(rows)</dl>"
  }

  func unit(_ id: UnitID) -> String { profile.units.name(of: id)[language] }

  func lamp(_ clock: Clock, _ name: Phrase, of unit: UnitID) -> Lamp {
    let lamp = ClockLamp(clock: clock, calendar: profile.calendar(for: unit), now: now, name: name).lamp
    // A measure's clock says nothing to citizens, so only how it is counted is told.
    return Lamp(lamp.state, lamp.word, explanation: clock.deadline.story)
  }

  /// What the whole of a measure waits for.
  static func waiting(_ measure: Measure) -> Phrase {
    switch measure.matter.kind {
    case .submission: Phrase("待批示", "Instruction due")
    case .criticism: Phrase("待批准", "Approval due")
    case .threeParty: Phrase("待会签", "Signatures due")
    case .longRunning: Phrase("下次复核", "Next review")
    case .hardMatter: Phrase("下次会议", "Next meeting")
    case .inspection: Phrase("待督察", "Inspection due")
    case .jointDispatch: Phrase("待议定", "Agreement due")
    case .incident: Phrase("处置", "To be over")
    case .notice, .joint, .escalation: Phrase("待回复", "Answer due")
    }
  }

  /// The lamps of a measure: the clock of the whole, then each unit's.
  func lamps(_ measure: Measure) -> [Lamp] {
    var lamps = measure.isRunning ? [] : [Lamp(.quiet, measure.state.phrase)]
    guard measure.isRunning else { return lamps }
    if let clock = measure.clock, clock.isRunning { lamps.append(lamp(clock, Self.waiting(measure), of: measure.matter.owner)) }
    for duty in measure.duties where !duty.isDone { lamps.append(lamp(duty.clock, profile.units.name(of: duty.unit), of: duty.unit)) }
    if measure.state == .answered { lamps.append(Lamp(.leader, measure.state.phrase)) }
    return lamps
  }

  /// A row of a list.
  func row(_ measure: Measure, _ title: String) -> QueueRow {
    let waiting = measure.duties.filter { !$0.isDone }.map { unit($0.unit) }
    let holder = waiting.isEmpty ? unit(measure.matter.owner) : waiting.prefix(3).joined(separator: language == .zh ? "、" : ", ")
    return QueueRow(
      number: measure.matter.number, path: Paths.measure(measure.matter.number), matter: title, place: measure.matter.kind.phrase[language],
      lamps: Array(lamps(measure).prefix(2)), holder: holder, since: measure.openedAt, now: now, state: measure.state.phrase)
  }
}
