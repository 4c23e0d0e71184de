import Synchronization

/// What the last check found: a draft is looked at more often than it is changed, and checking takes its time.
final class CheckedDraft: Sendable {
  private let held = Mutex<(key: String, faults: [DraftFault])?>(nil)

  subscript(_ key: String) -> [DraftFault]? { held.withLock { $0?.key == key ? $0?.faults : nil } }

  func keep(_ faults: [DraftFault], for key: String) { held.withLock { $0 = (key, faults) } }
}
