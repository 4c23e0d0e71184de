import Foundation
import Store

/// The mark of the one process that serves a database file: a lock on `<path>.serve`, gone with the process.
final class ServeLock: @unchecked Sendable {
  private let file: Int32

  init(path: String) throws {
    let mark = "\(path).serve"
    file = open(mark, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StoreError.unavailable("cannot open \(mark): \(String(cString: strerror(errno)))") }
    // Thrown with every property set, so `deinit` runs and closes the file; closing it here too would close a stranger's.
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw StoreError.alreadyServed(path) }
  }

  deinit {
    Foundation.close(file)
  }
}
