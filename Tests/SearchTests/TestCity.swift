import Casework
import Foundation
import Ledger
import People
import Profiles
import Store
import TestKit
import Vault
import Workdays

@testable import Search

/// 云溪市 in small: the hotline beside a bureau and two counties with a township each.
struct TestCity {
  let ledger: Ledger
  let desk: SearchDesk
  let index: IndexService
  static let migrations =
    Counters.migrations + VaultMigrations.all + LedgerMigrations.all + ProfileRelease.migrations + PeopleMigrations.all
    + SearchMigrations.all + AnswerMigrations.all
  static let morning = Moment(milliseconds: 1_790_000_000_000)

  static let units = Organisation([
    Unit(id: "city", name: Phrase("云溪市", "Yunxi"), level: .city, parent: nil),
    Unit(id: "hotline", name: Phrase("热线办", "Hotline"), level: .hotline, parent: "city", serves: "city"),
    Unit(id: "lighting", name: Phrase("城管局", "City management"), level: .bureau, parent: "city"),
    Unit(id: "east", name: Phrase("东县", "East county"), level: .county, parent: "city", intake: true),
    Unit(id: "east-town", name: Phrase("东镇", "East town"), level: .township, parent: "east"),
    Unit(id: "west", name: Phrase("西县", "West county"), level: .county, parent: "city", intake: true),
    Unit(id: "west-town", name: Phrase("西镇", "West town"), level: .township, parent: "west"),
  ])

  static let profile = Profile(
    key: "test", name: Phrase("云溪市", "Yunxi"), effective: CivilDay(ordinal: 0), prefix: "YX", units: units,
    areas: [
      Area(id: "e", name: Phrase("东区", "East")), Area(id: "e-1", name: Phrase("东一街", "East 1"), parent: "e"),
    ],
    taxonomy: Taxonomy([
      CategoryNode(
        id: "城乡建设", name: Phrase("城乡建设", "Construction"),
        children: [
          CategoryNode(id: "城乡建设/路灯", name: Phrase("路灯", "Street lamps")),
          CategoryNode(id: "城乡建设/供热", name: Phrase("供热", "Heating")),
        ])
    ]), calendar: .national(), limits: LimitTable())

  /// Runs a test in a city of its own.
  static func on(_ engine: TestEngine, _ body: (TestCity) async throws -> Void) async throws {
    try await engine.database(migrations) { database async throws in
      let keys = try VaultKeys(master: Array(repeating: 7, count: 32))
      let ledger = Ledger(database, keys: keys, profile: { profile }, clock: { morning }, random: { 12_345 })
      if engine == .sqlite { ledger.sealEachCommit() }
      try await body(TestCity(ledger: ledger, desk: SearchDesk(ledger: ledger, countsFor: 0), index: IndexService(ledger: ledger)))
    }
  }

  static func actor(_ role: Role, _ unit: UnitID, group: String? = nil, named name: AccountID? = nil) -> Actor {
    let scope = units.units[unit]?.serves ?? unit
    return Actor(account: name ?? AccountID(role.rawValue), name: role.rawValue, roles: [role], unit: unit, scope: scope, group: group)
  }

  @discardableResult
  func order(_ spec: TestOrder, at now: Moment = morning) async throws -> Order {
    let receipt = try await ledger.perform(RaiseForTest(spec: spec), as: .system, at: now)
    return try await order(numbered: receipt.number)
  }

  func order(numbered number: String) async throws -> Order {
    try await ledger.look { sql, _ in
      let id = try sql.first("SELECT id FROM orders WHERE number = $1", [.text(number)]) { $0.int(0) } ?? 0
      return try sql.folds(Order.self, [id])[0]
    }
  }

  @discardableResult
  func appeal(_ spec: TestAppeal, by actor: Actor = .system, at now: Moment = morning) async throws -> String {
    try await ledger.perform(RecordForTest(spec: spec), as: actor, at: now).number
  }

  /// Titles of what an actor sees in the list.
  func titles(_ actor: Actor, _ filter: OrderFilter = OrderFilter()) async throws -> [String] {
    try await desk.orders(filter, as: actor, after: nil, limit: 100).items.map(\.title)
  }
}
