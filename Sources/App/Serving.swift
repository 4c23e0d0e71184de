import Casework
import Foundation
import Hummingbird
import Interop
import Ledger
import Logging
import ServiceLifecycle
import Store
import StoreSQLite
import Web
import Workdays

extension Hotline {
  /// The routes of the whole program.
  public func router() -> Router<LianxinContext> {
    let router = Router(context: LianxinContext.self)
    mount(endpoints, on: router, gate: gate, tiles: tiles, translate: Self.translate)
    let document = ByteBuffer(bytes: OpenAPI.document(endpoints, title: Phrase("连心 12345", "Lianxin 12345"), version: "1"))
    router.get("/api/openapi.json") { _, _ in
      Response(status: .ok, headers: [.contentType: "application/json; charset=utf-8"], body: .init(byteBuffer: document))
    }
    router.get("/healthz") { _, _ in "ok" }
    router.get("/readyz") { _, _ in try await ready() }
    return router
  }

  /// The whole program as a Hummingbird application: the server and the services beside it.
  public func application(host: String, port: Int, logger: Logger, started: @Sendable @escaping () async -> Void = {})
    -> some ApplicationProtocol
  {
    Application(
      router: router(), configuration: .init(address: .hostname(host, port: port), serverName: "lianxin"),
      services: [
        Timekeeper(hotline: self, logger: logger), ClockKeeping(hotline: self), Indexing(hotline: self),
        Sealing(hotline: self, logger: logger), LiveUpdates(hotline: self, logger: logger),
      ],
      onServerRunning: { _ in await started() }, logger: logger)
  }

  /// Refuses a second `serve` on the same SQLite file.
  public func lockForServing() throws {
    if let file = ledger.database as? SQLiteDatabase { try file.lockForServing() }
  }

  private func ready() async throws -> String {
    _ = try await ledger.look { sql, _ in try sql.count("SELECT count(*) FROM migrations") }
    return "ready"
  }

  /// What the store says, in the words of a problem.
  static func translate(_ error: any Error) -> (any Problem)? {
    guard let error = error as? StoreError else { return nil }
    return switch error {
    case .busy, .unavailable: CaseworkProblem.busy
    case .full: StoreTrouble.full
    case .invalidValue: StoreTrouble.unreadable
    default: nil
    }
  }
}

/// Trouble of the database that a person can do something about.
enum StoreTrouble: Problem {
  case full, unreadable

  var status: Int { self == .full ? 507 : 422 }
  var code: String { self == .full ? "disk-full" : "unreadable-text" }
  var gravity: Gravity { self == .full ? .error : .notice }
  var sentence: Phrase {
    switch self {
    case .full: Phrase("磁盘已满，未保存；请联系运维腾出空间后重试。", "The disk is full and nothing was saved; ask the operator to make room, then try again.")
    case .unreadable: Phrase("文字中含有不能保存的字符，请删去后重试。", "The text holds characters that cannot be stored; remove them and try again.")
    }
  }
}
