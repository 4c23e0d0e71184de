import Casework
import Workdays

/// What is asked of one unit, before it has a clock.
struct Demand: Sendable {
  let unit: UnitID
  let text: String
  let limit: Limit?

  /// What a measure says where nobody wrote words of their own.
  static func usual(_ kind: MeasureKind, _ cause: MeasureCause?) -> String {
    let because = cause.map { "（\($0.phrase.zh)）" } ?? ""
    return switch kind {
    case .notice: "请查明原因\(because)，在期限内办理完毕，并书面回复办理情况。"
    case .escalation: "下级单位未能办结\(because)，请提级办理并回复结果。"
    case .joint: "请按职责配合办理\(because)，在期限内回复。"
    case .criticism: "请认真整改\(because)，在期限内回复整改情况。"
    default: "请按要求办理\(because)，在期限内回复。"
    }
  }
}
