import Casework
import Mustache
import Workdays

/// A letter with its values in place: what is printed. Nothing in it is markup, whatever anybody said or a city wrote.
public struct WrittenLetter: Hashable, Sendable {
  public let title: String
  public let paragraphs: [String]
}

extension Letter {
  /// The letter in one language; a value that is not given leaves its place empty.
  /// - Throws: `LetterFault` for a text that the check would refuse.
  public func written(with values: [LetterValue: Phrase], in language: Language) throws -> WrittenLetter {
    let said = values.map { ($0.key.rawValue, $0.value[language]) }.filter { !$0.1.isEmpty }
    let known = Dictionary(said, uniquingKeysWith: { first, _ in first })
    func lines(_ text: Phrase) throws -> [String] {
      if let fault = LetterFault.all(in: text[language], of: occasion).first { throw fault }
      let filled = try Self.template(text[language]).render(known)
      return filled.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }
    return WrittenLetter(title: try lines(title).joined(separator: " "), paragraphs: try lines(text))
  }

  /// As plain text: whoever shows it escapes it, values and words alike. The parser cannot end on a single brace, so a line follows.
  static func template(_ text: String) throws -> MustacheTemplate {
    try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n\(text)\n")
  }
}
