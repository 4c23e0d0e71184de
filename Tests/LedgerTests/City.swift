import App
import Casework
import Foundation
import Ledger
import Store
import StoreSQLite
import Synchronization
import TestKit
import Testing
import Vault
import Web
import Workdays

/// The fixture city on a database of its own, with a clock that tests turn and people made by hand.
final class City: Sendable {
  let hotline: Hotline
  let interface: InProcess
  let database: any Database
  private let time: Mutex<Moment>

  static let master = [UInt8](repeating: 7, count: 32)
  static let dawn = Moment(milliseconds: 1_790_557_200_000)

  private init(_ database: any Database, _ hotline: Hotline, _ time: Moment) {
    (self.database, self.hotline) = (database, hotline)
    interface = InProcess(hotline)
    self.time = Mutex(time)
  }

  static func open(_ database: any Database) async throws -> City {
    let hotline = try await Hotline.open(
      database, keys: try VaultKeys(master: master), clock: { dawn }, random: { UInt64.random(in: .min ... .max) })
    if hotline.shelf.isEmpty { try await hotline.shelf.release(try #require(EmbeddedProfiles.text("yunxi")), file: "yunxi.yaml") }
    return City(database, hotline, dawn)
  }

  var now: Moment { time.withLock { $0 } }

  @discardableResult
  func wait(minutes: Int) -> Moment {
    time.withLock {
      $0 = $0.adding(minutes: minutes)
      return $0
    }
  }

  var ledger: Ledger { hotline.ledger }

  /// Somebody of this role at this unit.
  func person(_ role: Role, _ unit: UnitID = "hotline", account: AccountID? = nil) -> Actor {
    let scope = ledger.profile().units.units[unit]?.serves ?? unit
    let account = account ?? AccountID("\(role.rawValue)-\(unit)")
    return Actor(account: account, name: account.value, roles: [role], unit: unit, scope: scope)
  }

  @discardableResult
  func post(_ path: String, _ body: JSONValue = .object([]), as actor: Actor) async throws -> JSONValue {
    try await interface.post(path, body, as: actor, at: now)
  }

  func count(_ sql: String, _ args: [SQLValue] = []) async throws -> Int { try await database.read { try $0.count(sql, args) } }

  func row<S: Recorded>(_ type: S.Type, _ number: String) async throws -> S {
    let statement = "SELECT fold FROM \(S.table.name) WHERE number = $1"
    let fold = try await database.read { try $0.first(statement, [.text(number)]) { $0.text(0) } }
    return try JSONDecoder().decode(S.self, from: Data(try #require(fold).utf8))
  }
}

extension TestEngine {
  func city(_ body: (City) async throws -> Void) async throws {
    try await place { place in
      let database = try place.open()
      let result = await outcome { try await body(try await City.open(database)) }
      await database.close()
      try result.get()
    }
  }
}

/// The steps that most stories begin with.
extension City {
  static let lamp = "城乡建设/公用设施/路灯"

  func record(_ text: String = "路灯不亮") async throws -> String {
    let answer = try await post(
      "appeals",
      .members(
        ("channel", .text("phone")), ("text", .text(text)),
        ("caller", .members(("name", .text("王秀英")), ("phone", .text("13812345678"))))), as: person(.agent))
    return try #require(answer["number"]?.text)
  }

  func raise(_ appeal: String) async throws -> String {
    let answer = try await post(
      "appeals/\(appeal)/orders",
      .members(
        ("kind", .text("help")), ("category", .text(Self.lamp)), ("title", .text("路灯不亮")), ("text", .text("请修复"))), as: person(.agent))
    return try #require(answer["number"]?.text)
  }

  /// An order that waits for the signature of the city management bureau.
  func dispatched() async throws -> (appeal: String, order: String) {
    let appeal = try await record()
    let order = try await raise(appeal)
    try await post("orders/\(order)/dispatch", .members(("unit", .text("urban"))), as: person(.dispatcher))
    return (appeal, order)
  }

  /// A story from the first call to the archive.
  func archived() async throws -> (appeal: String, order: String) {
    let (appeal, order) = try await dispatched()
    let officer = person(.officer, "urban")
    try await post("orders/\(order)/signature", as: officer)
    try await post("orders/\(order)/contact", .members(("result", .text("reached"))), as: officer)
    wait(minutes: 60)
    try await post("orders/\(order)/feedback", .members(("outcome", .text("solved")), ("public_reply", .text("已修复"))), as: officer)
    try await post("orders/\(order)/review", .members(("decision", .text("pass"))), as: person(.dispatcher))
    try await post(
      "orders/\(order)/callback",
      .members(
        ("appeal", .text(appeal)), ("reached", .flag(true)), ("solved", .flag(true)), ("result_grade", .text("satisfied"))),
      as: person(.followup))
    try await hotline.courier.deliverAll()
    try await post("orders/\(order)/archive", as: person(.supervisor))
    return (appeal, order)
  }
}

/// The problem that a step meets; nil where it goes through.
func problem(_ body: () async throws -> Void) async throws -> (any Problem)? {
  do {
    try await body()
    return nil
  } catch let problem as any Problem {
    return problem
  }
}
