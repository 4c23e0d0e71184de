/// Two texts side by side, line by line: what is the same, and what stands on one side only.
public struct TextDifference: Sendable {
  public struct Row: Sendable, Equatable {
    /// The line's number from 1 and its text; nil where this side has nothing.
    public let left: Line?
    public let right: Line?
    public var isSame: Bool { left?.text == right?.text }
  }

  public struct Line: Sendable, Equatable {
    public let number: Int
    public let text: String
  }

  /// Stretches that differ, each with a few lines around it.
  public let hunks: [[Row]]

  /// - Parameter around: how many equal lines are kept before and after what differs.
  public init(_ old: String, _ new: String, around: Int = 2) {
    let rows = Self.rows(
      old.split(separator: "\n", omittingEmptySubsequences: false), new.split(separator: "\n", omittingEmptySubsequences: false))
    var hunks: [[Row]] = []
    var shownTo = -1
    for (index, row) in rows.enumerated() where !row.isSame {
      let first = max(index - around, shownTo + 1)
      let last = min(index + around, rows.count - 1)
      if first <= last {
        if first == shownTo + 1, !hunks.isEmpty {
          hunks[hunks.count - 1] += rows[first...last]
        } else {
          hunks.append(Array(rows[first...last]))
        }
      }
      shownTo = max(shownTo, last)
    }
    self.hunks = hunks
  }

  private static func rows(_ old: [Substring], _ new: [Substring]) -> [Row] {
    let steps = new.difference(from: old)
    let gone = Set(steps.removals.map(offset))
    let come = Set(steps.insertions.map(offset))
    var rows: [Row] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      let (out, here) = (gone.contains(left) && left < old.count, come.contains(right) && right < new.count)
      let one = out || !here ? line(old, &left) : nil
      let other = here || !out ? line(new, &right) : nil
      rows.append(Row(left: one, right: other))
    }
    return rows
  }

  private static func line(_ lines: [Substring], _ index: inout Int) -> Line? {
    guard lines.indices.contains(index) else { return nil }
    defer { index += 1 }
    return Line(number: index + 1, text: String(lines[index]))
  }

  private static func offset(_ step: CollectionDifference<Substring>.Change) -> Int {
    switch step {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
