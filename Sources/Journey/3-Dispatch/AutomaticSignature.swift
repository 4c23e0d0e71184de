import Casework
import Ledger
import Store
import Workdays

extension DispatchStage {
  /// Signs what no unit has signed at its limit, where the city's rule says so; returns how many.
  @discardableResult
  public func signOverdue(at now: Moment) async throws -> Int {
    guard ledger.profile().policy.autoSign else { return 0 }
    let numbers = try await ledger.look { sql, _ in
      try sql.query(
        "SELECT number FROM orders WHERE state = 'pending-signature' AND due_at <= $1 ORDER BY due_at LIMIT 500", [.int(now.milliseconds)]
      ) { $0.text(0) }
    }
    for number in numbers { _ = try await ledger.perform(SignByClock(order: number), as: .system, at: now) }
    return numbers.count
  }
}
