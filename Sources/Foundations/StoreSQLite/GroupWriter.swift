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

  /// So many groups after a failure are run apart at once, so that a storm of refusals does not run everything twice.
  private static let carefulGroups = 8

  private let session: SQLiteSession
  private let shared: WriterState
  /// Pages in the log after the last commit, told by SQLite.
  private let logPages = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  private var lastPages: Int32 = 0
  private var checkpointAt = GroupWriter.checkpointPages
  private var careful = 0

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
    if careful > 0 {
      careful -= 1
      apart(jobs)
    } else if !together(jobs) {
      careful = Self.carefulGroups
      apart(jobs)
    }
    keepLogShort()
  }

  /// Runs all jobs in one transaction without savepoints, each of which would copy every page that its job touches.
  /// False, with nothing changed and nobody answered, when one of several jobs failed: they must be run again, apart.
  private func together(_ jobs: [Job]) -> Bool {
    do {
      try session.execute("BEGIN IMMEDIATE", [])
      let before = session.changes
      do {
        for job in jobs { try job.run(session) }
      } catch  where jobs.count > 1 {
        session.rollback()
        return false
      }
      try finish(jobs, failures: [], since: before)
    } catch {
      refuse(jobs, error)
    }
    return true
  }

  /// Runs each job in a savepoint of its own; one that fails takes nobody with it.
  private func apart(_ jobs: [Job]) {
    do {
      try session.execute("BEGIN IMMEDIATE", [])
      let before = session.changes
      try finish(jobs, failures: try jobs.map { try failure(of: $0) }, since: before)
    } catch {
      refuse(jobs, error)
    }
  }

  private func refuse(_ jobs: [Job], _ error: any Error) {
    session.rollback()
    for job in jobs { job.finish(error) }
  }

  /// Runs one job in a savepoint and returns its error. Throws only when the whole transaction is lost.
  private func failure(of job: Job) throws -> (any Error)? {
    do {
      try session.savepoint { try job.run(session) }
      return nil
    } catch {
      guard session.inTransaction else { throw error }
      return error
    }
  }

  /// Seals, commits and answers.
  private func finish(_ jobs: [Job], failures: [(any Error)?], since before: Int64) throws {
    let wrote = session.changes != before
    if wrote { for hook in shared.hooks { try hook(session) } }
    try session.execute("COMMIT", [])
    if wrote { shared.count(jobs: jobs.count - failures.count { $0 != nil }) }
    for (index, job) in jobs.enumerated() { job.finish(failures.isEmpty ? nil : failures[index]) }
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
