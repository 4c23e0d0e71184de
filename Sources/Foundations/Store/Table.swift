/// A table written down once for both engines. Use `statements` in a migration.
public struct Table: Sendable {
  let name: String
  let columns: [Column]
  var constraints: [String] = []
  var indexes: [String] = []

  public init(_ name: String, _ columns: [Column]) {
    self.name = name
    self.columns = columns
  }

  /// A key of several columns.
  public func primaryKey(_ names: String...) -> Table { constrained("PRIMARY KEY (\(names.joined(separator: ", ")))") }

  /// Several columns that together occur once.
  public func unique(_ names: String...) -> Table { constrained("UNIQUE (\(names.joined(separator: ", ")))") }

  /// A condition over several columns.
  public func check(_ condition: String) -> Table { constrained("CHECK (\(condition))") }

  /// An index over columns, such as `"unit", "due DESC"`; `unique` and partial (`where`) as needed.
  /// Its name is made of the table's and the columns' names, so at most 63 bytes in all.
  public func index(_ columns: String..., unique: Bool = false, where condition: String? = nil) -> Table {
    let words = columns.map { String($0.prefix { $0 != " " }) }
    let partial = condition == nil ? "" : "_some"
    let label = "\(name)_by_\(words.joined(separator: "_"))\(partial)"
    let kind = unique ? "UNIQUE INDEX" : "INDEX"
    let clause = condition.map { " WHERE \($0)" } ?? ""
    var table = self
    table.indexes.append("CREATE \(kind) \(label) ON \(name) (\(columns.joined(separator: ", ")))\(clause)")
    return table
  }

  private func constrained(_ constraint: String) -> Table {
    var table = self
    table.constraints.append(constraint)
    return table
  }

  /// CREATE TABLE and its indexes.
  public func statements(_ dialect: Dialect) -> [String] {
    let lines = (columns.map { $0.definition(dialect) } + constraints).joined(separator: ",\n  ")
    return ["CREATE TABLE \(name) (\n  \(lines)\n)\(dialect.tableSuffix)"] + indexes
  }

  /// Lays the rows of a table that is there already in the order of its key, as suits one that is read in ranges of it.
  /// PostgreSQL has no such tables.
  public func clustering(_ dialect: Dialect) -> [String] {
    guard let suffix = dialect.clusteredSuffix, let create = statements(dialect).first else { return [] }
    let all = columns.map(\.name).joined(separator: ", ")
    let former = "\(name)_before"
    return [
      "ALTER TABLE \(name) RENAME TO \(former)", "\(create)\(suffix)", "INSERT INTO \(name) (\(all)) SELECT \(all) FROM \(former)",
      "DROP TABLE \(former)",
    ] + indexes
  }
}
