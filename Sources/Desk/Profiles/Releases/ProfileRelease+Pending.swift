import Store
import Workdays

extension ProfileRelease {
  private static let later = "SELECT effective FROM profiles WHERE effective > $1 ORDER BY effective, id"

  /// The days from which releases hold that do not hold yet, the next first.
  public static func pending(after day: CivilDay, _ sql: any SQLSession) throws -> [CivilDay] {
    try sql.query(later, [.int(Int64(day.ordinal))]) { CivilDay(ordinal: Int($0.int(0))) }
  }
}
