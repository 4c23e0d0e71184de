import Casework
import Store

/// A table with a row for each part of a thing, such as the clocks of an order.
public struct AttendantTable: Sendable {
  public let name: String
  /// The columns behind the thing's id and the part's name, in the order of `AttendantRow.columns`.
  public let columns: [String]
  let select: String
  let put: String
  let remove: String

  /// - Parameters:
  ///   - owner: The column of the thing's id.
  ///   - part: The column of the part's name; both together are the key.
  public init(_ name: String, owner: String, part: String, _ columns: [String]) {
    self.name = name
    self.columns = columns
    let all = [owner, part] + columns
    let places = (1...all.count).map { "$\($0)" }
    let sets = columns.map { "\($0) = excluded.\($0)" }
    select = "SELECT \(part), \(columns.joined(separator: ", ")) FROM \(name) WHERE \(owner) = $1 ORDER BY \(part)"
    put = """
      INSERT INTO \(name) (\(all.joined(separator: ", "))) VALUES (\(places.joined(separator: ", ")))
      ON CONFLICT (\(owner), \(part)) DO UPDATE SET \(sets.joined(separator: ", "))
      """
    remove = "DELETE FROM \(name) WHERE \(owner) = $1 AND \(part) = $2"
  }
}

/// One of those rows.
public struct AttendantRow: Sendable, Equatable {
  public let part: String
  public let columns: [SQLValue]

  public init(_ part: String, _ columns: [SQLValue]) {
    self.part = part
    self.columns = columns
  }
}

/// Writes what changed between two forms of a thing, and nothing else.
enum Attendants {
  static func write<S: Recorded>(_ before: S?, _ after: S, _ id: Int64, _ sql: any SQLSession) throws {
    guard let table = S.attendants else { return }
    for row in after.attendantRows(since: before) { try sql.execute(table.put, [.int(id), .text(row.part)] + row.columns) }
    guard let before else { return }
    let parts = after.attendantParts
    for part in before.attendantParts where !parts.contains(part) { try sql.execute(table.remove, [.int(id), .text(part)]) }
  }

  /// Whether the rows stand as the fold says.
  static func stand<S: Recorded>(_ thing: S, _ id: Int64, _ sql: any SQLSession) throws -> Bool {
    guard let table = S.attendants else { return true }
    let rows = thing.attendantRows.sorted { $0.part < $1.part }
    let found = try sql.query(table.select, [.int(id)]) { row in
      let part = row.text(0)
      let like = rows.first { $0.part == part }?.columns ?? []
      return AttendantRow(part, like.enumerated().map { StreamChecker.read(row, $0 + 1, like: $1) })
    }
    return found.sorted { $0.part < $1.part } == rows
  }
}
