import Casework
import Profiles
import Web
import Workdays

/// Lists that are typed line by line: `中文 | English`, or `code: 中文 | English`.
enum ListText {
  static func text(_ phrases: [Phrase]) -> String { phrases.map(line).joined(separator: "\n") }

  static func text(_ codes: [ReasonCode]) -> String { codes.map { "\($0.code): \(line($0.phrase))" }.joined(separator: "\n") }

  private static func line(_ phrase: Phrase) -> String { phrase.zh == phrase.en ? phrase.zh : "\(phrase.zh) | \(phrase.en)" }

  static func phrases(_ text: String) -> [Phrase] { lines(text).map(phrase) }

  /// - Throws: the first line without a code, and a code that stands there twice.
  static func codes(_ text: String) throws -> [ReasonCode] {
    var seen: Set<String> = []
    return try lines(text).map { line in
      let parts = line.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
      let code = parts[0].filter { !$0.isWhitespace }
      guard parts.count == 2, !code.isEmpty, code.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) else {
        throw CaseworkProblem.field(
          "lines", "“\(line)”不是“代码: 说法”；代码用小写字母、数字和连字符。", "“\(line)” is no “code: phrase”; codes take small letters, digits and hyphens.")
      }
      guard seen.insert(code).inserted else {
        throw CaseworkProblem.field("lines", "代码“\(code)”重复。", "The code “\(code)” stands here twice.")
      }
      let phrase = phrase(String(parts[1]))
      guard !phrase.zh.isEmpty else { throw CaseworkProblem.field("lines", "“\(code)”没有说法。", "“\(code)” says nothing.") }
      return ReasonCode(code, phrase)
    }
  }

  static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { plain(String($0)) }.filter { !$0.isEmpty }
  }

  static func phrase(_ text: String) -> Phrase {
    let parts = text.split(separator: "|", maxSplits: 1).map { plain(String($0)) }
    let zh = parts.first ?? ""
    let en = parts.count == 2 ? parts[1] : zh
    return Phrase(zh, en.isEmpty ? zh : en)
  }

  private static func plain(_ text: String) -> String {
    var words = text[...]
    while words.first?.isWhitespace == true { words.removeFirst() }
    while words.last?.isWhitespace == true { words.removeLast() }
    return String(words)
  }
}
