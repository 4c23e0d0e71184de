import Foundation
import Workdays

extension InputReader {
  func flag(_ value: JSONValue) -> Result<InputValue, Refusal> {
    if case .flag(let flag) = value { return .success(.flag(flag)) }
    if source == .form, case .text(let text) = value {
      switch trimmed(text) {
      case "on", "true", "1", "yes": return .success(.flag(true))
      case "off", "false", "0", "no": return .success(.flag(false))
      default: break
      }
    }
    return .failure(Refusal(phrase: Reasons.flag))
  }

  func whole(_ value: JSONValue, _ range: ClosedRange<Int64>) -> Result<InputValue, Refusal> {
    var number: Int64?
    if case .whole(let given) = value { number = given }
    if source == .form, case .text(let text) = value { number = Int64(trimmed(text)) }
    guard let number else { return .failure(Refusal(phrase: Reasons.whole)) }
    guard range.contains(number) else {
      return .failure(Refusal(phrase: Reasons.range(String(range.lowerBound), String(range.upperBound))))
    }
    return .success(.whole(number))
  }

  func decimal(_ value: JSONValue, _ range: ClosedRange<Double>) -> Result<InputValue, Refusal> {
    guard let text = numeral(value), let number = Double(text), number.isFinite else {
      return .failure(Refusal(phrase: Reasons.decimal))
    }
    guard range.contains(number) else {
      return .failure(Refusal(phrase: Reasons.range("\(range.lowerBound)", "\(range.upperBound)")))
    }
    return .success(.decimal(number))
  }

  func money(_ value: JSONValue, _ range: ClosedRange<Int64>) -> Result<InputValue, Refusal> {
    guard let text = numeral(value), let amount = fen(text) else { return .failure(Refusal(phrase: Reasons.money)) }
    guard range.contains(amount) else {
      return .failure(Refusal(phrase: Reasons.range(yuan(range.lowerBound), yuan(range.upperBound))))
    }
    return .success(.whole(amount))
  }

  /// The number as it was written; only a form may write it as text.
  private func numeral(_ value: JSONValue) -> String? {
    switch value {
    case .whole(let number): return String(number)
    case .number(let text): return text
    case .text(let text):
      let word = trimmed(text)
      let plain = word.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
      return source == .form && plain ? word : nil
    default: return nil
    }
  }
}

/// `-12.5` yuan as -1250 fen, digit by digit: a binary fraction would lose some.
func fen(_ text: String) -> Int64? {
  let negative = text.hasPrefix("-")
  let parts = text.dropFirst(negative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
    parts[0].count <= 13, let whole = Int64(parts[0])
  else { return nil }
  var amount = whole * 100
  if parts.count == 2 {
    guard parts[1].count <= 2, let cents = Int64(parts[1]) else { return nil }
    amount += parts[1].count == 1 ? cents * 10 : cents
  }
  return negative ? -amount : amount
}

/// 1250 fen as `12.50`.
public func yuan(_ fen: Int64) -> String {
  let cents = fen.magnitude % 100
  return "\(fen < 0 ? "-" : "")\(fen.magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
}
