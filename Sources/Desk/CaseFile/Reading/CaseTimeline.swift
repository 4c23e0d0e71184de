import Casework
import Foundation
import Vault
import Workdays

/// Builds a timeline: reads what each event says, leaves out what the viewer must not hear of, opens the texts all at once.
struct CaseTimeline {
  let reader: CaseReader
  let sight: Sight
  let names: EventNames
  /// The appeals that the viewer may see, by their participations.
  let visible: [ParticipationID: AppealID]

  struct Told {
    let event: LoggedEvent
    let words: EventWords
  }

  var appeals: Set<AppealID> { Set(visible.values) }

  /// What the events of an order say to this viewer.
  func tell(_ events: [(logged: LoggedEvent, event: OrderEvent)], of order: Order) -> [Told] {
    let speaker = OrderWords(names: names, tellsNumbers: !order.matter.confidential || !appeals.isEmpty)
    return events.compactMap { logged, event in
      guard let words = visible(event, speaker.words(for: event)) else { return nil }
      if words.isInternal, !sight.readsNote(of: logged.unit, on: order) { return nil }
      return Told(event: logged, words: words)
    }
  }

  /// What the events of an appeal say. Inside an order's file the order tells of joining itself.
  func tellAppeal(_ events: [LoggedEvent], insideOrder: Bool) throws -> [Told] {
    try events.compactMap { event in
      let decoded = try reader.decode(AppealEvent.self, event.body)
      if insideOrder, [.raiseOrder, .merge, .separate].contains(decoded.action) { return nil }
      let words = AppealWords(names: names, appeal: AppealID(event.id)).words(for: decoded)
      return words.isInternal && !sight.readsNotes ? nil : Told(event: event, words: words)
    }
  }

  /// Notices and call-backs; joining, parting and rating are told by the order and the appeal.
  func tellParticipations(_ events: [LoggedEvent]) throws -> [Told] {
    try events.compactMap { event in
      guard let appeal = visible[ParticipationID(event.id)] else { return nil }
      let decoded = try reader.decode(ParticipationEvent.self, event.body)
      if [.join, .part, .rate].contains(decoded.action) { return nil }
      return Told(event: event, words: ParticipationWords(names: names, appeal: appeal).words(for: decoded))
    }
  }

  private func visible(_ event: OrderEvent, _ words: EventWords) -> EventWords? {
    guard let appeal = words.appeal, !appeals.contains(appeal) else { return words }
    guard case .calledBack(_, _, _, let state, _) = event else { return nil }
    return EventWords.unnamedCallback(state)
  }
}

extension CaseTimeline {
  /// The texts that the events need.
  static func texts(of told: [Told]) -> [TextID?] { told.flatMap { $0.words.quotes.map(\.text) } }

  /// Everything in the order in which it happened.
  static func entries(_ told: [Told], _ texts: MaskedTexts, _ people: PersonNames, _ sight: Sight, _ names: EventNames) -> [TimelineEntry] {
    told.sorted { ($0.event.at, $0.event.seq) < ($1.event.at, $1.event.seq) }.map { one in
      let nobody = PersonNames.isNobody(one.event.by)
      let quotes = one.words.quotes.filter { !$0.internally || sight.readsNotes }
      return TimelineEntry(
        stream: one.event.stream, version: one.event.version, at: one.event.at, by: one.event.by, name: people[one.event.by],
        unit: nobody ? nil : one.event.unit, unitName: nobody ? nil : names.unit(one.event.unit), type: one.event.type,
        deed: one.words.deed, facts: one.words.facts.map { TimelineEntry.Fact(label: $0.label, value: $0.value) },
        quotes: quotes.map { TimelineEntry.Quote(label: $0.label, text: texts[$0.text], isInternal: $0.internally) },
        isInternal: one.words.isInternal, file: one.words.file)
    }
  }
}
