import Casework
import Synchronization
import Workdays

/// How many stand in the tabs that colleagues share. One of them has it counted for all, at most every other second: an open
/// page is kept right by the live updates, and a queue of thousands reads the same two seconds later.
final class SharedCounts: Sendable {
  private struct Sight: Hashable {
    let desk: Role
    let who: String
  }

  private struct Counted {
    let counts: [String: Int]
    /// Read after the counts, so that whoever is complained about in what was counted is known.
    let about: StaffComplaints
    let at: Moment
  }

  private let counted = Mutex<[Sight: Counted]>([:])
  private let milliseconds: Int64

  /// - Parameter milliseconds: for how long a count is good.
  init(for milliseconds: Int64) { self.milliseconds = milliseconds }

  /// What was counted a moment ago for somebody who sees the same, else what `count` finds now.
  func counts(
    on desk: Role, for actor: Actor, at now: Moment, count: () async throws -> (counts: [String: Int], about: StaffComplaints)
  ) async throws -> [String: Int] {
    let sight = Sight(desk: desk, who: DeskSight.of(actor))
    if let known = counted.withLock({ $0[sight] }), isFresh(known, now), !known.about.concern(actor) { return known.counts }
    let (counts, about) = try await count()
    guard !about.concern(actor) else { return counts }
    counted.withLock { all in
      all = all.filter { isFresh($0.value, now) }
      all[sight] = Counted(counts: counts, about: about, at: now)
    }
    return counts
  }

  private func isFresh(_ counted: Counted, _ now: Moment) -> Bool { abs(now.milliseconds - counted.at.milliseconds) < milliseconds }
}
