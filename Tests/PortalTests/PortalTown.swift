import CaseFile
import Casework
import Hummingbird
import HummingbirdTesting
import Ledger
import Search
import Store
import Synchronization
import TestKit
import Vault
import Web
import Workdays

@testable import Acceptance
@testable import Intake

/// 云溪市 in small, with a clock that tests turn, and with its portal on a router.
final class PortalTown: Sendable {
  static let units = Organisation([
    Unit(id: "yunxi", name: Phrase("云溪市", "Yunxi"), level: .city, parent: nil),
    Unit(id: "hotline", name: Phrase("热线中心", "Hotline Centre"), level: .hotline, parent: "yunxi", serves: "yunxi", intake: true),
    Unit(id: "urban", name: Phrase("市城管局", "City Management"), level: .bureau, parent: "yunxi"),
  ])
  static let dispatcher = Actor(
    account: "secret.dispatcher", name: "派单员赵某", roles: [.dispatcher, .supervisor], unit: "hotline", scope: "yunxi")
  static let officer = Actor(account: "secret.officer", name: "承办人钱某", roles: [.officer], unit: "urban", scope: "urban")
  static let areas = [
    Area(id: "yunxi", name: Phrase("云溪市", "Yunxi City")),
    Area(id: "east-lake", name: Phrase("东湖区", "East Lake District"), parent: "yunxi"),
    Area(id: "west-hill", name: Phrase("西山县", "West Hill County"), parent: "yunxi"),
    Area(id: "north-plain", name: Phrase("北原县", "North Plain County"), parent: "yunxi"),
    Area(id: "lakeside", name: Phrase("湖滨街道", "Lakeside Subdistrict"), parent: "east-lake", longitude: 118.44, latitude: 35.62),
    Area(id: "stone-gate", name: Phrase("石门镇", "Stone Gate Town"), parent: "west-hill", longitude: 118.1, latitude: 35.66),
    Area(id: "stone-gate-north", name: Phrase("石门镇", "Stone Gate in the North"), parent: "north-plain", longitude: 118.37, latitude: 35.88),
  ]
  static let migrations =
    Counters.migrations + VaultMigrations.all + LedgerMigrations.all + SearchMigrations.all + AnswerMigrations.all
    + PortalMigrations.all

  static var profile: Profile {
    var policy = CasePolicy()
    policy.acceptedMatters = [Phrase("路灯、供热、噪声等", "Street lamps, heating, noise")]
    let route = Phrase("请向人民法院起诉", "Sue at the court")
    policy.refusals = [RefusalReason(code: "litigation", matter: Phrase("诉讼事项", "Court matters"), route: route)]
    policy.openness.openMatters = ["城乡建设"]
    policy.emergencyLines = [EmergencyLine(number: "110", name: Phrase("公安", "Police"))]
    return Profile(
      key: "yunxi", name: Phrase("云溪市12345热线", "Yunxi 12345"), version: 1, effective: CivilDay(ordinal: 0), prefix: "YX",
      lines: [HotlineLine(number: "12345", name: Phrase("热线", "Hotline"), mode: .main)], units: units, areas: areas, taxonomy: Taxonomy(),
      calendar: .national(), limits: LimitTable(), policy: policy,
      letters: [
        Letter(
          .accepted, title: Phrase("受理告知书", "Notice of acceptance"), text: Phrase("{{caller}}：\n{{number}} 由{{unit}}办理。", "{{number}}")),
        Letter(.answered, title: Phrase("答复书", "Letter of reply"), text: Phrase("{{caller}}：\n{{reply}}", "{{reply}}")),
      ])
  }

  private let hands: Clockwork
  let ledger: Ledger

  init(_ database: any Database) throws {
    let clock = Clockwork(try Moment(iso8601: "2026-09-30T08:00:00+08:00"))
    hands = clock
    let profile = Self.profile
    ledger = Ledger(
      database, keys: try VaultKeys(master: [UInt8](repeating: 7, count: 32)), profile: { profile }, clock: { clock.now })
  }

  var now: Moment { hands.now }
  func wait(minutes: Int) { hands.wait(minutes: minutes) }

  /// A town on an engine, and its portal to browse.
  static func run(
    _ engine: TestEngine, _ body: @Sendable @escaping (PortalTown, any TestClientProtocol) async throws -> Void
  ) async throws {
    try await engine.database(migrations) { database in
      let town = try PortalTown(database)
      if engine == .sqlite { town.ledger.sealEachCommit() }
      let router = Router(context: LianxinContext.self)
      let endpoints = IntakeStage(ledger: town.ledger).portal + AcceptanceStage(ledger: town.ledger).scope
      mount(endpoints, on: router, gate: PortalGate(town: town))
      try await Application(router: router).test(.router) { client in try await body(town, client) }
    }
  }

  /// An appeal as it came by telephone.
  func record(_ text: String, phone: String? = "13812345678") async throws -> String {
    var statement = Statement(channel: .phone, text: text, receivedAt: now)
    statement.caller = Identity(name: "王小明", phone: phone)
    return try await ledger.perform(RecordAppeal(statement: statement, intake: "hotline"), as: Self.dispatcher).number
  }

  /// What the office does, straight as events: the stages' own rules are tested with them.
  @discardableResult
  func act(
    _ number: String, _ action: OrderAction, as actor: Actor,
    _ events: @Sendable @escaping (LedgerSession, Order) throws -> [OrderEvent]
  ) async throws -> String {
    try await ledger.perform(Deed(order: number, action: action, events: events), as: actor)
  }

  func count(_ table: String) async throws -> Int { try await ledger.look { sql, _ in try sql.count("SELECT count(*) FROM \(table)") } }
}

/// A clock that tests turn.
final class Clockwork: Sendable {
  private let time: Mutex<Moment>

  init(_ start: Moment) { time = Mutex(start) }

  var now: Moment { time.withLock { $0 } }
  func wait(minutes: Int) { time.withLock { $0 = $0.adding(minutes: minutes) } }
}

struct Deed: Verb {
  let order: String
  let action: OrderAction
  let events: @Sendable (LedgerSession, Order) throws -> [OrderEvent]

  func perform(in session: LedgerSession) throws -> String {
    let after = try session.change(Order.self, try session.orderID(order), action) { try events(session, $0) }
    return after.matter.number
  }
}

/// Nobody is signed in at the portal.
struct PortalGate: Gate {
  let town: PortalTown
  var references: any References { NoReferences() }
  func actor(bearer: String) async throws -> Actor? { nil }
  func actor(session: String) async throws -> (actor: Actor, csrf: String)? { nil }
  func now() -> Moment { town.now }
  func surroundings(for actor: Actor?) -> Surroundings {
    Surroundings(house: PortalTown.profile.name, navigation: PublicMenu.navigation(for: PortalTown.profile))
  }
}
