import Foundation
import Workdays

extension InputReader {
  /// The value of a field that is neither list nor object.
  func scalar(_ value: JSONValue, as kind: Field.Kind) -> Result<InputValue, Refusal> {
    switch kind {
    case .flag: return flag(value)
    case .whole(let range): return whole(value, range)
    case .decimal(let range): return decimal(value, range)
    case .money(let range): return money(value, range)
    case .list, .object, .open: return .failure(Refusal(phrase: Reasons.single))
    case .text, .secret, .phone, .choice, .moment, .day, .limit, .reference, .identifier:
      guard case .text(let text) = value else { return .failure(Refusal(phrase: Reasons.text)) }
      return words(text, as: kind)
    }
  }

  private func words(_ text: String, as kind: Field.Kind) -> Result<InputValue, Refusal> {
    switch kind {
    case .text(let max, let lines): return line(text, max: max, lines: lines)
    case .secret(let max): return text.count <= max ? .success(.text(text)) : .failure(Refusal(phrase: Reasons.tooLong(max, text.count)))
    case .phone: return found(phone(text).map { .text($0) }, Reasons.phone)
    case .choice(let choices):
      let word = trimmed(text)
      return found(choices.contains { $0.value == word } ? .text(word) : nil, Reasons.choice(choices))
    case .moment: return found(moment(trimmed(text)).map { .moment($0) }, Reasons.moment)
    case .day: return found(CivilDay(trimmed(text)).map { .day($0) }, Reasons.day)
    case .limit: return found(Limit(trimmed(text)).map { .limit($0) }, Reasons.limit)
    case .reference(let kind): return found(reference(trimmed(text), kind).map { .text($0) }, Reasons.reference(kind))
    default: return found(caseNumber(trimmed(text)).map { .text($0) }, Reasons.identifier)
    }
  }

  private func found(_ value: InputValue?, _ otherwise: @autoclosure () -> Phrase) -> Result<InputValue, Refusal> {
    if let value { .success(value) } else { .failure(Refusal(phrase: otherwise())) }
  }

  private func line(_ raw: String, max: Int, lines: Bool) -> Result<InputValue, Refusal> {
    let text = trimmed(lines ? withPlainBreaks(raw) : raw)
    // Fewer bytes than the limit are never more characters, and counting characters is slow.
    if text.utf8.count > max, text.count > max { return .failure(Refusal(phrase: Reasons.tooLong(max, text.count))) }
    var hasBreak = false
    for byte in text.utf8 where byte < 0x20 || byte == 0x7F {
      guard byte == 0x0A || byte == 0x0D || byte == 0x09 else { return .failure(Refusal(phrase: Reasons.control)) }
      if byte != 0x09 { hasBreak = true }
    }
    if hasBreak, !lines { return .failure(Refusal(phrase: Reasons.lineBreak)) }
    return .success(.text(text))
  }

  /// Browsers end lines with CR LF; the same words from JSON and from a form must be equal.
  private func withPlainBreaks(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    return text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
  }

  /// Browsers send a bare local time; programs must say the offset.
  private func moment(_ text: String) -> Moment? {
    if let moment = Moment(text) { return moment }
    guard source == .form, text.utf8.count >= 16, !text.utf8.dropFirst(11).contains(where: { $0 == 0x2B || $0 == 0x2D || $0 == 0x5A })
    else { return nil }
    return Moment("\(text)+08:00")
  }

  /// In a form a person may also have typed the name that the list of proposals shows.
  private func reference(_ text: String, _ kind: ReferenceKind) -> String? {
    if references.exists(kind, text) { return text }
    guard source == .form else { return nil }
    let named = references.options(kind).filter { $0.label.zh == text || $0.label.en == text }
    return named.count == 1 ? named[0].value : nil
  }
}

/// A number of an appeal or order as people type it, made what it is stored as; nil where it cannot be one.
public func caseNumber(_ text: String) -> String? {
  guard (1...40).contains(text.utf8.count) else { return nil }
  let upper = text.uppercased()
  let fits = upper.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2D }
  return fits ? upper : nil
}

/// Digits of a telephone number, its spaces, hyphens, brackets and the prefix of China taken away.
func phone(_ text: String) -> String? {
  var digits: [UInt8] = []
  for scalar in trimmed(text).unicodeScalars {
    switch scalar.value {
    case 0x30...0x39: digits.append(UInt8(scalar.value))
    case 0xFF10...0xFF19: digits.append(UInt8(scalar.value - 0xFF10) + 0x30)
    case 0x20, 0x2D, 0x28, 0x29, 0x2B, 0xFF08, 0xFF09, 0x2013, 0x2014: continue
    default: return nil
    }
  }
  var number = String(decoding: digits, as: UTF8.self)
  if number.hasPrefix("0086") { number.removeFirst(4) } else if number.hasPrefix("86"), number.count > 11 { number.removeFirst(2) }
  return (3...15).contains(number.count) ? number : nil
}

/// Without white space at both ends, ideographic spaces included.
func trimmed(_ text: String) -> String {
  // Whoever begins and ends with a visible ASCII character has nothing to lose; the rest asks the tables of Unicode.
  if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) { return text }
  guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
    first.properties.isWhitespace || last.properties.isWhitespace
  else { return text }
  return text.trimmingCharacters(in: .whitespacesAndNewlines)
}
