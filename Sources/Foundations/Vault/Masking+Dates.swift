/// Dates among numbers: `2026-09-30` says nothing about anybody and must stay readable.
extension Masking {
  /// Which of a run's scalars belong to dates that may be read. A date stands between spaces; one that stands where an identity
  /// number has the birthday, with digits enough on both sides, is part of that number.
  static func dates(in run: [Unicode.Scalar]) -> [Range<Int>] {
    let groups = parts(of: run)
    let marks = groups.map { isDate(run[$0]) }
    guard marks.contains(true) else { return [] }
    let digits = zip(groups, marks).map { group, mark in mark ? 0 : run[group].count(where: Self.isDigit) }
    let total = digits.reduce(0, +)
    var before = 0
    var found: [Range<Int>] = []
    for (index, group) in groups.enumerated() {
      let after = total - before - digits[index]
      if marks[index], before == 0 || after <= longestHour || before + after < shortest { found.append(group) }
      before += digits[index]
    }
    return found
  }

  /// An hour may follow a date, as in `2026-09-30 08:15`.
  private static let longestHour = 2

  /// What stands between spaces.
  private static func parts(of run: [Unicode.Scalar]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start: Int?
    for (index, scalar) in run.enumerated() {
      if scalar == " " || scalar.value == 0x3000 {
        if let begun = start { groups.append(begun..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let begun = start { groups.append(begun..<run.count) }
    return groups
  }

  /// Year, month and day that exist between 1900 and 2099, with hyphens: `2026-09-30`, `2026-9-30`.
  private static func isDate(_ group: ArraySlice<Unicode.Scalar>) -> Bool {
    let parts = group.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count), (1...2).contains(parts[2].count) else { return false }
    let numbers = parts.compactMap { part in Int(String(String.UnicodeScalarView(part))) }
    guard numbers.count == 3, (1900...2099).contains(numbers[0]), (1...12).contains(numbers[1]) else { return false }
    return (1...days(in: numbers[1], of: numbers[0])).contains(numbers[2])
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
