/// Decodes the value of one node.
struct TapeDecoder: Decoder, SingleValueDecodingContainer {
  let tape: JSONTape
  let index: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard tape.nodes[index].kind == .object else { throw tape.mismatch([String: Any].self) }
    return KeyedDecodingContainer(TapeObject<Key>(tape: tape, index: index))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard tape.nodes[index].kind == .array else { throw tape.mismatch([Any].self) }
    return TapeArray(tape: tape, index: index)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { tape.isNull(index) }
  func decode(_ type: Bool.Type) throws -> Bool { try tape.flag(index) }
  func decode(_ type: String.Type) throws -> String { try tape.text(index) }
  func decode(_ type: Double.Type) throws -> Double { try tape.real(index) }
  func decode(_ type: Float.Type) throws -> Float { Float(try tape.real(index)) }
  func decode(_ type: Int.Type) throws -> Int { try tape.integer(index, as: type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try tape.integer(index, as: type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try tape.integer(index, as: type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try tape.integer(index, as: type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try tape.integer(index, as: type) }
  func decode(_ type: UInt.Type) throws -> UInt { try tape.integer(index, as: type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try tape.integer(index, as: type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try tape.integer(index, as: type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try tape.integer(index, as: type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try tape.integer(index, as: type) }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try T(from: self) }
}
