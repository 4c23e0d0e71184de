/// A caller's closure on its way to a connection's thread, and the answer's way back.
public struct Job: Sendable {
  /// Whether it only reads: engines give it a snapshot instead of a transaction that writes.
  public let reads: Bool
  /// Runs the closure and keeps its result; throws what the closure threw.
  public let run: @Sendable (any SQLSession) throws -> Void
  /// Wakes the caller, with the error or, for nil, with the result kept by `run`. Call it exactly once.
  public let finish: @Sendable ((any Error)?) -> Void
}

/// Holds a result between `run` and `finish`. Both happen on the connection's thread, one after the other.
private final class Kept<T: Sendable>: @unchecked Sendable {
  var value: T?
}

extension Job {
  /// Makes a job of `body`, hands it to `submit` and waits for its answer. `submit` says whether anybody takes it.
  public static func perform<T: Sendable>(
    reads: Bool, _ body: @Sendable @escaping (any SQLSession) throws -> T, submit: (Job) -> Bool
  ) async throws -> T {
    try await withCheckedThrowingContinuation { (caller: CheckedContinuation<T, any Error>) in
      let kept = Kept<T>()
      let job = Job(reads: reads, run: { kept.value = try body($0) }) { error in
        if let value = kept.value, error == nil {
          caller.resume(returning: value)
        } else {
          caller.resume(throwing: error ?? StoreError.unavailable("the job was dropped"))
        }
      }
      if !submit(job) { caller.resume(throwing: StoreError.unavailable("the database is closed")) }
    }
  }
}
