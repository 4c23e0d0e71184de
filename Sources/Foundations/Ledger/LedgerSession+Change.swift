import Casework
import Store
import Workdays

/// Loading and changing: lifecycle, permission, fold, row and events in one place.
extension LedgerSession {
  /// A thing as it stands, with its version and the hash of its newest event.
  struct Standing<S: Recorded> {
    var thing: S
    var version: Int64
    var head: [UInt8]
  }

  func standing<S: Recorded>(_ type: S.Type, _ id: Int64) throws -> Standing<S>? {
    let row = try sql.first(S.table.select + sql.dialect.forUpdate, [.int(id)]) { (version: $0.int(0), head: $0.blob(1), fold: $0.text(2)) }
    guard let row else { return nil }
    return Standing(thing: try StoredJSON.decode(S.self, from: row.fold), version: row.version, head: row.head)
  }

  /// A thing as it stands inside this transaction.
  public func load<S: Recorded>(_ type: S.Type, _ id: Int64) throws -> S {
    guard let standing = try standing(type, id) else { throw CaseworkProblem.unknown(what: S.noun, key: String(id)) }
    return standing.thing
  }

  /// Begins a new thing. The first event must be a birth; the others must follow the lifecycle.
  @discardableResult
  public func begin<S: Recorded>(_ type: S.Type, _ id: Int64, _ events: [S.Event]) throws -> S {
    guard let first = events.first else { throw FoldProblem("\(S.kind) \(id) cannot begin with nothing") }
    let born = try S.fold(nil, fact(first, id))
    guard let who = S.births[first.action], who.allows(actor, sides: born.birthSides(of: actor, in: profile.units)) else {
      throw forbidden(S.self, first.action, S.births[first.action])
    }
    var head = EventLog.genesis
    var thing = born
    for (index, event) in events.enumerated() {
      if index > 0 { thing = try follow(thing, event, id) }
      head = try append(S.self, event, id, version: Int64(index) + 1, head)
    }
    try sql.execute(S.table.insert, [.int(id), .int(Int64(events.count)), .blob(head), .text(try json(thing))] + thing.columns)
    try attend(nil, thing, id)
    return thing
  }

  /// Changes a thing: loads it, checks the table and the actor, asks for the decision, folds, writes row and events.
  /// - Parameter also: sides on which the actor stands beside the thing's own, e.g. through a case that this one belongs to.
  @discardableResult
  public func change<S: Recorded>(
    _ type: S.Type, _ id: Int64, _ action: S.Action, seen: Int? = nil, standing also: Set<Permission.Side> = [],
    decide: (S) throws -> [S.Event]
  ) throws -> S {
    guard var standing = try standing(type, id) else { throw CaseworkProblem.unknown(what: S.noun, key: String(id)) }
    try permit(standing.thing, action, id, also)
    if let seen, Int64(seen) != standing.version { throw LifecycleProblem.changedMeanwhile(try lastAct(S.self, id)) }
    let (before, old) = (standing.version, standing.thing)
    let events = try decide(standing.thing)
    guard !events.isEmpty else { return standing.thing }
    for event in events {
      standing.thing = try follow(standing.thing, event, id)
      standing.version += 1
      standing.head = try append(S.self, event, id, version: standing.version, standing.head)
    }
    let update = S.table.update(old.columns, standing.thing.columns)
    let row: [SQLValue] = [.int(id), .int(before), .int(standing.version), .blob(standing.head), .text(try json(standing.thing))]
    guard try sql.execute(update.text, row + update.columns) == 1 else { throw StoreError.busy("\(S.kind) \(id) changed meanwhile") }
    try attend(old, standing.thing, id)
    return standing.thing
  }

  private func attend<S: Recorded>(_ before: S?, _ after: S, _ id: Int64) throws {
    try Attendants.write(before, after, id, sql)
    if let wake = after.wakesAt { nearestWake = min(nearestWake ?? wake, wake) }
  }

  /// What this actor may do with the thing now, in the table's order.
  public func possible<S: Recorded>(_ thing: S) -> [S.Action] {
    Permit.possible(thing, for: actor, under: profile, at: now)
  }

  private func permit<S: Recorded>(_ thing: S, _ action: S.Action, _ id: Int64, _ also: Set<Permission.Side>) throws {
    let sides = thing.sides(of: actor, in: profile.units).union(also)
    guard !sides.isEmpty else { throw CaseworkProblem.unknown(what: S.noun, key: thing.label) }
    if let line = S.lifecycle.line(thing.state, action) {
      guard line.who.allows(actor, sides: sides) else { throw forbidden(S.self, action, line.who) }
      return
    }
    let possible = possible(thing)
    throw LifecycleProblem.wrongState(
      action: Permit.phrase(action), state: thing.state.phrase, possible: possible.map(\.rawValue),
      possibleWords: possible.map(Permit.phrase), last: try lastAct(S.self, id))
  }

  private func forbidden<S: Recorded>(_ type: S.Type, _ action: S.Action, _ who: Permission?) -> LifecycleProblem {
    .forbidden(action: Permit.phrase(action), by: (who?.roles ?? []).sorted { $0.rawValue < $1.rawValue })
  }

  /// One more event; a step that the table does not know is a defect of the verb and stops the transaction.
  private func follow<S: Recorded>(_ thing: S, _ event: S.Event, _ id: Int64) throws -> S {
    guard let line = S.lifecycle.line(thing.state, event.action) else {
      throw FoldProblem("\(S.kind) \(id): \(event.action.rawValue) is not in the table for \(thing.state.rawValue)")
    }
    let after = try S.fold(thing, fact(event, id))
    guard line.to.contains(after.state) else {
      throw FoldProblem("\(S.kind) \(id): \(event.action.rawValue) may not lead from \(thing.state.rawValue) to \(after.state.rawValue)")
    }
    return after
  }

  private func fact<E: StreamEvent>(_ event: E, _ id: Int64) -> Fact<E> {
    Fact(event, stream: id, at: now, by: actor.account, unit: actor.unit)
  }

  private func append<S: Recorded>(_ type: S.Type, _ event: S.Event, _ id: Int64, version: Int64, _ previous: [UInt8]) throws -> [UInt8] {
    try EventLog.append(
      sql, stream: S.kind, id: id, version: version, at: now, actor: actor, body: try json(event),
      texts: vault.takeFingerprints(), previous: previous)
  }

  private func lastAct<S: Recorded>(_ type: S.Type, _ id: Int64) throws -> LifecycleProblem.LastAct? {
    let statement = "SELECT \(EventLog.columns) FROM events WHERE stream = $1 AND id = $2 ORDER BY version DESC LIMIT 1"
    guard let event = try sql.first(statement, [.text(S.kind.rawValue), .int(id)], EventLog.read),
      let decoded = try? StoredJSON.decode(S.Event.self, from: event.body)
    else { return nil }
    return LifecycleProblem.LastAct(by: event.actor.value, what: Permit.phrase(decoded.action), at: event.at)
  }
}

/// What the tables say about an actor, without a transaction.
public enum Permit {
  public static func possible<S: EventStream>(_ thing: S, for actor: Actor, in organisation: Organisation) -> [S.Action] {
    let sides = thing.sides(of: actor, in: organisation)
    return S.lifecycle.transitions.filter { $0.from.contains(thing.state) && $0.who.allows(actor, sides: sides) }.map(\.action)
  }

  /// Less what would be refused at once.
  public static func possible<S: EventStream>(_ thing: S, for actor: Actor, under profile: Profile, at now: Moment) -> [S.Action] {
    possible(thing, for: actor, in: profile.units).filter { thing.offers($0, to: actor, under: profile, at: now) }
  }

  static func phrase<Action: RawRepresentable>(_ action: Action) -> Phrase where Action.RawValue == String {
    (action as? any Worded)?.phrase ?? Phrase(action.rawValue, action.rawValue)
  }
}
