import Casework
import Ledger
import Vault
import Web
import Workdays

/// What happens to one case while its page is open: its version, the last thing that was done as far as the viewer may read
/// of it, and who else has it open.
public struct CaseLive: LiveSource {
  public let name: String
  private let ledger: Ledger
  private let kind: StreamKind

  public static func orders(_ ledger: Ledger) -> CaseLive { CaseLive(name: "order", ledger: ledger, kind: .order) }
  public static func appeals(_ ledger: Ledger) -> CaseLive { CaseLive(name: "appeal", ledger: ledger, kind: .appeal) }

  public func view(_ topic: LiveTopic, for actor: Actor) async throws -> LiveView? {
    guard !actor.roles.isDisjoint(with: Role.caseworkers.union([.staffing])), let number = caseNumber(topic.name) else { return nil }
    guard let id = try await look(number, actor)?.id else { return nil }
    let change = LiveChange(stream: kind.rawValue, id: id)
    return LiveView(actor.account.value, meets: true, concerns: { $0.contains(change) }) { _ in
      try await look(number, actor)?.members
    }
  }

  private func look(_ number: String, _ actor: Actor) async throws -> CaseGlance? {
    let profile = ledger.profile()
    do {
      return try await ledger.look { [kind] sql, vault in
        let glances = CaseGlances(reader: CaseReader(sql, vault), actor: actor, profile: profile)
        return kind == .order ? try glances.order(number) : try glances.appeal(number)
      }
    } catch is CaseworkProblem {
      return nil
    }
  }
}

/// The version of a case and the last thing that was done to it.
struct CaseGlance: Sendable {
  let id: Int64
  let version: Int64
  var by: Phrase?
  var deed: Phrase?

  var members: [JSONValue.Member] {
    var members = [JSONValue.Member("version", .whole(version))]
    if let by, let deed {
      members += [JSONValue.Member("by", Self.json(by)), JSONValue.Member("deed", Self.json(deed))]
    }
    return members
  }

  private static func json(_ phrase: Phrase) -> JSONValue { .members(("zh", .text(phrase.zh)), ("en", .text(phrase.en))) }
}

/// Reads them for one viewer.
struct CaseGlances {
  let reader: CaseReader
  let actor: Actor
  let profile: Profile

  private var sight: Sight { Sight(actor, profile.units) }

  func order(_ number: String) throws -> CaseGlance {
    let found = try reader.visibleCase(number, sight)
    let timeline = CaseTimeline(reader: reader, sight: sight, names: EventNames(profile: profile), visible: found.visible)
    let last = try reader.read(reader.events(.order, found.order.id.value, after: found.version - 1))
    return try glance(found.order.id.value, found.version, timeline.tell(last, of: found.order))
  }

  func appeal(_ number: String) throws -> CaseGlance {
    let row = try reader.appeal(number)
    guard try !reader.sides(of: row.thing, for: actor, in: profile.units).isEmpty else { throw CaseworkProblem.appeal(number) }
    let timeline = CaseTimeline(reader: reader, sight: sight, names: EventNames(profile: profile), visible: [:])
    let last = try reader.events(.appeal, row.thing.id.value, after: row.version - 1)
    return try glance(row.thing.id.value, row.version, timeline.tellAppeal(last, insideOrder: false))
  }

  private func glance(_ id: Int64, _ version: Int64, _ told: [CaseTimeline.Told]) throws -> CaseGlance {
    guard let last = told.last else { return CaseGlance(id: id, version: version) }
    let people = try PersonNames(of: [last.event.by], reader)
    return CaseGlance(id: id, version: version, by: people[last.event.by], deed: last.words.deed)
  }
}
