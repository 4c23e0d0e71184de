/// A column of a `Table`: NOT NULL unless it is said to be `optional`.
public struct Column: Sendable {
  /// What a column holds; each engine has its own word for it.
  enum Kind: Sendable {
    case id, int, real, text, bool, blob, json
  }

  let name: String
  let kind: Kind
  private var nullable = false
  private var parts: [String] = []

  init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// The key of a table that numbers its rows by itself.
  public static func id(_ name: String = "id") -> Column { Column(name, .id) }
  /// 64 bits; also for times, in milliseconds since 1970.
  public static func int(_ name: String) -> Column { Column(name, .int) }
  public static func real(_ name: String) -> Column { Column(name, .real) }
  public static func text(_ name: String) -> Column { Column(name, .text) }
  public static func bool(_ name: String) -> Column { Column(name, .bool) }
  public static func blob(_ name: String) -> Column { Column(name, .blob) }
  /// Text on SQLite, jsonb on PostgreSQL; read a member with `column ->> 'key'` on both.
  public static func json(_ name: String) -> Column { Column(name, .json) }

  /// The value may be missing.
  public func optional() -> Column {
    var column = self
    column.nullable = true
    return column
  }

  public func primaryKey() -> Column { adding("PRIMARY KEY") }
  public func unique() -> Column { adding("UNIQUE") }
  public func check(_ condition: String) -> Column { adding("CHECK (\(condition))") }
  /// A literal as SQL writes it: `0`, `''`, `FALSE`.
  public func defaults(to literal: String) -> Column { adding("DEFAULT \(literal)") }
  /// Must be the key of a row of `table`, a table of this module or of one below it.
  public func references(_ table: String, _ column: String = "id") -> Column { adding("REFERENCES \(table) (\(column))") }

  /// One of these words, as enums are stored.
  public func oneOf(_ words: [String]) -> Column {
    let list = words.map { "'\($0)'" }.joined(separator: ", ")
    return check("\(name) IN (\(list))")
  }

  private func adding(_ part: String) -> Column {
    var column = self
    column.parts.append(part)
    return column
  }

  /// The column's line in CREATE TABLE, also after ALTER TABLE … ADD COLUMN.
  public func definition(_ dialect: Dialect) -> String {
    let type =
      switch kind {
      case .id: dialect.idColumn
      case .int: dialect.intType
      case .real: dialect.realType
      case .text: dialect.textType
      case .bool: dialect.boolType
      case .blob: dialect.blobType
      case .json: dialect.jsonType
      }
    var line = "\(name) \(type)"
    if !nullable && kind != .id { line += " NOT NULL" }
    for part in parts { line += " \(part)" }
    if kind == .bool { line += dialect.boolCheck(name) }
    return line
  }
}
