import Store

/// What stands before everything else in a list, whatever its key: life-risk appeals, critical orders. There are few of them,
/// and an index of their own has them all, so that the lanes are only looked at in the row.
struct Pressing: Sendable {
  /// As the partial index spells it.
  let condition: String
  let conditions: [Condition]

  /// - Parameter lanes: those of the list; all lanes with the same columns together are every combination of their values.
  init(_ condition: String, among lanes: [Lane]) {
    self.condition = condition
    let groups = Dictionary(grouping: lanes) { Columns(names: $0.terms.map(\.column), plain: $0.conditions) }
    let alternatives = groups.map { columns, lanes in Alternative(columns: columns, lanes: lanes) }
    conditions = lanes == [Lane()] ? [] : [{ args in "(\(alternatives.map { $0.text(&args) }.joined(separator: " OR ")))" }]
  }

  private struct Columns: Hashable {
    let names: [String]
    let plain: [String]
  }

  private struct Alternative: Sendable {
    let columns: [(name: String, values: [String])]
    let plain: [String]

    init(columns: Columns, lanes: [Lane]) {
      self.columns = columns.names.enumerated().map { index, name in (name, Array(Set(lanes.map { $0.terms[index].value })).sorted()) }
      plain = columns.plain
    }

    /// Hides the columns, so that no other index is taken.
    func text(_ args: inout [SQLValue]) -> String {
      var parts = plain
      for column in columns { parts.append(args.whereIn("(\(column.name) || '')", column.values)) }
      return parts.isEmpty ? "(1 = 1)" : "(\(parts.joined(separator: " AND ")))"
    }
  }
}

extension Keyset {
  /// The pressing ones alone, and the others alone.
  var ahead: Keyset? {
    guard let pressing else { return nil }
    var keyset = self
    keyset.lanes = [Lane([], [pressing.condition])]
    keyset.conditions += pressing.conditions
    keyset.pressing = nil
    return keyset
  }

  var behind: Keyset {
    guard let pressing else { return self }
    var keyset = self
    keyset.conditions.append { _ in "NOT (\(pressing.condition))" }
    keyset.pressing = nil
    return keyset
  }
}
