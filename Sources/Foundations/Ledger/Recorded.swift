import Casework
import Store
import Workdays

/// The table in which the present form of a stream's things stands: columns that queries need, beside the fold itself.
public struct RowTable: Sendable {
  public let name: String
  /// The query columns, in the order of `Recorded.columns`.
  public let columns: [String]
  let select: String
  let insert: String

  public init(_ name: String, _ columns: [String]) {
    self.name = name
    self.columns = columns
    let all = ["id", "version", "head", "fold"] + columns
    let places = (1...all.count).map { "$\($0)" }
    select = "SELECT version, head, fold FROM \(name) WHERE id = $1"
    insert = "INSERT INTO \(name) (\(all.joined(separator: ", "))) VALUES (\(places.joined(separator: ", ")))"
  }

  /// The statement that writes a changed thing, with the columns that follow the id, both versions, the head and the fold. Only
  /// query columns that differ are named: each that is named has its indexes written anew, changed or not.
  func update(_ before: [SQLValue], _ after: [SQLValue]) -> (text: String, columns: [SQLValue]) {
    var text = "UPDATE \(name) SET version = $3, head = $4, fold = $5"
    var changed: [SQLValue] = []
    for (index, value) in after.enumerated() where before[index] != value {
      changed.append(value)
      text += ", \(columns[index]) = $\(changed.count + 5)"
    }
    return ("\(text) WHERE id = $1 AND version = $2", changed)
  }
}

/// A stream whose things have rows. The row is derived from the fold alone, so `verify` can rebuild it.
public protocol Recorded: EventStream {
  static var table: RowTable { get }
  var columns: [SQLValue] { get }
  /// What people call one of these, for errors.
  static var noun: Phrase { get }
  /// The name of this one that people know, for errors.
  var label: String { get }
  /// The table of the rows that stand beside this one's, one for each of its parts; nil where it has none.
  static var attendants: AttendantTable? { get }
  /// Those rows, derived from the fold like the row itself.
  var attendantRows: [AttendantRow] { get }
  /// The names of their parts.
  var attendantParts: [String] { get }
  /// Those of them that differ from an older form's; all where there is none.
  func attendantRows(since before: Self?) -> [AttendantRow]
  /// The next moment at which something happens to it by itself.
  var wakesAt: Moment? { get }
}

extension Recorded {
  public static var attendants: AttendantTable? { nil }
  public var attendantRows: [AttendantRow] { [] }
  public var attendantParts: [String] { attendantRows.map(\.part) }
  public func attendantRows(since before: Self?) -> [AttendantRow] {
    guard let old = before?.attendantRows else { return attendantRows }
    return attendantRows.filter { !old.contains($0) }
  }
  public var wakesAt: Moment? { nil }
}
