import Store

/// The parameters of one statement in libpq's form: texts that end with NUL, all in one buffer.
struct PostgresParameters {
  private var buffer: [UInt8] = []
  /// Where each text starts; -1 for NULL.
  private var starts: [Int] = []

  private static let hex = Array("0123456789abcdef".utf8)

  init(_ values: [SQLValue]) throws {
    buffer.reserveCapacity(values.count * 24)
    starts.reserveCapacity(values.count)
    for value in values { try add(value) }
  }

  private mutating func add(_ value: SQLValue) throws {
    starts.append(value == .null ? -1 : buffer.count)
    switch value {
    case .null: return
    case .int(let number): add(String(number))
    case .bool(let flag): buffer.append(UInt8(ascii: flag ? "t" : "f"))
    case .real(let number):
      guard number.isFinite else { throw StoreError.invalidValue("a number that is not finite") }
      add(String(number))
    case .text(let text):
      guard !text.utf8.contains(0) else { throw StoreError.invalidValue("a NUL character in a text") }
      add(text)
    case .blob(let bytes):
      add("\\x")
      for byte in bytes {
        buffer.append(Self.hex[Int(byte >> 4)])
        buffer.append(Self.hex[Int(byte & 15)])
      }
    }
    buffer.append(0)
  }

  private mutating func add(_ text: String) {
    buffer.append(contentsOf: text.utf8)
  }

  /// Calls `body` with the count and the array of texts that libpq wants; valid only inside.
  func with<R>(_ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?) throws -> R) rethrows -> R {
    if starts.isEmpty { return try body(0, nil) }
    return try buffer.withUnsafeBytes { bytes in
      let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let texts = starts.map { start in start < 0 ? nil : base.map { $0 + start } }
      return try texts.withUnsafeBufferPointer { try body(Int32($0.count), $0.baseAddress) }
    }
  }
}
