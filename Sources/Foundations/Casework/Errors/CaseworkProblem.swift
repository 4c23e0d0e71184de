import Workdays

/// Problems that any stage can meet.
public enum CaseworkProblem: Problem {
  case unknown(what: Phrase, key: String)
  case invalid([FieldProblem])
  case hidden(what: Phrase)
  case keyReused
  case conflict(Phrase)
  case busy

  public var status: Int {
    switch self {
    case .unknown: 404
    case .invalid, .keyReused: 422
    case .hidden: 403
    case .conflict: 409
    case .busy: 503
    }
  }

  public var code: String {
    switch self {
    case .unknown: "unknown"
    case .invalid: "invalid-input"
    case .hidden: "hidden"
    case .keyReused: "key-reused"
    case .conflict: "conflict"
    case .busy: "busy"
    }
  }

  public var sentence: Phrase {
    switch self {
    case .unknown(let what, let key): Phrase("没有这个\(what.zh)：\(key)。请核对后再试。", "There is no \(what.en) \(key). Check it and try again.")
    case .invalid(let fields):
      Phrase(
        "有 \(fields.count) 项需要更正：\(Self.listed(fields.map(\.reason.zh), stop: "。", mark: "；"))",
        "\(fields.count) to correct: \(Self.listed(fields.map(\.reason.en), stop: ".", mark: "; "))")
    case .hidden(let what): Phrase("此件的\(what.zh)不对您的单位公开。", "The \(what.en) of this case is not open to your unit.")
    case .keyReused: Phrase("这个 Idempotency-Key 已用于另一份内容；请换一个新的。", "This Idempotency-Key was used with another body; take a new one.")
    case .conflict(let sentence): sentence
    case .busy: Phrase("系统繁忙，未保存；请稍后重试。", "Busy, nothing was saved; try again in a moment.")
    }
  }

  /// Several reasons as one sentence; one stays as it is.
  private static func listed(_ reasons: [String], stop: Character, mark: String) -> String {
    guard reasons.count > 1 else { return reasons.first ?? "" }
    let bare = reasons.map { $0.last == stop ? String($0.dropLast()) : $0 }
    return "\(bare.joined(separator: mark))\(stop)"
  }

  public var fields: [FieldProblem] {
    if case .invalid(let fields) = self { return fields }
    return []
  }

  public static func field(_ name: String, _ zh: String, _ en: String) -> CaseworkProblem { .invalid([FieldProblem(name, Phrase(zh, en))]) }

  /// A unit that takes no more orders.
  public static func closed(_ unit: Unit) -> CaseworkProblem {
    let last = unit.until?.phrase ?? Phrase("", "")
    return field(
      "unit", "“\(unit.name.zh)”已于 \(last.zh) 后撤销，不再承办；请选择接手的单位。",
      "“\(unit.name.en)” takes no orders after \(last.en); choose the unit that took over.")
  }

  public static func order(_ number: String) -> CaseworkProblem { .unknown(what: Phrase("工单", "order"), key: number) }
  public static func appeal(_ number: String) -> CaseworkProblem { .unknown(what: Phrase("诉求", "appeal"), key: number) }
}
