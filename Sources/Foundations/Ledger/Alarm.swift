import Synchronization
import Workdays

/// Lets one sleeper wait for the next moment at which something must happen, and wakes it early when a nearer one is written.
public final class Alarm: Sendable {
  private struct State {
    /// Until when the sleeper means to sleep.
    var until: Moment?
    var rang = false
    var sleep: Task<Void, Never>?
  }

  private let state = Mutex(State())

  /// Something wakes at `moment`; called after it is committed.
  func set(_ moment: Moment) {
    let sleep = state.withLock { state -> Task<Void, Never>? in
      guard !state.rang, let until = state.until, moment < until else { return nil }
      state.rang = true
      return state.sleep
    }
    sleep?.cancel()
  }

  /// From now on everything that wakes before `moment` rings; asked before looking for the next wake-up, so that nothing
  /// that is written in between is overslept.
  public func listen(until moment: Moment) { state.withLock { $0.until = moment } }

  /// Waits `span`, or less when it has rung since it was listened for.
  public func wait(atMost span: Duration) async {
    // A sleep that is cancelled has ended early, which is all that is asked of it.
    let sleep = Task { _ = try? await Task.sleep(for: span) }
    let rang = state.withLock { state in
      state.sleep = sleep
      return state.rang
    }
    if rang { sleep.cancel() }
    await withTaskCancellationHandler {
      await sleep.value
    } onCancel: {
      sleep.cancel()
    }
    state.withLock { $0 = State() }
  }
}
