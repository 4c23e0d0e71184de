import Casework
import Workdays

/// Something in a letter that could not be printed, and what to write instead.
public struct LetterFault: Error, Advising, Hashable, Sendable {
  public let reason: Phrase
  public let remedy: Phrase

  /// Everything that is wrong with a title or text of this occasion's letter.
  public static func all(in text: String, of occasion: LetterOccasion) -> [LetterFault] {
    var (faults, open) = ([LetterFault](), [String]())
    for tag in LetterTag.all(in: text) {
      switch tag {
      case .unfinished(let words): faults.append(unfinished(words))
      case .strange(let words): faults.append(strange(words))
      case .value(let name): faults += unknown(name, occasion)
      case .section(let name):
        faults += unknown(name, occasion)
        open.append(name)
      case .end(let name) where open.last == name: open.removeLast()
      case .end(let name): faults.append(crossed(name, open.last))
      }
    }
    faults += open.map(unended)
    return faults.isEmpty ? unparsed(text) : faults
  }

  /// What the parser of Mustache alone refuses.
  private static func unparsed(_ text: String) -> [LetterFault] {
    do {
      _ = try Letter.template(text)
      return []
    } catch {
      return [
        LetterFault(
          reason: Phrase("读不懂这段文字里的标记", "the tags in this text cannot be read"),
          remedy: Phrase("请检查每一处 {{ 和 }}", "Look at every {{ and }}"))
      ]
    }
  }

  private static func unknown(_ name: String, _ occasion: LetterOccasion) -> [LetterFault] {
    let known = occasion.values.map(\.rawValue)
    guard !known.contains(name) else { return [] }
    let list = occasion.values.map(\.tag).joined(separator: " ")
    let near = nearest(to: name, among: known).map { "{{\($0)}}" }
    return [
      LetterFault(
        reason: Phrase("“\(occasion.phrase.zh)”没有“{{\(name)}}”这个值", "“\(occasion.phrase.en)” has no value “{{\(name)}}”"),
        remedy: Phrase(
          near.map { "是否想写 \($0)？可用：\(list)" } ?? "可用：\(list)", near.map { "Did you mean \($0)? Known: \(list)" } ?? "Known: \(list)"))
    ]
  }

  private static func unfinished(_ words: String) -> LetterFault {
    LetterFault(
      reason: Phrase("“\(words)”没有写完", "“\(words)” is not finished"),
      remedy: Phrase("请以 }} 结束，如 {{number}}", "End it with }}, as in {{number}}")
    )
  }

  private static func strange(_ words: String) -> LetterFault {
    LetterFault(
      reason: Phrase("函件里不能写“\(words)”", "“\(words)” is not for letters"),
      remedy: Phrase(
        "只写值，如 {{number}}；有值才写的话放在 {{#line}} 和 {{/line}} 之间，没有才写的放在 {{^line}} 和 {{/line}} 之间",
        "Write values, such as {{number}}; words that need one stand between {{#line}} and {{/line}}, words for where it is lacking between {{^line}} and {{/line}}"
      ))
  }

  private static func crossed(_ name: String, _ open: String?) -> LetterFault {
    LetterFault(
      reason: Phrase("“{{/\(name)}}”结束的一段没有开始", "“{{/\(name)}}” ends what was not begun"),
      remedy: open.map { Phrase("请先写 {{/\($0)}}", "Write {{/\($0)}} first") }
        ?? Phrase("请在前面写 {{#\(name)}}，或删去它", "Begin it with {{#\(name)}}, or take this out"))
  }

  private static func unended(_ name: String) -> LetterFault {
    LetterFault(
      reason: Phrase("“{{#\(name)}}”开始的一段没有结束", "What “{{#\(name)}}” begins is not ended"),
      remedy: Phrase("请在后面写 {{/\(name)}}", "Write {{/\(name)}} after it"))
  }
}

/// What stands between double braces.
enum LetterTag: Hashable {
  case value(String)
  /// `{{#name}}` and `{{^name}}`: what follows stands only where there is such a value, or none.
  case section(String)
  case end(String)
  /// Mustache that has no place in letters: partials, comments, unescaped values, other delimiters.
  case strange(String)
  case unfinished(String)

  static func all(in text: String) -> [LetterTag] {
    var tags: [LetterTag] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "{{") {
      let inside = rest[start.upperBound...]
      let next = inside.firstRange(of: "{{")?.lowerBound ?? inside.endIndex
      guard let end = inside.firstRange(of: "}}"), end.lowerBound < next else {
        // A third brace is its neighbour's, not the beginning of another tag.
        let isTriple = next == inside.startIndex
        tags.append(.unfinished("{{\(inside[..<next].prefix(12))"))
        rest = isTriple ? inside.dropFirst() : inside[next...]
        continue
      }
      tags.append(tag(String(inside[..<end.lowerBound])))
      rest = inside[end.upperBound...]
    }
    return tags
  }

  private static func tag(_ inside: String) -> LetterTag {
    let name = String(inside.dropFirst()).trimmed
    switch inside.first {
    case "#", "^": return .section(name)
    case "/": return .end(name)
    case "{", "&", ">", "<", "$", "=", "%", "!": return .strange("{{\(inside)}}")
    default: return .value(inside.trimmed)
    }
  }
}
