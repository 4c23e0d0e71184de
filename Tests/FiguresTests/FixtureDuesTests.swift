import App
import Casework
import TestKit
import Testing
import Workdays

/// Whoever looks at the fixture city for the first time finds work at every desk.
@Suite struct FixtureDuesTests {
  private static let dues: [(what: String, table: String, condition: String)] = [
    ("appeals of a county", "appeals", "intake = 'east-lake' AND state = 'recorded'"),
    ("a county's orders to dispatch", "orders", "owner = 'east-lake' AND state = 'pending-dispatch'"),
    ("a county's objections", "orders", "owner = 'east-lake' AND state = 'objection'"),
    ("a county's answers to review", "orders", "owner = 'east-lake' AND state = 'review'"),
    ("a county's call-backs", "orders", "owner = 'east-lake' AND state = 'callback'"),
    ("a leader's calls", "orders", "fold LIKE '%\"answeredBy\":\"leader\"%' AND state = 'review'"),
    ("promises", "clocks", "kind = 'commitment' AND stopped_at IS NULL"),
    ("refusals for a second person", "appeals", "fold LIKE '%\"refusalAsked\":{%' AND state = 'recorded'"),
    ("demands thought unreasonable", "orders", "fold LIKE '%\"unreasonableAsked\":[%'"),
    ("files of three offices", "measures", "fold LIKE '%three-party%'"), ("disputes", "orders", "state = 'disputed'"),
    ("extensions", "orders", "fold LIKE '%\"extensionAsked\":{%'"),
  ]

  /// A working day at noon, a Saturday night, the first morning after the longest holiday.
  @Test("every desk has at least five things to do", arguments: ["2026-11-18T12:05:00", "2026-11-21T23:10:00", "2026-10-08T08:20:00"])
  func dues(_ time: String) async throws {
    try await BookTests.city(.sqlite, at: Moment(iso8601: "\(time)+08:00")) { hotline in
      for (what, table, condition) in Self.dues {
        let count = try await hotline.ledger.look { sql, _ in try sql.count("SELECT count(*) FROM \(table) WHERE \(condition)") }
        #expect(count >= 5, "\(what): \(count)")
      }
      for state in OrderState.allCases {
        let count = try await hotline.ledger.look { sql, _ in
          try sql.count("SELECT count(*) FROM orders WHERE state = '\(state.rawValue)'")
        }
        #expect(count > 0, "no order is \(state.rawValue)")
      }
    }
  }
}
