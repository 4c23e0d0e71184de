import Casework
import Ledger
import Store
import Workdays

extension Account: Recorded {
  public static let noun = Phrase("账户", "account")
  public var label: String { login.value }

  public static let table = RowTable("accounts", ["login", "name", "unit", "state", "roles", "created_at"])

  public var columns: [SQLValue] {
    [
      .text(login.value), .text(name), .text(unit.value), .text(state.rawValue), .text(roles.map(\.rawValue).joined(separator: " ")),
      .int(createdAt.milliseconds),
    ]
  }
}
