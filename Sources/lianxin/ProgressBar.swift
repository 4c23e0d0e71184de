import Foundation
import Synchronization

/// A bar on the standard error, redrawn at most a hundred times.
final class ProgressBar: Sendable {
  private let total: Int
  private let drawn = Mutex(0)
  private static let width = 40

  init(total: Int) { self.total = max(1, total) }

  func show(_ done: Int) {
    let step = min(100, done * 100 / total)
    let fresh = drawn.withLock { last in
      guard step > last else { return false }
      last = step
      return true
    }
    guard fresh else { return }
    let full = min(Self.width, done * Self.width / total)
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
    FileHandle.standardError.write(Data("\r\(bar) \(done)".utf8))
  }

  func finish() { FileHandle.standardError.write(Data("\n".utf8)) }
}
