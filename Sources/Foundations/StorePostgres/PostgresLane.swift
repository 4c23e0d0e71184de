import Store

/// A place for one connection: connects when it is first needed, and again after the connection broke.
final class PostgresLane: Lane {
  private let target: String
  private var session: PostgresSession?

  init(_ target: String) {
    self.target = target
  }

  func serve(_ jobs: [Job]) {
    for job in jobs {
      do {
        try transaction(job)
        job.finish(nil)
      } catch {
        tidy()
        job.finish(error)
      }
    }
  }

  private func transaction(_ job: Job) throws {
    let session = try begin(job.reads ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN ISOLATION LEVEL READ COMMITTED")
    try job.run(session)
    guard !session.hasFailed else {
      throw StoreError.other(code: "25P02", message: "a failed statement was passed over outside a savepoint")
    }
    try session.command("COMMIT")
  }

  /// Begins a transaction. If the connection broke while it lay idle, nothing is lost: it is replaced once, unnoticed.
  private func begin(_ sql: String) throws -> PostgresSession {
    if let session {
      do {
        try session.command(sql)
        return session
      } catch {
        tidy()
        if self.session != nil { throw error }
      }
    }
    let fresh = try PostgresSession(target)
    session = fresh
    try fresh.command(sql)
    return fresh
  }

  /// Ends what a failed job left open; drops the connection if it broke or does not come to rest.
  private func tidy() {
    guard let session else { return }
    if !session.isBroken && !session.isIdle { try? session.command("ROLLBACK") }
    if session.isBroken || !session.isIdle { close() }
  }

  func close() {
    session?.close()
    session = nil
  }
}
