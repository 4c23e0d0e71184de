/// Reads JSON after RFC 8259, strictly: one value, valid UTF-8, no member twice, no lone surrogate, bounded depth.
/// It stands on the path of every recorded appeal, so it works on the bytes themselves.
public struct JSONParser {
  /// Objects and lists inside each other.
  public static let deepest = 16
  /// Up to here names are compared one by one; a longer object takes a set.
  private static let fewMembers = 16

  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  public static func parse(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, JSONProblem> in
      var parser = JSONParser(buffer)
      return Result { () throws(JSONProblem) in try parser.document() }
    }
    return try result.get()
  }

  mutating func document() throws(JSONProblem) -> JSONValue {
    skipSpace()
    guard index < bytes.count else { throw problem(.empty) }
    let value = try value(depth: 0)
    skipSpace()
    guard index == bytes.count else { throw problem(.trailing) }
    return value
  }

  private mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
    guard index < bytes.count else { throw problem(.unfinished) }
    switch bytes[index] {
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try list(depth: depth + 1)
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSONProblem) -> JSONValue {
    guard depth <= Self.deepest else { throw problem(.tooDeep) }
    index += 1
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard index < bytes.count else { throw problem(.unfinished) }
      guard bytes[index] == UInt8(ascii: "\"") else { throw problem(.unexpected) }
      let start = index
      let name = try string()
      guard isNew(name, among: members, &names) else { throw JSONProblem(reason: .duplicate(name), position: start) }
      skipSpace()
      try expect(UInt8(ascii: ":"))
      skipSpace()
      members.append(JSONValue.Member(name, try value(depth: depth)))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      try expect(UInt8(ascii: "}"))
      return .object(members)
    }
  }

  private func isNew(_ name: String, among members: [JSONValue.Member], _ names: inout Set<String>) -> Bool {
    if members.count < Self.fewMembers { return !members.contains { $0.name == name } }
    if names.isEmpty { names = Set(members.map(\.name)) }
    return names.insert(name).inserted
  }

  private mutating func list(depth: Int) throws(JSONProblem) -> JSONValue {
    guard depth <= Self.deepest else { throw problem(.tooDeep) }
    index += 1
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .list(values) }
    while true {
      skipSpace()
      values.append(try value(depth: depth))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      try expect(UInt8(ascii: "]"))
      return .list(values)
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
    let length = word.utf8CodeUnitCount
    guard index + length <= bytes.count else { throw problem(.unfinished) }
    for offset in 0..<length where bytes[index + offset] != word.utf8Start[offset] { throw problem(.unexpected) }
    index += length
    return value
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSONProblem) {
    guard index < bytes.count else { throw problem(.unfinished) }
    guard take(byte) else { throw problem(.unexpected) }
  }

  func problem(_ reason: JSONProblem.Reason) -> JSONProblem { JSONProblem(reason: reason, position: index) }
}
