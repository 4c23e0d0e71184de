import Casework

/// The words of a statement with the facts and answers that were asked for, each on a line of its own below them, so that
/// whoever handles it finds them at a glance.
enum StatementText {
  static func composed(_ words: String, _ facts: [(label: String, text: String)]) -> String {
    let lines = facts.filter { !$0.text.isEmpty }.map { "\($0.label)：\($0.text)" }
    guard !lines.isEmpty else { return words }
    return "\(words)\n\n\(lines.joined(separator: "\n"))"
  }

  private static let longestTitle = 30
  private static let ends = Set("。！？!?；;\n")

  /// A title where nobody wrote one: the first sentence, or its beginning.
  static func title(of words: String) -> String {
    let first = words.split(whereSeparator: ends.contains).lazy.map { $0.filter { !$0.isNewline } }.first { !$0.isEmpty }
    let line = first ?? words
    return line.count > longestTitle ? "\(line.prefix(longestTitle - 1))…" : line
  }
}
