import Casework
import Ledger
import Store
import Synchronization
import TestKit
import Vault
import Workdays

@testable import People

/// A small 云溪市 with a clock that tests turn.
final class Town: Sendable {
  static let units = Organisation([
    Unit(id: "yunxi", name: Phrase("云溪市", "Yunxi"), level: .city, parent: nil),
    Unit(id: "hotline", name: Phrase("热线办", "Hotline office"), level: .hotline, parent: "yunxi", serves: "yunxi"),
    Unit(id: "housing", name: Phrase("住建局", "Housing bureau"), level: .bureau, parent: "yunxi"),
    Unit(id: "qingshan", name: Phrase("青山县", "Qingshan county"), level: .county, parent: "yunxi"),
    Unit(id: "liutang", name: Phrase("柳塘镇", "Liutang township"), level: .township, parent: "qingshan"),
  ])
  static let profile = Profile(
    key: "yunxi", name: Phrase("云溪市", "Yunxi"), version: 1, effective: CivilDay(ordinal: 0), prefix: "YX", units: units,
    taxonomy: Taxonomy(), calendar: .national(), limits: LimitTable())
  static let migrations = Counters.migrations + VaultMigrations.all + LedgerMigrations.all + PeopleMigrations.all
  static let password = "柳絮飞过长长的堤岸"

  /// Hashed once, because hashing is slow on purpose.
  private static let hash = Task { try await PasswordHasher.shared.hash(password) }

  private let time: Mutex<Moment>
  let database: any Database

  init(_ database: any Database) throws {
    self.database = database
    time = Mutex(try Moment(iso8601: "2026-09-30T08:00:00+08:00"))
  }

  var now: Moment { time.withLock { $0 } }

  func wait(minutes: Int = 0, hours: Int = 0, seconds: Int = 0) {
    time.withLock { $0 = $0.adding(hours: hours).adding(minutes: minutes).adding(seconds: seconds) }
  }

  /// Seals every event. PostgreSQL seals only what is older than every running transaction of the server, other tests'
  /// included, so it may take a few tries.
  func seal(_ accounts: Accounts) async throws {
    for _ in 0..<5000 {
      try await accounts.ledger.sealNow()
      let open = "SELECT count(*) - (SELECT count(*) FROM sealed) FROM events"
      if try await database.read({ try $0.count(open) }) == 0 { return }
    }
  }

  /// One node of the town's hotline; several share the database.
  func node() throws -> Accounts {
    let keys = try VaultKeys(master: [UInt8](repeating: 7, count: 32))
    return Accounts(Ledger(database, keys: keys, profile: { Town.profile }, clock: { self.now }))
  }

  /// A town on each engine, with one account of each officer, an agent and a county's officer.
  static func run(_ engine: TestEngine, _ body: (Town, Accounts) async throws -> Void) async throws {
    try await engine.database(migrations) { database in
      let town = try Town(database)
      let accounts = try town.node()
      if engine == .sqlite { accounts.ledger.sealEachCommit() }
      let secret = NewPassword(hash: try await hash.value, mustChange: false, mark: 0)
      for (login, role, unit) in people {
        let verb = CreateAccount(login: AccountID(login), name: login, unit: unit, roles: [role], password: secret)
        _ = try await accounts.perform(verb, as: .system, at: town.now)
      }
      try await body(town, accounts)
    }
  }

  private static let people: [(String, Role, UnitID)] = [
    ("admin", .admin, "hotline"), ("security", .securityAdmin, "hotline"), ("audit", .auditAdmin, "hotline"),
    ("li.na", .agent, "hotline"), ("county", .admin, "qingshan"),
  ]
}

/// The error that `body` throws, or a failed test.
func problem(_ body: () async throws -> Void) async throws -> any Problem {
  do {
    try await body()
  } catch let problem as any Problem {
    return problem
  }
  throw TestSetUpError(description: "nothing was refused")
}
