import Casework
import Ledger
import Workdays

extension Array where Element == ReasonCode {
  /// A reason must be one of the profile's, where it has a list.
  public func check(_ reason: String, field: String = "reason") throws(CaseworkProblem) {
    guard !isEmpty, self[code: reason] == nil else { return }
    let (zh, en) = (map { "\($0.phrase.zh)（\($0.code)）" }, map { "\($0.phrase.en) (\($0.code))" })
    throw .field(
      field, "没有这个理由；可用：\(zh.joined(separator: "、"))。", "There is no such reason; use one of: \(en.joined(separator: ", ")).")
  }
}

extension LedgerSession {
  /// Keeps why something was decided. Whoever decides against somebody says why.
  /// - Parameter against: whether it was.
  public func keep(_ reason: String?, against: Bool, for order: Order, field: String = "reason") throws -> TextID? {
    let words = try keepIfAny(reason, on: order.matter)
    guard words != nil || !against else {
      throw CaseworkProblem.field(field, "请写明理由，对方会看到。", "Say why; the other side will read it.")
    }
    return words
  }
}
