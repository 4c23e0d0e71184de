import Casework
import Ledger
import Store

extension LedgerSession {
  private static let holding = """
    SELECT 1 FROM accounts WHERE state = 'active' AND unit = $1 AND (' ' || roles || ' ') LIKE $2 LIMIT 1
    """

  /// Whether anybody at a unit holds a role.
  public func holds(_ role: Role, at unit: UnitID) throws -> Bool {
    try sql.exists(Self.holding, [.text(unit.value), .text("% \(role.rawValue) %")])
  }
}
