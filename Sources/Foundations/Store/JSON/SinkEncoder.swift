/// Writes one value.
struct SinkEncoder: Encoder, SingleValueEncodingContainer {
  let sink: JSONSink

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    sink.begin(UInt8(ascii: "{"), UInt8(ascii: "}"))
    return KeyedEncodingContainer(SinkObject<Key>(sink: sink, depth: sink.depth))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    sink.begin(UInt8(ascii: "["), UInt8(ascii: "]"))
    return SinkArray(sink: sink, depth: sink.depth)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() throws { sink.write(word: "null") }
  func encode(_ value: Bool) throws { sink.write(value) }
  func encode(_ value: String) throws { sink.write(text: value) }
  func encode(_ value: Double) throws { try sink.write(real: value) }
  func encode(_ value: Float) throws { try sink.write(real: Double(value)) }
  func encode(_ value: Int) throws { sink.write(number: value) }
  func encode(_ value: Int8) throws { sink.write(number: value) }
  func encode(_ value: Int16) throws { sink.write(number: value) }
  func encode(_ value: Int32) throws { sink.write(number: value) }
  func encode(_ value: Int64) throws { sink.write(number: value) }
  func encode(_ value: UInt) throws { sink.write(number: value) }
  func encode(_ value: UInt8) throws { sink.write(number: value) }
  func encode(_ value: UInt16) throws { sink.write(number: value) }
  func encode(_ value: UInt32) throws { sink.write(number: value) }
  func encode(_ value: UInt64) throws { sink.write(number: value) }
  func encode<T: Encodable>(_ value: T) throws { try sink.write(value) }
}
