extension JSONParser {
  /// A number, `index` at its first byte.
  mutating func number() throws(JSONProblem) -> JSONValue {
    let start = index
    let negative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
    if negative { index += 1 }
    guard let first = digit else { throw problem(negative ? .badNumber : .unexpected) }
    if first == 0 { index += 1 } else { skipDigits() }
    if digit != nil { throw problem(.badNumber) }
    var isWhole = true
    if at(UInt8(ascii: ".")) {
      isWhole = false
      index += 1
      guard digit != nil else { throw problem(.badNumber) }
      skipDigits()
    }
    if at(UInt8(ascii: "e")) || at(UInt8(ascii: "E")) {
      isWhole = false
      index += 1
      if at(UInt8(ascii: "+")) || at(UInt8(ascii: "-")) { index += 1 }
      guard digit != nil else { throw problem(.badNumber) }
      skipDigits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let value = Int64(text) { return .whole(value) }
    return .number(text)
  }

  private var digit: UInt8? {
    guard index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
    return bytes[index] - 0x30
  }

  private mutating func skipDigits() {
    while digit != nil { index += 1 }
  }

  private func at(_ byte: UInt8) -> Bool { index < bytes.count && bytes[index] == byte }

  /// A string, `index` at its opening quote.
  mutating func string() throws(JSONProblem) -> String {
    index += 1
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        let text = try checked(bytes[start..<index])
        index += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      guard byte >= 0x20 else { throw problem(.control) }
      index += 1
    }
    throw problem(.unfinished)
  }

  private func checked(_ slice: Slice<UnsafeBufferPointer<UInt8>>) throws(JSONProblem) -> String {
    guard let text = String(validating: UnsafeBufferPointer(rebasing: slice), as: UTF8.self) else {
      throw JSONProblem(reason: .badUTF8, position: slice.startIndex)
    }
    return text
  }

  /// The rarer case: the string has escapes, so its bytes are copied.
  private mutating func escapedString(from start: Int) throws(JSONProblem) -> String {
    var copy = [UInt8](bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        guard let text = String(validating: copy, as: UTF8.self) else {
          throw JSONProblem(reason: .badUTF8, position: start)
        }
        index += 1
        return text
      }
      if byte == UInt8(ascii: "\\") {
        try escape(into: &copy)
        continue
      }
      guard byte >= 0x20 else { throw problem(.control) }
      copy.append(byte)
      index += 1
    }
    throw problem(.unfinished)
  }

  private mutating func escape(into copy: inout [UInt8]) throws(JSONProblem) {
    guard index + 1 < bytes.count else { throw problem(.unfinished) }
    let kind = bytes[index + 1]
    index += 2
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): copy.append(kind)
    case UInt8(ascii: "b"): copy.append(0x08)
    case UInt8(ascii: "f"): copy.append(0x0C)
    case UInt8(ascii: "n"): copy.append(0x0A)
    case UInt8(ascii: "r"): copy.append(0x0D)
    case UInt8(ascii: "t"): copy.append(0x09)
    case UInt8(ascii: "u"): copy.append(contentsOf: String(Character(try scalar())).utf8)
    default: throw problem(.badEscape)
    }
  }

  /// The scalar after `\u`, of one escape or of a pair of surrogates.
  private mutating func scalar() throws(JSONProblem) -> Unicode.Scalar {
    let high = try fourHex()
    guard high & 0xF800 == 0xD800 else {
      guard let scalar = Unicode.Scalar(high) else { throw problem(.badEscape) }
      return scalar
    }
    guard high < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    else { throw problem(.badEscape) }
    index += 2
    let low = try fourHex()
    guard low & 0xFC00 == 0xDC00, let scalar = Unicode.Scalar(0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF)) else {
      throw problem(.badEscape)
    }
    return scalar
  }

  private mutating func fourHex() throws(JSONProblem) -> UInt32 {
    guard index + 4 <= bytes.count else { throw problem(.unfinished) }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let nibble = hexDigit(bytes[index]) else { throw problem(.badEscape) }
      value = value << 4 | UInt32(nibble)
      index += 1
    }
    return value
  }
}

/// The value of one hexadecimal digit.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}
