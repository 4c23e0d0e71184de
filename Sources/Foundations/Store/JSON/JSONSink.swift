/// The bytes of a JSON text as it is written. Objects and arrays close themselves when something outside them is written,
/// because Codable never says that a container is finished.
final class JSONSink {
  // Nobody else holds a sink while it is written, and checking each access at run time costs a tenth of the writing.
  @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
  /// The open containers: how each closes and whether it is empty so far.
  @exclusivity(unchecked) private var open: [(close: UInt8, isEmpty: Bool)] = []

  init() { bytes.reserveCapacity(1024) }

  var depth: Int { open.count }

  /// One whole value; a type that writes nothing is an empty object.
  func write<Value: Encodable>(_ value: Value) throws {
    let (before, depth) = (bytes.count, depth)
    try value.encode(to: SinkEncoder(sink: self))
    close(to: depth)
    if bytes.count == before { bytes += [UInt8(ascii: "{"), UInt8(ascii: "}")] }
  }

  func begin(_ sign: UInt8, _ close: UInt8) {
    bytes.append(sign)
    open.append((close, true))
  }

  func close(to depth: Int) {
    while open.count > depth { bytes.append(open.removeLast().close) }
  }

  /// Ready for the next element of the container at this depth.
  func next(at depth: Int) {
    close(to: depth)
    if open[depth - 1].isEmpty { open[depth - 1].isEmpty = false } else { bytes.append(UInt8(ascii: ",")) }
  }

  func key(_ name: String, at depth: Int) {
    next(at: depth)
    write(text: name)
    bytes.append(UInt8(ascii: ":"))
  }

  func write(word: StaticString) { bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)) }
  func write(_ flag: Bool) { write(word: flag ? "true" : "false") }

  func write<I: FixedWidthInteger>(number: I) {
    var digits = String(number)
    digits.withUTF8 { bytes.append(contentsOf: $0) }
  }

  func write(real: Double) throws {
    guard real.isFinite else { throw EncodingError.invalidValue(real, .init(codingPath: [], debugDescription: "not a finite number")) }
    bytes.append(contentsOf: "\(real)".utf8)
  }

  func write(text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { units in
      var start = 0
      for (index, unit) in units.enumerated() where unit < 0x20 || unit == UInt8(ascii: "\"") || unit == UInt8(ascii: "\\") {
        bytes.append(contentsOf: units[start..<index])
        escape(unit)
        start = index + 1
      }
      bytes.append(contentsOf: units[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func escape(_ unit: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch unit {
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case ..<0x20:
      let hex = String(unit, radix: 16)
      bytes.append(contentsOf: "u00\(hex.utf8.count < 2 ? "0" : "")\(hex)".utf8)
    default: bytes.append(unit)
    }
  }
}
