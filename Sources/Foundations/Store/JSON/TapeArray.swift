/// The elements of an array.
struct TapeArray: UnkeyedDecodingContainer {
  let tape: JSONTape
  private let end: Int
  private var at: Int
  private(set) var currentIndex = 0

  init(tape: JSONTape, index: Int) {
    self.tape = tape
    end = tape.nodes[index].next
    at = index + 1
  }

  var codingPath: [any CodingKey] { [] }
  var count: Int? { nil }
  var isAtEnd: Bool { at >= end }

  private mutating func step<T>(_ read: (Int) throws -> T) throws -> T {
    guard at < end else { throw tape.mismatch(T.self) }
    let value = try read(at)
    at = tape.nodes[at].next
    currentIndex += 1
    return value
  }

  mutating func decodeNil() throws -> Bool {
    guard at < end, tape.isNull(at) else { return false }
    return try step { _ in true }
  }
  mutating func decode(_ type: Bool.Type) throws -> Bool { try step { [tape] in try tape.flag($0) } }
  mutating func decode(_ type: String.Type) throws -> String { try step { [tape] in try tape.text($0) } }
  mutating func decode(_ type: Double.Type) throws -> Double { try step { [tape] in try tape.real($0) } }
  mutating func decode(_ type: Float.Type) throws -> Float { try step { [tape] in Float(try tape.real($0)) } }
  mutating func decode(_ type: Int.Type) throws -> Int { try step { [tape] in try tape.integer($0, as: type) } }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try step { [tape] in try tape.integer($0, as: type) } }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try step { [tape] in try tape.integer($0, as: type) } }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try step { [tape] in try tape.integer($0, as: type) } }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try step { [tape] in try tape.integer($0, as: type) } }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try step { [tape] in try tape.integer($0, as: type) } }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try step { [tape] in try tape.integer($0, as: type) } }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try step { [tape] in try tape.integer($0, as: type) } }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try step { [tape] in try tape.integer($0, as: type) } }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try step { [tape] in try tape.integer($0, as: type) } }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try step { [tape] in try T(from: TapeDecoder(tape: tape, index: $0)) }
  }
  mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    try step { [tape] in try TapeDecoder(tape: tape, index: $0).container(keyedBy: type) }
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try step { [tape] in try TapeDecoder(tape: tape, index: $0).unkeyedContainer() }
  }
  mutating func superDecoder() throws -> any Decoder { try step { [tape] in TapeDecoder(tape: tape, index: $0) } }
}
