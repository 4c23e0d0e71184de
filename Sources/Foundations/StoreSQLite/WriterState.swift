import Foundation
import Store

/// What the writer has done since it was opened.
public struct GroupStatistics: Sendable, Equatable {
  /// Transactions committed that changed anything.
  public var groups = 0
  /// Jobs that rode in them and succeeded.
  public var jobs = 0

  /// Jobs that shared one durable flush, on average.
  public var jobsPerGroup: Double { groups == 0 ? 0 : Double(jobs) / Double(groups) }
}

/// What the writer's thread shares with its callers.
final class WriterState: @unchecked Sendable {
  private let lock = NSLock()
  private var registered: [@Sendable (any SQLSession) throws -> Void] = []
  private var counted = GroupStatistics()
  private var checkpointWanted = false

  var hooks: [@Sendable (any SQLSession) throws -> Void] { lock.withLock { registered } }
  var statistics: GroupStatistics { lock.withLock { counted } }

  func add(_ hook: @Sendable @escaping (any SQLSession) throws -> Void) { lock.withLock { registered.append(hook) } }

  func count(jobs: Int) {
    lock.withLock {
      counted.groups += 1
      counted.jobs += jobs
    }
  }

  func wantCheckpoint() { lock.withLock { checkpointWanted = true } }

  func takeCheckpoint() -> Bool {
    lock.withLock {
      defer { checkpointWanted = false }
      return checkpointWanted
    }
  }
}
