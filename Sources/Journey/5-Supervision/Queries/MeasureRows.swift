import Casework
import Store
import Vault
import Web
import Workdays

/// A list of measures with their titles.
struct MeasureRows: Sendable {
  let measures: [Measure]
  /// Titles and demands, masked.
  let texts: [Int64: String]
  let next: Int64?

  static func read(
    _ filter: MeasureFilter, limit: Int, _ actor: Actor, _ profile: Profile, _ sql: any SQLSession, _ vault: Vault
  ) throws -> MeasureRows {
    let found = try MeasureList(actor: actor, units: profile.units).read(filter, limit: limit, sql)
    let measures = found.rows.map(\.measure)
    let wanted = measures.flatMap { [$0.matter.title.value, $0.matter.demand.value] }
    let texts = try vault.texts(Array(Set(wanted)).sorted()).mapValues { Masking.text($0) }
    return MeasureRows(measures: measures, texts: texts, next: found.next)
  }

  func title(_ measure: Measure) -> String { texts[measure.matter.title.value] ?? measure.matter.number }

  func json(at now: Moment) -> JSONValue {
    .members(("items", .list(measures.map { $0.glance(title($0), at: now) })), ("next", .optional(next)))
  }
}

/// The saved filters of the list's page.
struct MeasureTab: Sendable {
  enum Name: String, CaseIterable { case open, mine, answered, submission, hard, long, all }

  let name: Name
  var filter = MeasureFilter()
  let limit: Int

  /// What the query asks for; on a page the tab stands for it.
  init(_ call: Call) {
    let query = call.query
    limit = Int(query.whole("limit") ?? 50)
    name = Name(rawValue: query.text("tab")) ?? (call.surface == .page ? Self.first(for: call.actor) : .all)
    filter.kind = query.word("kind")
    if let state: MeasureState = query.word("state") { filter.states = [state] }
    filter.unit = query.optionalText("unit").map { UnitID($0) }
    filter.dueBefore = query.moment("due_before")
    filter.before = query.whole("after")
    apply(call.actor)
  }

  private static func first(for actor: Actor) -> Name { actor.has(.officer) ? .mine : actor.has(.leader) ? .submission : .open }

  private mutating func apply(_ actor: Actor) {
    switch name {
    case .open: (filter.states, filter.newestFirst) = (Array(MeasureState.running), false)
    case .mine: (filter.unit, filter.waitsForUnit, filter.newestFirst) = (actor.unit, true, false)
    case .answered: filter.states = [.answered]
    case .submission: (filter.kind, filter.states) = (.submission, Array(MeasureState.running))
    case .hard: (filter.kind, filter.states) = (.hardMatter, Array(MeasureState.running))
    case .long: (filter.kind, filter.states, filter.newestFirst) = (.longRunning, Array(MeasureState.running), false)
    case .all: break
    }
  }

  static func label(_ name: Name) -> Phrase {
    switch name {
    case .open: Phrase("在办", "Running")
    case .mine: Phrase("待本单位回复", "For my unit to answer")
    case .answered: Phrase("待审", "To be judged")
    case .submission: Phrase("呈批件", "Submissions")
    case .hard: Phrase("疑难件", "Hard matters")
    case .long: Phrase("挂账", "Long-running")
    case .all: Phrase("全部", "All")
    }
  }
}
