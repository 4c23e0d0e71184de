import Store

/// A connection that reads: each job sees the database as it was at its first statement, while writing goes on.
final class SnapshotReader: Lane {
  private let session: SQLiteSession

  init(_ session: SQLiteSession) {
    self.session = session
  }

  func serve(_ jobs: [Job]) {
    for job in jobs {
      do {
        try session.execute("BEGIN", [])
        try job.run(session)
        try session.execute("COMMIT", [])
        job.finish(nil)
      } catch {
        session.rollback()
        job.finish(error)
      }
    }
  }

  func close() {
    session.close()
  }
}
