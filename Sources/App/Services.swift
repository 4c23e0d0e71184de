import CaseFile
import Casework
import Logging
import ServiceLifecycle
import Store
import Workdays

/// Does again and again what falls due: carries notices, changes the profile at its day, tidies up.
struct Timekeeper: Service {
  let hotline: Hotline
  let logger: Logger
  private static let beat = Duration.seconds(1)
  private static let tidying = 600
  private static let warning = 86_400

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var beats = 0
      while !Task.isCancelled {
        await attempt("notices") { _ = try await hotline.courier.deliver() }
        if beats % 30 == 0 { await attempt("profile") { try await hotline.shelf.refresh() } }
        if beats % 5 == 0 { await attempt("recounts") { try await recount() } }
        if beats % Self.warning == 0 { warn() }
        if beats % Self.tidying == 0 { await attempt("tidying") { try await tidy() } }
        beats += 1
        try? await Task.sleep(for: Self.beat)
      }
    }
  }

  /// What another node began waits until its release is in force here too.
  private func recount() async throws { try await hotline.recounts.runPending() }

  /// Once a day, while the calendar ends soon.
  private func warn() {
    let ledger = hotline.ledger
    guard let alarm = CalendarAlarm.sentence(ledger.profile().calendar, on: ledger.clock().day) else { return }
    logger.warning("\(alarm.en)", metadata: ["module": "calendar"])
  }

  private func tidy() async throws {
    let now = hotline.ledger.clock()
    try await hotline.ledger.forgetOldKeys(at: now)
    try await hotline.accounts.tidy(at: now)
    try await hotline.alerts.tidy(at: now)
  }

  private func attempt(_ what: String, _ body: () async throws -> Void) async {
    do { try await body() } catch is CancellationError {} catch {
      logger.error("a duty failed and will be tried again", metadata: ["duty": .string(what), "error": .string("\(error)")])
    }
  }
}

/// Does what the clocks of orders say, at the minute at which they say it.
struct ClockKeeping: Service {
  let hotline: Hotline

  func run() async throws {
    await cancelWhenGracefulShutdown { await hotline.clocks.run() }
  }
}

/// Keeps the search index up to date.
struct Indexing: Service {
  let hotline: Hotline

  func run() async throws {
    await cancelWhenGracefulShutdown { await hotline.index.run() }
  }
}

/// Seals what other transactions committed; on SQLite each commit seals itself and there is nothing to do.
struct Sealing: Service {
  let hotline: Hotline
  let logger: Logger

  func run() async throws {
    guard hotline.ledger.database.dialect == .postgres else {
      try? await gracefulShutdown()
      return
    }
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do { try await hotline.ledger.sealNow(patience: .zero) } catch {
          logger.error("sealing failed and will be tried again", metadata: ["error": .string("\(error)")])
        }
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
  }
}
