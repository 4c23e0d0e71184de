import Workdays

/// How many wrong tries are let pass, and for how long everybody is locked out afterwards.
struct LockRule: Sendable {
  let tries: Int
  /// Minutes within which they count together.
  let window: Int
  /// Minutes of the first lock; each further one within a day takes twice as long.
  let first: Int
  private static let longest = 24 * 60

  static let account = LockRule(tries: 5, window: 15, first: 15)
  /// A whole office stands behind one address: it locks against trying one password on many accounts.
  static let address = LockRule(tries: 100, window: 15, first: 15)

  func minutes(afterLocks locks: Int) -> Int { min(first << min(locks, 10), LockRule.longest) }
}

/// The tries of one account or from one address. A try counts before the password is looked at, so that many at once are
/// no way around the lock; what proves right is taken back.
struct FailureRecord: Equatable, Sendable {
  var count = 0
  var since: Moment
  var lastAt: Moment
  var locks = 0
  var lockedUntil: Moment?

  init(at now: Moment) {
    since = now
    lastAt = now
  }

  /// Counts one more try; returns until when it is refused instead.
  mutating func attempt(at now: Moment, _ rule: LockRule) -> Moment? {
    if let until = lockedUntil, now < until { return until }
    if now >= lastAt.adding(days: 1) { locks = 0 }
    if lockedUntil != nil || now >= since.adding(minutes: rule.window) {
      (count, since, lockedUntil) = (0, now, nil)
    }
    count += 1
    lastAt = now
    if count >= rule.tries {
      lockedUntil = now.adding(minutes: rule.minutes(afterLocks: locks))
      locks += 1
    }
    return nil
  }

  /// Takes one try back, and the lock with it if this was the try that set it.
  mutating func forgive(_ rule: LockRule) {
    if count == rule.tries, lockedUntil != nil {
      lockedUntil = nil
      locks = max(0, locks - 1)
    }
    count = max(0, count - 1)
  }
}
