import Casework
import Store

/// What colleagues have in common who see the same on a desk.
enum DeskSight {
  static func of(_ actor: Actor) -> String {
    let roles = actor.roles.map(\.rawValue).sorted().joined(separator: ",")
    return "\(roles) \(actor.unit.value) \(actor.scope.value)"
  }
}

/// About whom there are complaints: these people do not see the same as their colleagues.
struct StaffComplaints: Hashable, Sendable {
  private var accounts: Set<String> = []
  private var groups: Set<String> = []

  private static let select = """
    SELECT about_agent, about_group FROM orders WHERE about_agent IS NOT NULL
    UNION SELECT about_agent, about_group FROM orders WHERE about_group IS NOT NULL
    UNION SELECT about_agent, about_group FROM appeals WHERE \(AppealConditions.staffComplaint)
    """

  static func read(_ sql: any SQLSession) throws -> StaffComplaints {
    let rows = try sql.query(select) { ($0.textOrNil(0), $0.textOrNil(1)) }
    return StaffComplaints(accounts: Set(rows.compactMap(\.0)), groups: Set(rows.compactMap(\.1)))
  }

  func concern(_ actor: Actor) -> Bool {
    accounts.contains(actor.account.value) || actor.group.map(groups.contains) == true
  }
}
