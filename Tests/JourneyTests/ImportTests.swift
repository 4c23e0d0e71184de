import App
import Casework
import Foundation
import Intake
import Ledger
import Store
import TestKit
import Testing
import Vault
import Web

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

  @Test("a phone number that is none and an unknown area are kept and remarked on; each fault of a time has its reason")
  func remarks() async throws {
    try await City.open(.sqlite) { city in
      let times = ["2026-01-05", "2026-01-05T10:00:00", "昨天", "", "2027-01-05T10:00:00+08:00", "1990-01-01T00:00:00+08:00"]
      let bad = times.enumerated().map { "\($0 + 3),标题,内容,\($1),,\n" }.joined()
      let file = "id,title,body,submitted_at,phone,area\n1,标题,内容,2026-01-05T10:00:00+08:00,打我 139,月球\n\(bad)"
      let report = try await city.hotline.intake.importAppeals(Array(file.utf8), channel: .mailbox)
      #expect(report.imported == 1 && report.remarks.map(\.column) == ["area", "phone"] && report.remarks.map(\.line) == [2, 2])
      #expect(report.refused.map(\.line) == Array(3...8) && Set(report.refused.map(\.reason.en)).count == 6)
      let kept = try await city.hotline.ledger.look { sql, vault in
        let fold = try #require(try sql.first("SELECT fold FROM appeals") { $0.text(0) })
        let extra = try #require(try StoredJSON.decode(Appeal.self, from: fold).matter.extra)
        return try vault.text(extra.value)
      }
      #expect(kept == #"{"area":"月球","phone":"打我 139"}"#)
    }
  }

  @Test("nobody takes down what came in more than ten years ago, or comes tomorrow")
  func receivedAt() async throws {
    try await City.open(.sqlite) { city in
      for time in ["1990-01-01T00:00:00+08:00", "2027-01-01T00:00:00+08:00"] {
        let body: JSONValue = ["channel": "phone", "text": "路灯不亮。", "received_at": .text(time)]
        let refused = try await city.post("agent", "appeals", body, status: 422)
        #expect(refused["errors"]?[0]?["field"] == "received_at", "\(refused)")
      }
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
