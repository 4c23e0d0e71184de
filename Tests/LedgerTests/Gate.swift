import Foundation

/// Holds the thread of a transaction until somebody opens it.
final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  private static let patience = 20.0

  func open() { semaphore.signal() }

  /// Waits to be opened; goes on by itself before a forgotten gate could hang the run.
  func pass() { _ = semaphore.wait(timeout: .now() + Self.patience) }
}
