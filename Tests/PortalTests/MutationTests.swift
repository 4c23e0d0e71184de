import Casework
import TestKit
import Testing
import Workdays

@testable import Intake

/// A sheet of appeals, spoiled: each row lands or is refused by its line, and no row hides the next.
@Suite struct MutationTests {
  private static let header = "id,title,body,submitted_at,user,phone,area,place\n"
  private static let rows = [
    "1,路灯坏了,门口的路灯坏了三天,2026-09-29T08:00:00+08:00,王小明,13812345678,,柳岸路 5 号\n",
    "2,\"井盖, 丢了\",\"第一行\n第二行 \"\"引号\"\"\",2026-09-29T09:00:00+08:00,,,,\r\n",
  ]
  private static let pieces = [",", "\"", "\"\"", "\n", "\r\n", "\r", "\u{FEFF}", "\u{0}", "，", "2026-13-01T00:00:00Z"]

  @Test func rowsLandOrAreRefusedByLine() throws {
    let now = try Moment(iso8601: "2026-09-30T08:00:00+08:00")
    Mutations.each(of: [Self.header + Self.rows.joined()], pieces: Self.pieces) { bytes in
      var reader = CSVReader(bytes)
      guard let header = reader.next() else { return }
      let breaks = bytes.count { $0 == 0x0A || $0 == 0x0D }
      let sheet = try? AppealSheet(header: header, channel: .mailbox, profile: PortalTown.profile, now: now)
      var last = header.line
      for row in reader {
        #expect(row.line > last && row.line <= breaks + 1 && !row.cells.isEmpty)
        last = row.line
        if case .success(let statement)? = sheet?.read(row) {
          #expect(!statement.text.isEmpty && statement.receivedAt <= now && statement.source?.isEmpty == false)
        }
      }
    }
  }

  @Test func aBadRowHidesNoOther() throws {
    let good = Self.rows[0]
    Mutations.each(of: [String(Self.rows[0].dropLast())], pieces: Self.pieces.filter { !$0.contains("\"") }) { bytes in
      guard !bytes.contains(0x22) else { return }
      let text = Array(Self.header.utf8) + bytes + Array("\n\(good)".utf8)
      let rows = Array(CSVReader(text))
      #expect(rows.last?.cells.first == "1" && rows.last?.cells.count == 8 && rows.last?.fault == nil)
    }
  }

  @Test func lastDigitsAreDigits() {
    Mutations.eachText(of: ["5678", "５６７８"], pieces: ["1", "９", " ", "-", "x", "四", "\u{0}"]) { text in
      if let digits = try? Proof.digits(text, 4) { #expect([4, 6].contains(digits.utf8.count) && Int(digits) != nil, "\(text)") }
    }
  }
}
