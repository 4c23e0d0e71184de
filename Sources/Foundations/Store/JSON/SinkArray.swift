/// Writes the elements of an array.
struct SinkArray: UnkeyedEncodingContainer {
  let sink: JSONSink
  let depth: Int
  private(set) var count = 0

  init(sink: JSONSink, depth: Int) {
    self.sink = sink
    self.depth = depth
  }

  var codingPath: [any CodingKey] { [] }

  private mutating func begin() -> SinkEncoder {
    sink.next(at: depth)
    count += 1
    return SinkEncoder(sink: sink)
  }

  mutating func encodeNil() throws { try begin().encodeNil() }
  mutating func encode(_ value: Bool) throws { try begin().encode(value) }
  mutating func encode(_ value: String) throws { try begin().encode(value) }
  mutating func encode(_ value: Double) throws { try begin().encode(value) }
  mutating func encode(_ value: Float) throws { try begin().encode(value) }
  mutating func encode(_ value: Int) throws { try begin().encode(value) }
  mutating func encode(_ value: Int8) throws { try begin().encode(value) }
  mutating func encode(_ value: Int16) throws { try begin().encode(value) }
  mutating func encode(_ value: Int32) throws { try begin().encode(value) }
  mutating func encode(_ value: Int64) throws { try begin().encode(value) }
  mutating func encode(_ value: UInt) throws { try begin().encode(value) }
  mutating func encode(_ value: UInt8) throws { try begin().encode(value) }
  mutating func encode(_ value: UInt16) throws { try begin().encode(value) }
  mutating func encode(_ value: UInt32) throws { try begin().encode(value) }
  mutating func encode(_ value: UInt64) throws { try begin().encode(value) }
  mutating func encode<T: Encodable>(_ value: T) throws { try begin().encode(value) }

  mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> { begin().container(keyedBy: type) }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { begin().unkeyedContainer() }
  mutating func superEncoder() -> any Encoder { begin() }
}
