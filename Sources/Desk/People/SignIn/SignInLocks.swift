import Store
import Workdays

/// How many names and addresses are locked out at the moment after wrong passwords; whose they are is not kept.
public enum SignInLocks {
  private static let locked = "SELECT count(*) FROM sign_in_failures WHERE locked_until > $1"

  public static func count(_ sql: any SQLSession, at now: Moment) throws -> Int { try sql.count(locked, [.int(now.milliseconds)]) }
}
