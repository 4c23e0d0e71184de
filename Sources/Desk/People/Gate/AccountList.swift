import Casework
import Store
import Synchronization
import Workdays

/// The active accounts in memory, for fields that refer to one. Other nodes' changes arrive within ten seconds.
final class AccountList: Sendable {
  private struct State {
    var names: [AccountName] = []
    var logins: Set<String> = []
    var loadedAt: Moment?
    var generation = 0
  }

  private static let milliseconds: Int64 = 10_000

  private let state = Mutex(State())

  func contains(_ login: String) -> Bool { state.withLock { $0.logins.contains(login) } }
  var names: [AccountName] { state.withLock { $0.names } }

  func forget() {
    state.withLock { state in
      state.loadedAt = nil
      state.generation += 1
    }
  }

  /// Loads the list where it is older than ten seconds.
  func refresh(_ database: any Database, at now: Moment) async throws {
    guard let generation = stale(at: now) else { return }
    let names = try await database.read { try AccountRows($0).active() }
    state.withLock { state in
      state.names = names
      state.logins = Set(names.map(\.login))
      if state.generation != generation { state.loadedAt = nil }
    }
  }

  /// The generation, where it is time to load. Whoever asks first loads; the others go on with what there is, unless there
  /// is nothing yet or somebody has just changed it.
  private func stale(at now: Moment) -> Int? {
    state.withLock { state in
      if let loadedAt = state.loadedAt, (0..<Self.milliseconds).contains(now - loadedAt) { return nil }
      if state.loadedAt != nil || !state.names.isEmpty { state.loadedAt = now }
      return state.generation
    }
  }
}
