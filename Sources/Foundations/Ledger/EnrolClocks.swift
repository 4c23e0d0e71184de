import Casework
import Store
import Workdays

/// A database from before there were rows of clocks.
extension LedgerSession {
  private static let enrolling = "clock-rows"

  /// Gives the next page of orders their clocks' rows, going on where it was interrupted.
  /// - Returns: the page's open orders with a clock that runs without any rung; nil when all orders have their rows.
  public func enrolClocks(page: Int) throws -> [Order]? {
    let select = "SELECT position FROM checkpoints WHERE projector = $1" + sql.dialect.forUpdate
    guard let from = try sql.first(select, [.text(Self.enrolling)], { $0.int(0) }) else { return nil }
    let folds = try sql.query("SELECT id, fold FROM orders WHERE id > $1 ORDER BY id LIMIT $2", [.int(from), .int(Int64(page))]) {
      (id: $0.int(0), fold: $0.text(1))
    }
    guard let last = folds.last else {
      try sql.execute("DELETE FROM checkpoints WHERE projector = $1", [.text(Self.enrolling)])
      return nil
    }
    var bare: [Order] = []
    for (id, fold) in folds {
      let order = try StoredJSON.decode(Order.self, from: fold)
      try Attendants.write(nil, order, id, sql)
      if order.isOpen, order.clocks.contains(where: { $0.isRunning && $0.rungs.isEmpty }) { bare.append(order) }
    }
    try sql.execute("UPDATE checkpoints SET position = $2 WHERE projector = $1", [.text(Self.enrolling), .int(last.id)])
    return bare
  }
}
