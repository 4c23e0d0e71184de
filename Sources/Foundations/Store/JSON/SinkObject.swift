/// Writes the members of an object.
struct SinkObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let sink: JSONSink
  let depth: Int

  var codingPath: [any CodingKey] { [] }

  private func begin(_ key: Key) -> SinkEncoder {
    sink.key(key.stringValue, at: depth)
    return SinkEncoder(sink: sink)
  }

  func encodeNil(forKey key: Key) throws { try begin(key).encodeNil() }
  func encode(_ value: Bool, forKey key: Key) throws { try begin(key).encode(value) }
  func encode(_ value: String, forKey key: Key) throws { try begin(key).encode(value) }
  func encode(_ value: Double, forKey key: Key) throws { try begin(key).encode(value) }
  func encode(_ value: Float, forKey key: Key) throws { try begin(key).encode(value) }
  func encode(_ value: Int, forKey key: Key) throws { try begin(key).encode(value) }
  func encode(_ value: Int8, forKey key: Key) throws { try begin(key).encode(value) }
  func encode(_ value: Int16, forKey key: Key) throws { try begin(key).encode(value) }
  func encode(_ value: Int32, forKey key: Key) throws { try begin(key).encode(value) }
  func encode(_ value: Int64, forKey key: Key) throws { try begin(key).encode(value) }
  func encode(_ value: UInt, forKey key: Key) throws { try begin(key).encode(value) }
  func encode(_ value: UInt8, forKey key: Key) throws { try begin(key).encode(value) }
  func encode(_ value: UInt16, forKey key: Key) throws { try begin(key).encode(value) }
  func encode(_ value: UInt32, forKey key: Key) throws { try begin(key).encode(value) }
  func encode(_ value: UInt64, forKey key: Key) throws { try begin(key).encode(value) }
  func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try begin(key).encode(value) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
    begin(key).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { begin(key).unkeyedContainer() }
  func superEncoder() -> any Encoder {
    sink.key("super", at: depth)
    return SinkEncoder(sink: sink)
  }
  func superEncoder(forKey key: Key) -> any Encoder { begin(key) }
}
