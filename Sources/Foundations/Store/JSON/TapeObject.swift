/// The members of an object.
struct TapeObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let tape: JSONTape
  let index: Int

  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { tape.names(of: index).compactMap(Key.init(stringValue:)) }

  func contains(_ key: Key) -> Bool { tape.member(key.stringValue, of: index) != nil }

  private func member(_ key: Key) throws -> Int {
    if let member = tape.member(key.stringValue, of: index) { return member }
    throw DecodingError.keyNotFound(key, .init(codingPath: [], debugDescription: "the stored JSON has no \(key.stringValue)"))
  }

  /// Nil where it is missing or null.
  private func present(_ key: Key) -> Int? {
    guard let member = tape.member(key.stringValue, of: index), !tape.isNull(member) else { return nil }
    return member
  }

  func decodeNil(forKey key: Key) throws -> Bool { tape.isNull(try member(key)) }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try tape.flag(member(key)) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try tape.text(member(key)) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try tape.real(member(key)) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { Float(try tape.real(member(key))) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try tape.integer(member(key), as: type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try tape.integer(member(key), as: type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try tape.integer(member(key), as: type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try tape.integer(member(key), as: type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try tape.integer(member(key), as: type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try tape.integer(member(key), as: type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try tape.integer(member(key), as: type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try tape.integer(member(key), as: type) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try tape.integer(member(key), as: type) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try tape.integer(member(key), as: type) }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try T(from: TapeDecoder(tape: tape, index: try member(key))) }

  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try present(key).map(tape.text) }
  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try present(key).map { try T(from: TapeDecoder(tape: tape, index: $0)) }
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
    try TapeDecoder(tape: tape, index: try member(key)).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try TapeDecoder(tape: tape, index: try member(key)).unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder { TapeDecoder(tape: tape, index: index) }
  func superDecoder(forKey key: Key) throws -> any Decoder { TapeDecoder(tape: tape, index: try member(key)) }
}
