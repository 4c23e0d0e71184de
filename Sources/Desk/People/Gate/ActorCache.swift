import Casework
import Synchronization
import Workdays

/// Who is behind a token or session, remembered for two seconds, so that three thousand requests a second do not ask the
/// database three thousand times. A change on this node empties it at once.
final class ActorCache: Sendable {
  struct Known: Sendable {
    let actor: Actor
    /// The token of the session's forms; nil for a token of the programming interface.
    let csrf: String?
  }

  private struct State {
    var entries: [[UInt8]: (known: Known, at: Moment)] = [:]
    /// How often it was emptied: what was read before that is not remembered after it.
    var generation = 0
  }

  static let milliseconds: Int64 = 2000
  private static let most = 20_000

  private let state = Mutex(State())

  var generation: Int { state.withLock { $0.generation } }

  func find(_ digest: [UInt8], at now: Moment) -> Known? {
    state.withLock { state in
      guard let entry = state.entries[digest] else { return nil }
      let age = now - entry.at
      return (0..<Self.milliseconds).contains(age) ? entry.known : nil
    }
  }

  /// - Parameter generation: as it was before the database was asked.
  func keep(_ known: Known, _ digest: [UInt8], at now: Moment, generation: Int) {
    state.withLock { state in
      guard state.generation == generation else { return }
      if state.entries.count >= Self.most { state.entries.removeAll(keepingCapacity: true) }
      state.entries[digest] = (known, now)
    }
  }

  func forget() {
    state.withLock { state in
      state.generation += 1
      state.entries.removeAll(keepingCapacity: true)
    }
  }
}
