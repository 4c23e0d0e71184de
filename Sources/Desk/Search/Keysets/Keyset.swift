import Store

/// A place in a list: whether it is among those that press, the sort key, nil for what has none and comes last, and the id.
struct Position: Hashable, Sendable {
  let key: Int64?
  let id: Int64
  var isPressing = false
}

/// One of the index ranges from which a list is read: the columns that lead its index, with their values.
struct Lane: Hashable, Sendable {
  var terms: [Term] = []
  /// Conditions without values, as the partial indexes spell them.
  var conditions: [String] = []

  struct Term: Hashable, Sendable {
    let column: String
    let value: String
  }

  init(_ terms: [Term] = [], _ conditions: [String] = []) {
    self.terms = terms
    self.conditions = conditions
  }
}

/// A condition that adds its parameters as it is written.
typealias Condition = @Sendable (inout [SQLValue]) -> String

/// A list that is read in pieces by (key, id). Each lane reads its own index range and never more than a page of it, so
/// that "this unit or that one" costs two short reads and no scan; the lanes are merged here.
struct Keyset: Sendable {
  let table: String
  let key: String
  var descending = false
  /// Whether what has no key comes at the end.
  var keyless = false
  var lanes: [Lane]
  /// What every row must fulfil besides; no index is needed for it.
  var conditions: [Condition] = []
  /// What comes before all others.
  var pressing: Pressing?
}

extension Keyset {
  /// A list is read in up to four stages: what presses before what does not, what has a key before what has none.
  private struct Stage: Equatable {
    let pressing: Bool
    let keyless: Bool
  }

  private var stages: [Stage] {
    (pressing == nil ? [false] : [true, false]).flatMap { first in
      (keyless ? [false, true] : [false]).map { Stage(pressing: first, keyless: $0) }
    }
  }

  /// The next places after `after`, at most `limit`.
  func page(_ sql: any SQLSession, after: Position?, limit: Int) throws -> [Position] {
    let begun = after.map { Stage(pressing: $0.isPressing, keyless: $0.key == nil) }
    var found: [Position] = []
    for stage in stages.drop(while: { begun != nil && $0 != begun }) where found.count < limit {
      let keyset = stage.pressing ? ahead ?? self : behind
      let start = stage == begun ? after : nil
      let places = try keyset.merged(sql, start, limit - found.count, keyless: stage.keyless)
      found += places.map { Position(key: $0.key, id: $0.id, isPressing: stage.pressing) }
    }
    return found
  }

  /// How many there are, at most `cap`; reads no more than some `cap` entries of an index.
  func count(_ sql: any SQLSession, cap: Int) throws -> Int {
    if lanes.count == 1 { return try countedByEngine(sql, cap) }
    var ids = Set<Int64>()
    for keyless in keyless ? [false, true] : [false] {
      for part in parts {
        guard ids.count < cap else { return cap }
        // What other lanes have found already may come again, so that much more is read.
        var statement = KeysetStatement(self, part, after: nil, limit: cap, keyless: keyless)
        statement.cut(at: cap + ids.count)
        ids.formUnion(try statement.run(sql).map(\.id))
      }
    }
    return min(ids.count, cap)
  }

  /// One lane meets nothing twice.
  private func countedByEngine(_ sql: any SQLSession, _ cap: Int) throws -> Int {
    var count = try KeysetStatement(self, lanes[...], after: nil, limit: cap, keyless: false).count(sql)
    if keyless, count < cap { count += try KeysetStatement(self, lanes[...], after: nil, limit: cap - count, keyless: true).count(sql) }
    return count
  }

  private func merged(_ sql: any SQLSession, _ after: Position?, _ limit: Int, keyless: Bool) throws -> [Position] {
    var found: [Position] = []
    for part in parts { found += try KeysetStatement(self, part, after: after, limit: limit, keyless: keyless).run(sql) }
    guard lanes.count > 1 else { return found }
    var seen = Set<Int64>()
    return Array(found.sorted(by: precedes).filter { seen.insert($0.id).inserted }.prefix(limit))
  }

  private func precedes(_ one: Position, _ other: Position) -> Bool {
    let (left, right) = ((one.key ?? 0, one.id), (other.key ?? 0, other.id))
    return descending ? left > right : left < right
  }

  /// The lanes in statements of a size that every engine takes.
  private var parts: [ArraySlice<Lane>] {
    stride(from: 0, to: lanes.count, by: KeysetStatement.mostLanes).map { lanes[$0..<min($0 + KeysetStatement.mostLanes, lanes.count)] }
  }
}
