import Casework

/// Where a line of the limit table stands, and what that means.
extension LimitTable {
  /// The place at which a new line would hold: above the first of its clock that would take everything from it, else below
  /// the last of its clock.
  func place(for rule: LimitRule) -> Int {
    if let wider = rules.firstIndex(where: { $0.clock == rule.clock && $0.conditions.cover(rule.conditions) }) { return wider }
    return rules.lastIndex { $0.clock == rule.clock }.map { $0 + 1 } ?? rules.count
  }

  /// The line above that already holds for everything that this one speaks of.
  func covering(_ index: Int) -> Int? {
    rules[..<index].firstIndex { $0.clock == rules[index].clock && $0.conditions.cover(rules[index].conditions) }
  }

  /// The lines with this one and its neighbour of the same clock in each other's places; nil at the end.
  func moved(_ index: Int, up: Bool) -> [LimitRule]? {
    let clock = rules[index].clock
    let neighbour = up ? rules[..<index].lastIndex { $0.clock == clock } : rules[(index + 1)...].firstIndex { $0.clock == clock }
    guard let neighbour else { return nil }
    var moved = rules
    moved.swapAt(index, neighbour)
    return moved
  }
}
