import App
import Casework
import Foundation
import Intake
import TestKit
import Testing

@Suite struct ImportTests {
  @Test("good rows land, bad rows are named with their line, and the same file twice changes nothing", arguments: TestDatabases.each)
  func twice(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let file = """
        id,title,body,submitted_at,user,likes
        1,路灯不亮,"门口路灯
        一年没亮",2026-01-05T10:00:00+08:00,A1,3
        2,没有时间,内容,昨天,A2,0
        3,,,2026-01-05T10:00:00+08:00,A3,0
        4,列不够,内容
        5,"引号,内容,2026-01-05T10:00:00+08:00,A5,0
        """
      let first = try await city.hotline.intake.importAppeals(Array(file.utf8), channel: .mailbox)
      #expect(first.imported == 1 && first.known == 0)
      #expect(first.refused.map(\.line) == [4, 5, 6, 7])
      let again = try await city.hotline.intake.importAppeals(Array(file.utf8), channel: .mailbox)
      #expect(again.imported == 0 && again.known == 1)
      let other = try await city.hotline.intake.importAppeals(Array(file.replacing("一年没亮", with: "两年没亮").utf8), channel: .mailbox)
      #expect(other.imported == 0 && other.known == 0 && other.refused.first?.line == 2)
      try await city.verify()
    }
  }

  @Test(
    "the real messages of a message board come in, safely twice",
    .enabled(if: SharedData.has("messages.csv"), "../shared/data/messages.csv is absent"))
  func realMessages() async throws {
    try await City.open(.sqlite) { city in
      let bytes = [UInt8](try Data(contentsOf: SharedData.file("messages.csv")))
      let first = try await city.hotline.intake.importAppeals(bytes, channel: .mailbox)
      #expect(first.imported == 4326 && first.refused.isEmpty)
      let again = try await city.hotline.intake.importAppeals(bytes, channel: .mailbox)
      #expect(again.known == 4326 && again.imported == 0)
    }
  }
}

/// Data that lies beside the project where somebody has it, and nowhere else.
enum SharedData {
  static func file(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../shared/data/\(name)").standardizedFileURL
  }

  static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name).path) }
}
