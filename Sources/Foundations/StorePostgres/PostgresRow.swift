import CPQ
import Foundation
import Store

/// The current row of a result in text form.
final class PostgresRow: SQLRow {
  private let result: OpaquePointer
  var row: Int32 = 0

  init(_ result: OpaquePointer) {
    self.result = result
  }

  func isNull(_ i: Int) -> Bool { PQgetisnull(result, row, Int32(i)) != 0 }

  /// Of a boolean 1 or 0, as SQLite stores it.
  func int(_ i: Int) -> Int64 {
    guard let text = PQgetvalue(result, row, Int32(i)) else { return 0 }
    if text[0] == 0x74 { return 1 }
    return strtoll(text, nil, 10)
  }

  func real(_ i: Int) -> Double {
    guard let text = PQgetvalue(result, row, Int32(i)) else { return 0 }
    return strtod(text, nil)
  }

  func bool(_ i: Int) -> Bool { int(i) != 0 }

  func text(_ i: Int) -> String { String(decoding: bytes(i), as: UTF8.self) }

  /// The server writes `\x` and two hexadecimal digits for each byte.
  func blob(_ i: Int) -> [UInt8] {
    let digits = bytes(i).dropFirst(2)
    var blob: [UInt8] = []
    blob.reserveCapacity(digits.count / 2)
    var position = digits.startIndex
    while position + 1 < digits.endIndex {
      blob.append(nibble(digits[position]) << 4 | nibble(digits[position + 1]))
      position += 2
    }
    return blob
  }

  private func nibble(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit &- 0x30 : digit &- 0x57 }

  private func bytes(_ i: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: PQgetvalue(result, row, Int32(i)), count: Int(PQgetlength(result, row, Int32(i))))
  }
}
