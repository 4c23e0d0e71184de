import GRDBSQLite
import Store

/// The one connection that writes. Whoever arrives while a commit runs rides in the next one; there is no timer.
final class GroupWriter: Lane {
  /// The most jobs in one commit, so that nobody waits for a very long one.
  static let largestGroup = 256
  /// Every so many pages of log it is written back into the database, after the callers have their answers.
  private static let checkpointPages: Int32 = 2_000
  /// Pages at which the writer waits a moment for readers to leave the log, so that it can start over: under an
  /// unbroken stream of readers it would grow without end.
  private static let restartPages: Int32 = 20_000
  private static let restartPatience: Int32 = 200

  private let session: SQLiteSession
  private let shared: WriterState
  /// Pages in the log after the last commit, told by SQLite.
  private let logPages = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  private var lastPages: Int32 = 0
  private var checkpointAt = GroupWriter.checkpointPages

  init(_ session: SQLiteSession, _ shared: WriterState) {
    self.session = session
    self.shared = shared
    logPages.initialize(to: 0)
    sqlite3_wal_hook(
      session.connection.handle,
      { target, _, _, pages in
        target?.assumingMemoryBound(to: Int32.self).pointee = pages
        return SQLITE_OK
      }, logPages)
  }

  func serve(_ jobs: [Job]) {
    if shared.takeCheckpoint() { checkpoint(SQLITE_CHECKPOINT_TRUNCATE) }
    let before = session.changes
    do {
      try session.execute("BEGIN IMMEDIATE", [])
      let failures = try jobs.map { try run($0, alone: jobs.count == 1) }
      let wrote = session.changes != before
      if wrote { for hook in shared.hooks { try hook(session) } }
      try session.execute("COMMIT", [])
      if wrote { shared.count(jobs: failures.count { $0 == nil }) }
      for (job, failure) in zip(jobs, failures) { job.finish(failure) }
    } catch {
      session.rollback()
      for job in jobs { job.finish(error) }
    }
    keepLogShort()
  }

  /// Runs one job in a savepoint of its own and returns its error. Throws only when the whole transaction is lost.
  /// Alone in its group it needs no savepoint.
  private func run(_ job: Job, alone: Bool) throws -> (any Error)? {
    if alone {
      try job.run(session)
      return nil
    }
    do {
      try session.savepoint { try job.run(session) }
      return nil
    } catch {
      guard session.inTransaction else { throw error }
      return error
    }
  }

  private func keepLogShort() {
    let pages = logPages.pointee
    if pages < lastPages { checkpointAt = Self.checkpointPages }
    lastPages = pages
    guard pages >= checkpointAt else { return }
    checkpointAt = pages + Self.checkpointPages
    if pages < Self.restartPages { return checkpoint(SQLITE_CHECKPOINT_PASSIVE) }
    sqlite3_busy_timeout(session.connection.handle, Self.restartPatience)
    checkpoint(SQLITE_CHECKPOINT_RESTART)
    sqlite3_busy_timeout(session.connection.handle, SQLiteConnection.patience)
  }

  /// If a reader keeps it from finishing, the next one will.
  private func checkpoint(_ mode: Int32) {
    sqlite3_wal_checkpoint_v2(session.connection.handle, nil, mode, nil, nil)
  }

  func close() {
    session.close()
    logPages.deallocate()
  }
}
