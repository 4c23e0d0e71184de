/// Reads comma-separated rows (RFC 4180, source 33) one by one and knows the line on which each began, so that a bad row
/// can be named and the good ones go on.
struct CSVReader: Sequence, IteratorProtocol {
  struct Row: Equatable {
    let line: Int
    let cells: [String]
    /// What is wrong with it, if anything.
    let fault: Fault?
  }

  enum Fault: Equatable {
    case openQuote, badUTF8, strayQuote
  }

  private let bytes: [UInt8]
  private var position: Int
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Row? {
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { skipLineEnd() }
    guard position < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    var fault: Fault?
    while true {
      let cell = position < bytes.count && bytes[position] == 0x22 ? quoted(&fault) : plain(&fault)
      cells.append(cell)
      guard position < bytes.count, bytes[position] == 0x2C else { break }
      position += 1
    }
    if position < bytes.count { skipLineEnd() }
    return Row(line: start, cells: cells, fault: fault)
  }

  private mutating func skipLineEnd() {
    if bytes[position] == 0x0D {
      position += 1
      if position < bytes.count, bytes[position] == 0x0A { position += 1 }
      line += 1
    } else if bytes[position] == 0x0A {
      position += 1
      line += 1
    }
  }

  private mutating func plain(_ fault: inout Fault?) -> String {
    let start = position
    while position < bytes.count, bytes[position] != 0x2C, bytes[position] != 0x0A, bytes[position] != 0x0D {
      if bytes[position] == 0x22 { fault = .strayQuote }
      position += 1
    }
    return text(Array(bytes[start..<position]), &fault)
  }

  private mutating func quoted(_ fault: inout Fault?) -> String {
    position += 1
    var cell: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x22 {
        guard position < bytes.count, bytes[position] == 0x22 else { return after(cell, &fault) }
        position += 1
      } else if byte == 0x0A {
        line += 1
      }
      cell.append(byte)
    }
    fault = .openQuote
    return text(cell, &fault)
  }

  /// What stands between a closing quote and the next comma makes the row bad, but does not hide the next row.
  private mutating func after(_ cell: [UInt8], _ fault: inout Fault?) -> String {
    while position < bytes.count, bytes[position] != 0x2C, bytes[position] != 0x0A, bytes[position] != 0x0D {
      fault = .strayQuote
      position += 1
    }
    return text(cell, &fault)
  }

  private func text(_ bytes: [UInt8], _ fault: inout Fault?) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    fault = .badUTF8
    return String(decoding: bytes, as: UTF8.self)
  }
}
