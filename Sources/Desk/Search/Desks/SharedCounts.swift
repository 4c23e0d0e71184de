import Casework
import Workdays

/// How many stand in the tabs that colleagues share. One of them has it counted for all, at most every other second: an open
/// page is kept right by the live updates, and a queue of thousands reads the same two seconds later.
struct SharedCounts: Sendable {
  private struct Sight: Hashable {
    let desk: Role
    let who: String
  }

  struct Counted: Sendable {
    let counts: [String: Int]
    /// Read after the counts, so that whoever is complained about in what was counted is known.
    let about: StaffComplaints
  }

  private let kept: Kept<Sight, Counted>

  /// - Parameter milliseconds: for how long a count is good.
  init(for milliseconds: Int64) { kept = Kept(for: milliseconds) }

  /// What was counted a moment ago for somebody who sees the same, else what `count` finds now.
  func counts(
    on desk: Role, for actor: Actor, at now: Moment, count: @escaping @Sendable () async throws -> Counted
  ) async throws -> [String: Int] {
    let sight = Sight(desk: desk, who: DeskSight.of(actor))
    return try await kept.value(for: sight, at: now, unless: { $0.about.concern(actor) }, read: count).counts
  }
}
