/// Values of single nodes.
extension JSONTape {
  func text(_ index: Int) throws -> String {
    let node = nodes[index]
    switch node.kind {
    case .string: return String(decoding: UnsafeBufferPointer(rebasing: bytes[node.start..<node.end]), as: UTF8.self)
    case .escaped: return try unescaped(node)
    default: throw mismatch(String.self)
    }
  }

  func integer<I: FixedWidthInteger>(_ index: Int, as type: I.Type) throws -> I {
    let node = nodes[index]
    guard node.kind == .number else { throw mismatch(type) }
    var value: I = 0
    let negative = bytes[node.start] == UInt8(ascii: "-")
    let digits = (negative ? node.start + 1 : node.start)..<node.end
    guard !digits.isEmpty else { throw mismatch(type) }
    for place in digits {
      guard let digit = I(exactly: Int(bytes[place]) - 48), (0...9).contains(digit) else { throw mismatch(type) }
      let (tens, tooBig) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooFar) = negative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      guard !tooBig, !tooFar else { throw mismatch(type) }
      value = sum
    }
    return value
  }

  func real(_ index: Int) throws -> Double {
    let node = nodes[index]
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[node.start..<node.end]), as: UTF8.self)
    guard node.kind == .number, let value = Double(text) else { throw mismatch(Double.self) }
    return value
  }

  func flag(_ index: Int) throws -> Bool {
    switch nodes[index].kind {
    case .yes: return true
    case .no: return false
    default: throw mismatch(Bool.self)
    }
  }

  func isNull(_ index: Int) -> Bool { nodes[index].kind == .null }

  /// The value of a member; nil where the object has none of that name.
  func member(_ name: String, of object: Int) -> Int? {
    var name = name
    return name.withUTF8 { wanted in
      var index = object + 1
      let end = nodes[object].next
      while index < end {
        let key = nodes[index]
        if key.end - key.start == wanted.count, key.kind != .escaped, isSame(key.start, wanted) { return index + 1 }
        if key.kind == .escaped, (try? text(index)) == String(decoding: wanted, as: UTF8.self) { return index + 1 }
        index = nodes[index + 1].next
      }
      return nil
    }
  }

  private func isSame(_ start: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    for offset in 0..<wanted.count where bytes[start + offset] != wanted[offset] { return false }
    return true
  }

  /// The names of an object's members, in their order.
  func names(of object: Int) -> [String] {
    var names: [String] = []
    var index = object + 1
    while index < nodes[object].next {
      if let name = try? text(index) { names.append(name) }
      index = nodes[index + 1].next
    }
    return names
  }

  func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(type, .init(codingPath: [], debugDescription: "the stored JSON holds something else"))
  }

  private func unescaped(_ node: Node) throws -> String {
    var out: [UInt8] = []
    var at = node.start
    while at < node.end {
      guard bytes[at] == UInt8(ascii: "\\") else {
        out.append(bytes[at])
        at += 1
        continue
      }
      at += 2
      switch bytes[at - 1] {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "u"): out.append(contentsOf: try scalar(&at, node.end))
      default: out.append(bytes[at - 1])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Four hexadecimal digits, and four more where they are the first half of a pair.
  private func scalar(_ at: inout Int, _ end: Int) throws -> [UInt8] {
    var units = [try unit(&at, end)]
    if UTF16.isLeadSurrogate(units[0]), at + 1 < end, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") {
      at += 2
      units.append(try unit(&at, end))
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private func unit(_ at: inout Int, _ end: Int) throws -> UInt16 {
    guard at + 4 <= end, let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16) else {
      throw mismatch(String.self)
    }
    at += 4
    return unit
  }
}
