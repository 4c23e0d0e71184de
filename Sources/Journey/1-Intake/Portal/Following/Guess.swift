import Casework
import Workdays

/// The wrong guesses at one case or from one address, and until when both wait.
struct Guess: Equatable, Sendable {
  let subject: [UInt8]
  var failures = 0
  var lastAt: Moment
  var lockedUntil: Moment?

  /// Hours for which nothing is locked longer, and after which quiet forgets.
  private static let longest = 24
  private static let steps = 6

  /// Until when it is locked; nil where a guess is let through.
  func lock(at now: Moment) -> Moment? {
    guard let lockedUntil, now < lockedUntil else { return nil }
    return lockedUntil
  }

  /// One more wrong guess. From the last allowed one on each locks, twice as long as the one before.
  mutating func miss(at now: Moment, tries: Int, lockMinutes: Int) {
    if now >= lastAt.adding(hours: Self.longest) { failures = 0 }
    failures += 1
    lastAt = now
    let beyond = failures - max(tries, 1)
    guard beyond >= 0 else { return }
    let minutes = min(lockMinutes << min(beyond, Self.steps), Self.longest * 60)
    lockedUntil = now.adding(minutes: minutes)
  }
}
