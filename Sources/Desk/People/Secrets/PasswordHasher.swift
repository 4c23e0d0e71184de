import Casework
import Foundation
import Synchronization

/// Computes password hashes on threads of its own, two at a time: 38 MiB at most, however many people sign in at once.
final class PasswordHasher: Sendable {
  /// One for the whole process, because its purpose is to bound the memory of the process.
  static let shared = PasswordHasher()

  static let atOnce = 2
  /// Who would have to wait longer than some three seconds is told to try again.
  private static let mostWaiting = 256

  private let queue: OperationQueue
  private let waiting = Mutex(0)

  private init() {
    queue = OperationQueue()
    queue.name = "passwords"
    queue.maxConcurrentOperationCount = PasswordHasher.atOnce
  }

  func hash(_ password: String) async throws -> PasswordHash { try await run { try PasswordHash.make(password) } }

  /// Whether the password fits; without a hash it never does, after the same time.
  func fits(_ password: String, _ hash: PasswordHash?) async throws -> Bool {
    let tried = hash ?? .decoy
    let fits = try await run { try tried.fits(password) }
    return fits && hash != nil
  }

  private func run<T: Sendable>(_ work: @Sendable @escaping () throws -> T) async throws -> T {
    let admitted = waiting.withLock { count in
      guard count < PasswordHasher.mostWaiting else { return false }
      count += 1
      return true
    }
    guard admitted else { throw CaseworkProblem.busy }
    defer { waiting.withLock { $0 -= 1 } }
    return try await withCheckedThrowingContinuation { caller in
      queue.addOperation { caller.resume(with: Result(catching: work)) }
    }
  }
}
