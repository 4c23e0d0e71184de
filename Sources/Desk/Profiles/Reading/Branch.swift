/// A value of a profile's file, with the place where it stands: what two merged files have in common.
struct Branch {
  let file: String
  var line: Int
  /// From 1; two values of one line differ in it.
  var column = 0
  /// Marked `!replace`: nothing of the base comes through.
  var replaces = false
  var content: Content

  enum Content {
    case text(String)
    case list([Branch])
    case map([Pair])
  }

  struct Pair {
    let key: Branch
    var value: Branch
  }

  var text: String? {
    guard case .text(let text) = content else { return nil }
    return text
  }

  /// `key:` with nothing behind it.
  var isEmpty: Bool { text == "" }

  var pairs: [Pair] {
    guard case .map(let pairs) = content else { return [] }
    return pairs
  }

  subscript(_ key: String) -> Branch? { pairs.first { $0.key.text == key }?.value }

  /// By which a list's item is the same thing in two files; nil for items that have no name, such as limits.
  var identity: String? {
    switch content {
    case .text(let text): Self.name(text)
    case .list: nil
    case .map: ["id", "number", "account", "name"].lazy.compactMap { self[$0]?.text }.first
    }
  }

  /// The Chinese part of `中文 | English`.
  static func name(_ text: String) -> String {
    text.range(of: " | ").map { String(text[..<$0.lowerBound]) } ?? text
  }
}

extension Branch {
  /// This file's values over those of its base. Maps merge key by key. Lists join, this file's items first, and an item of the base
  /// with the same id gives way. Texts replace. `!replace` keeps the base out.
  func merged(over base: Branch, book: ProblemBook) -> Branch {
    if replaces { return self }
    if isEmpty { return base }
    var result = self
    switch (content, base.content) {
    case (.text, .text): break
    case (.map(let own), .map(let other)): result.content = .map(Self.merged(own, over: other, book: book))
    case (.list(let own), .list(let other)):
      let names = Set(own.compactMap(\.identity))
      result.content = .list(own + other.filter { $0.identity.map(names.contains) != true })
    case (_, .text("")): break
    default:
      book.report(
        self, "与基础方案（\(base.file) 第 \(base.line) 行）的形式不同", "has another form than in the base (\(base.file) line \(base.line))",
        "请用同样的形式，或加 !replace 整体替换", "Use the same form, or !replace to replace the whole")
    }
    return result
  }

  private static func merged(_ own: [Pair], over base: [Pair], book: ProblemBook) -> [Pair] {
    let mine = Dictionary(own.map { ($0.key.identity ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    let theirs = Set(base.compactMap(\.key.identity))
    let merged = base.map { pair in
      guard let pairOfMine = mine[pair.key.identity ?? ""] else { return pair }
      return Pair(key: pairOfMine.key, value: pairOfMine.value.merged(over: pair.value, book: book))
    }
    return merged + own.filter { !theirs.contains($0.key.identity ?? "") }
  }
}
