import Foundation
import Testing
import Workdays

/// A moment written as `2026-09-30 16:10`, in civil time.
func at(_ text: String) throws -> Moment {
  try Moment(iso8601: "\(text)+08:00")
}

func day(_ text: String) throws -> CivilDay {
  try CivilDay(parsing: text)
}

func limit(_ text: String) throws -> Limit {
  try Limit(parsing: text)
}

func intervals(_ texts: String...) throws -> [Interval] {
  try texts.map { try Interval(parsing: $0) }
}

func decode<T: Decodable>(_ type: T.Type, _ json: String) throws -> T {
  try JSONDecoder().decode(type, from: Data(json.utf8))
}

func encode(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// SplitMix64: the same numbers on every machine and every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Published data beside the project; tests that read it are skipped where it is absent.
enum SharedData {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/data")

  static func file(_ name: String) -> URL? {
    let url = folder.appending(path: name).standardizedFileURL
    return FileManager.default.isReadableFile(atPath: url.path) ? url : nil
  }
}
