import Store

/// What is counted, one line each, and the sums of it.
public enum FigureMigrations {
  public static let all = [tables, places, ranges]

  private static let tally: [Column] = Tally.columns.map { .int($0).check("\($0) >= 0") }

  static let entries = Table(
    "figure_entries",
    [
      .text("happening").oneOf(Happening.allCases.map(\.rawValue)), .int("day"), .int("position"), .int("at"), .int("hour"),
      .int("subject"), .text("unit"), .text("area"), .text("category"), .text("channel"), .text("kind"),
    ] + tally
  ).primaryKey("happening", "day", "position").index("happening", "unit", "day")

  static let sums = Table(
    "figure_sums",
    [
      .text("dimension").oneOf(Dimension.allCases.map(\.rawValue)), .text("happening").oneOf(Happening.allCases.map(\.rawValue)),
      .int("day"), .text("member"),
    ] + tally
  ).primaryKey("dimension", "happening", "day", "member")

  private static let tables = Migration(module: "figures", number: 1, reason: "figures are read from sums, and lead to their cases") {
    entries.statements($0) + sums.statements($0)
  }

  private static let places = Migration(module: "figures", number: 2, reason: "a map shows where; all is read again with its places") {
    dialect in
    [
      "ALTER TABLE figure_entries ADD COLUMN \(Column.int("north").optional().definition(dialect))",
      "ALTER TABLE figure_entries ADD COLUMN \(Column.int("east").optional().definition(dialect))",
      "DELETE FROM figure_entries", "DELETE FROM figure_sums", "UPDATE checkpoints SET position = 0 WHERE projector = 'figures'",
    ]
  }

  private static let ranges = Migration(module: "figures", number: 3, reason: "sums and squares are read along one range each") { dialect in
    sums.clustering(dialect) + [
      "CREATE INDEX figure_entries_squares ON figure_entries (happening, day, north, east, area, amount, late) WHERE north IS NOT NULL"
    ]
  }
}
