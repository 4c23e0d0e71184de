import Casework
import Store
import TestKit
import Testing

@testable import App
@testable import Ledger

/// One byte changed by hand, anywhere, and `verify` says so.
@Suite struct TamperTests {
  /// What somebody with the database's password could do, as SQL. `ORDER` stands for the id of an archived order.
  struct Tampering: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let statements: [String]
    /// What `verify` must say; nil where it counts a differing row.
    let says: String?

    init(_ what: String, _ statements: String..., says: String? = nil) {
      (testDescription, self.statements, self.says) = (what, statements, says)
    }
  }

  private static let oneEvent = "stream = 'order' AND id = ORDER AND version = 4"

  static let all = [
    Tampering(
      "a byte of an event's body", "UPDATE events SET body = replace(body, 'urban', 'urbaN') WHERE stream = 'order' AND id = ORDER",
      says: "changed after it was written"),
    Tampering("a space in an event's body", "UPDATE events SET body = body || ' ' WHERE \(oneEvent)", says: "changed after it was written"),
    Tampering("who did it", "UPDATE events SET actor = 'officer-police' WHERE \(oneEvent)", says: "changed after it was written"),
    Tampering("for which unit", "UPDATE events SET unit = 'police' WHERE \(oneEvent)", says: "changed after it was written"),
    Tampering("when", "UPDATE events SET at = at + 1 WHERE \(oneEvent)", says: "changed after it was written"),
    Tampering("the version of its form", "UPDATE events SET schema = 2 WHERE \(oneEvent)", says: "changed after it was written"),
    Tampering(
      "which texts came with it", "UPDATE events SET texts = NULL WHERE stream = 'appeal' AND version = 1",
      says: "changed after it was written"),
    Tampering("an event's hash", "UPDATE events SET hash = previous WHERE \(oneEvent)", says: "does not follow"),
    Tampering("an event taken out", "DELETE FROM POSITIONS(\(oneEvent))", "DELETE FROM events WHERE \(oneEvent)", says: "missing"),
    Tampering(
      "the last event taken out", "DELETE FROM POSITIONS(seq = (SELECT max(seq) FROM events))",
      "DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)", says: "missing"),
    Tampering(
      "an event of a stranger put in",
      "INSERT INTO events (stream, id, version, at, actor, unit, schema, body, previous, hash) SELECT 'ghost', id, 1, at, actor, unit, schema, body, previous, hash FROM events WHERE \(oneEvent)",
      says: "no stream that this program knows"),
    Tampering(
      "a seal's root", "UPDATE seals SET root = previous WHERE number = (SELECT max(number) FROM seals)", says: "root does not fit"),
    Tampering("a seal's beginning", "UPDATE seals SET first_position = first_position + 1 WHERE number = 1", says: "does not follow"),
    Tampering("the last seal taken out", "DELETE FROM seals WHERE number = (SELECT max(number) FROM seals)", says: "never sealed"),
    Tampering("an order's state", "UPDATE orders SET state = 'closed' WHERE id = ORDER"),
    Tampering("an order's deadline", "UPDATE orders SET due_at = 1 WHERE id = ORDER"),
    Tampering("an order's unit", "UPDATE orders SET unit = 'police' WHERE id = ORDER"),
    Tampering("an order's version", "UPDATE orders SET version = version + 1 WHERE id = ORDER"),
    Tampering("an order's head", "UPDATE orders SET head = (SELECT root FROM seals WHERE number = 1) WHERE id = ORDER"),
    Tampering("an order's fold", "UPDATE orders SET fold = replace(fold, 'urban', 'urbaN') WHERE id = ORDER"),
    Tampering("an order's fold made unreadable", "UPDATE orders SET fold = 'x' WHERE id = ORDER"),
    Tampering("an order's card", "UPDATE orders SET card = 'red' WHERE id = ORDER"),
    Tampering("a clock's deadline", "UPDATE clocks SET deadline_at = deadline_at + 1 WHERE order_id = ORDER AND kind = 'sign'"),
    Tampering("a clock's wake-up", "UPDATE clocks SET wake_at = 1 WHERE order_id = ORDER AND kind = 'handling'"),
    Tampering("a clock taken out", "DELETE FROM clocks WHERE order_id = ORDER AND kind = 'handling'"),
    Tampering(
      "a clock put in",
      "INSERT INTO clocks SELECT order_id, 'redo', unit, started_at, limit_text, pauses, deadline_at, paused_at, stopped_at, provisional, extended, wake_at, yellow_at, red_at, explanation FROM clocks WHERE order_id = ORDER AND kind = 'sign'"
    ),
    Tampering("an appeal's channel", "UPDATE appeals SET channel = 'letter'"),
    Tampering("an appeal's source, which was empty", "UPDATE appeals SET source = ''"),
    Tampering("a participation's attempts", "UPDATE participations SET attempts = attempts + 1"),
    Tampering("a participation taken out", "DELETE FROM participations"),
    Tampering(
      "a byte of a text", "UPDATE vault_texts SET sealed = FLIPPED(sealed) WHERE id = (SELECT title FROM orders WHERE id = ORDER)",
      says: "does not open"),
    Tampering(
      "two texts exchanged",
      "UPDATE vault_texts SET sealed = (SELECT sealed FROM vault_texts t WHERE t.id = (SELECT text FROM appeals)) WHERE id = (SELECT title FROM orders WHERE id = ORDER)",
      says: "does not open"),
    Tampering("a text taken out", "DELETE FROM vault_texts WHERE id = (SELECT max(id) FROM vault_texts)", says: "is gone"),
    Tampering("a citizen's key", "UPDATE citizens SET wrapped_key = FLIPPED(wrapped_key)", says: "does not open"),
  ]

  @Test(arguments: TestDatabases.each) func aStoryIsSoundAndEveryTamperingIsFound(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let (_, order) = try await city.archived()
      let sound = try await city.hotline.verify()
      #expect(sound.isSound && sound.breaks == [] && sound.counts["order"] == 1 && sound.counts["appeal"] == 1)
      let id = try await city.row(Order.self, order).id
      for tampering in Self.all {
        let found = try await Self.found(after: tampering, id, city)
        #expect(!found.isSound, "\(tampering.testDescription) went unnoticed")
        if let says = tampering.says {
          #expect(found.breaks.contains { $0.contains(says) }, "\(tampering.testDescription): \(found.breaks)")
        } else {
          #expect(found.differing == 1 && found.breaks == [], "\(tampering.testDescription): \(found.breaks)")
        }
      }
      #expect(try await city.hotline.verify().isSound)
    }
  }

  /// Tampers inside a transaction that is undone, so that each finds the story whole.
  private static func found(after tampering: Tampering, _ order: OrderID, _ city: City) async throws -> Verification {
    let ledger = city.ledger
    let result = Kept()
    await #expect(throws: Undone.self) {
      try await city.database.write { sql in
        for statement in tampering.statements {
          guard let text = portable(statement, order, sql.dialect) else { continue }
          #expect(try sql.execute(text, []) > 0, "\(tampering.testDescription) changed nothing")
        }
        result.found = try ledger.verification(Schema.streams, sql)
        throw Undone()
      }
    }
    return try #require(result.found)
  }

  /// Fills in the order's id and what the engines say differently; nil where one has nothing to do.
  private static func portable(_ statement: String, _ order: OrderID, _ dialect: Dialect) -> String? {
    var text = statement.replacing("ORDER ", with: "\(order) ").replacing("ORDER)", with: "\(order))")
    if text.hasSuffix("ORDER") { text = "\(text.dropLast(5))\(order)" }
    if let open = text.firstRange(of: "POSITIONS(") {
      guard dialect == .postgres else { return nil }
      let condition = text[open.upperBound...].dropLast()
      return "DELETE FROM positions WHERE seq IN (SELECT seq FROM events WHERE \(condition))"
    }
    while let open = text.firstRange(of: "FLIPPED("), let close = text[open.upperBound...].firstIndex(of: ")") {
      let column = text[open.upperBound..<close]
      let flipped =
        dialect == .postgres
        ? "set_byte(\(column), 20, get_byte(\(column), 20) # 1)"
        : "CAST(substr(\(column), 1, 20) || CASE substr(\(column), 21, 1) WHEN x'00' THEN x'01' ELSE x'00' END || substr(\(column), 22) AS BLOB)"
      text.replaceSubrange(open.lowerBound...close, with: flipped)
    }
    return text
  }

  private struct Undone: Error {}

  private final class Kept: @unchecked Sendable {
    var found: Verification?
  }
}
