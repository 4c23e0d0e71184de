import Casework
import Workdays

/// A value at hand and the book of problems: each question answers with what was read, or notes why it could not.
struct Reader {
  let branch: Branch
  let book: ProblemBook

  init(_ branch: Branch, _ book: ProblemBook) {
    self.branch = branch
    self.book = book
  }

  func report(_ zh: String, _ en: String, _ remedyZh: String, _ remedyEn: String) {
    book.report(branch, zh, en, remedyZh, remedyEn)
  }

  private func wrongType(_ zh: String, _ en: String) {
    report("此处应为\(zh)", "this must be \(en)", "请改为\(zh)", "Write \(en)")
  }

  /// Whether this is a map; a problem if not.
  func isMap() -> Bool {
    if case .map = branch.content { return true }
    wrongType("键值表", "a map of keys and values")
    return false
  }

  /// Keys outside `keys` are problems, each with the nearest known one.
  func allow(_ keys: [String]) {
    for pair in branch.pairs {
      let key = pair.key.text ?? ""
      guard !keys.contains(key) else { continue }
      let list = keys.joined(separator: ", ")
      let near = nearest(to: key, among: keys)
      book.report(
        pair.key, "不认识的键“\(key)”", "unknown key “\(key)”", near.map { "是否想写“\($0)”？" } ?? "可用的键：\(list)",
        near.map { "Did you mean “\($0)”?" } ?? "Known keys: \(list)")
    }
  }

  /// What stands under `key`; nil when the key is absent or has nothing behind it.
  func field(_ key: String) -> Reader? {
    guard let pair = branch.pairs.first(where: { $0.key.text == key }), !pair.value.isEmpty else { return nil }
    var value = pair.value
    // What is wrong with a whole section is said where its name stands.
    if value.file == pair.key.file { (value.line, value.column) = (pair.key.line, pair.key.column) }
    return Reader(value, book)
  }

  /// What stands under `key`; a problem when it is absent.
  func required(_ key: String) -> Reader? {
    if let field = field(key) { return field }
    report("缺少“\(key)”", "“\(key)” is missing", "请补上 \(key)", "Add \(key)")
    return nil
  }

  func pairs() -> [(key: Reader, value: Reader)] {
    guard isMap() else { return [] }
    return branch.pairs.map { (Reader($0.key, book), Reader($0.value, book)) }
  }

  func list() -> [Reader] {
    if case .list(let items) = branch.content { return items.map { Reader($0, book) } }
    wrongType("列表", "a list")
    return []
  }

  /// A list, or one value alone.
  func oneOrMore() -> [Reader] {
    if case .text = branch.content { return [self] }
    return list()
  }

  /// Text that is not empty.
  func text() -> String? {
    let text = branch.text?.trimmed
    if let text, !text.isEmpty { return text }
    wrongType("文字", "a text")
    return nil
  }

  /// A code: small letters, digits and hyphens.
  func word() -> String? {
    guard let text = text() else { return nil }
    guard text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) else {
      report("代码“\(text)”含有其他字符", "the code “\(text)” has other characters", "只用小写字母、数字和连字符", "Use small letters, digits and hyphens only")
      return nil
    }
    return text
  }

  func bool() -> Bool? {
    switch branch.text {
    case "true": return true
    case "false": return false
    default:
      wrongType(" true 或 false", "true or false")
      return nil
    }
  }

  func int(_ range: ClosedRange<Int>) -> Int? {
    if let number = branch.text.flatMap({ Int($0) }), range.contains(number) { return number }
    wrongType(" \(range.lowerBound) 至 \(range.upperBound) 的整数", "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  func decimal(_ range: ClosedRange<Double>) -> Double? {
    if let number = branch.text.flatMap({ Double($0) }), range.contains(number) { return number }
    wrongType(" \(range.lowerBound) 至 \(range.upperBound) 的数", "a number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
