/// Parameters that are gathered while a statement is put together.
extension [SQLValue] {
  /// Adds a parameter and gives its name, `$n`.
  public mutating func bind(_ value: SQLValue) -> String {
    append(value)
    return "$\(count)"
  }

  /// `column IN ($3,$4,$5,$5)` with the values added; `FALSE` for none. The list is filled up to a power of two by repeating
  /// the last value, so that lists of all lengths share a few prepared statements. Up to some 30,000 values.
  public mutating func whereIn(_ column: String, _ values: [SQLValue]) -> String {
    guard let last = values.last else { return "FALSE" }
    var size = 1
    while size < values.count { size *= 2 }
    let from = count + 1
    append(contentsOf: values)
    append(contentsOf: repeatElement(last, count: size - values.count))
    let names = (from..<from + size).map { "$\($0)" }
    return "\(column) IN (\(names.joined(separator: ",")))"
  }

  /// `whereIn` for ids.
  public mutating func whereIn(_ column: String, _ ids: [Int64]) -> String {
    whereIn(column, ids.map { SQLValue.int($0) })
  }

  /// `whereIn` for words.
  public mutating func whereIn(_ column: String, _ words: [String]) -> String {
    whereIn(column, words.map { SQLValue.text($0) })
  }
}
