import Casework
import Workdays

/// Values with a meaning: phrases, limits, days, words of an enum.
extension Reader {
  /// `中文 | English`, plain text (the same in both languages), or `{zh, en}`.
  func phrase() -> Phrase? {
    if case .map = branch.content {
      allow(["zh", "en"])
      guard let zh = required("zh")?.text() else { return nil }
      return Phrase(zh, field("en")?.text() ?? zh)
    }
    return text().map(Self.phrase)
  }

  static func phrase(_ text: String) -> Phrase {
    guard let bar = text.range(of: " | ") else { return Phrase(text, text) }
    return Phrase(String(text[..<bar.lowerBound]).trimmed, String(text[bar.upperBound...]).trimmed)
  }

  func limit() -> Limit? {
    guard let text = text() else { return nil }
    do {
      return try Limit(parsing: text)
    } catch {
      report(error.phrase.zh, error.phrase.en, "请改写时限", "Write the limit in one of these forms")
      return nil
    }
  }

  func day() -> CivilDay? {
    guard let text = text() else { return nil }
    do {
      return try CivilDay(parsing: text)
    } catch {
      report(error.phrase.zh, error.phrase.en, "请改写日期", "Write an existing day in this form")
      return nil
    }
  }

  /// `11-15..03-15`, both ends included.
  func season() -> Season? {
    guard let text = text() else { return nil }
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { MonthDay(String($0)) }
    if ends.count == 2, let from = ends[0], let to = ends[1] { return Season(from: from, to: to) }
    report("“\(text)”不是季节", "“\(text)” is no season", "请写如 11-15..03-15", "Write it as 11-15..03-15")
    return nil
  }

  /// `2027-01-01..2027-12-31`, both ends included.
  func days() -> ClosedRange<CivilDay>? {
    guard let text = text() else { return nil }
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { CivilDay(String($0)) }
    if ends.count == 2, let from = ends[0], let to = ends[1], from <= to { return from...to }
    report("“\(text)”不是日期范围", "“\(text)” is no range of days", "请写如 2027-01-01..2027-12-31", "Write it as 2027-01-01..2027-12-31")
    return nil
  }

  /// One word of an enum.
  func word<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) -> Word? {
    guard let text = text() else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    let list = known.joined(separator: ", ")
    let near = nearest(to: text, among: known)
    report(
      "不认识“\(text)”", "“\(text)” is not known here", near.map { "是否想写“\($0)”？可用：\(list)" } ?? "可用：\(list)",
      near.map { "Did you mean “\($0)”? Known: \(list)" } ?? "Known: \(list)")
    return nil
  }

  /// Several words of an enum, or one alone.
  func words<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) -> [Word] {
    oneOrMore().compactMap { $0.word(type) }
  }

  /// `{code: phrase}` in the order of the file.
  func codes() -> [ReasonCode] {
    pairs().compactMap { key, value in
      guard let code = key.word(), let phrase = value.phrase() else { return nil }
      return ReasonCode(code, phrase)
    }
  }

  /// A category that exists.
  func category(_ known: Known) -> CategoryID? {
    guard let text = text() else { return nil }
    let id = CategoryID(text)
    if known.taxonomy.contains(id) { return id }
    let near = nearest(to: text, among: known.taxonomy.roots.flatMap(\.all).map(\.id.value))
    report(
      "没有类别“\(text)”", "there is no category “\(text)”", near.map { "是否想写“\($0)”？" } ?? "请写 categories 中的路径，如 一级/二级/三级",
      near.map { "Did you mean “\($0)”?" } ?? "Write a path of categories, such as level 1/level 2/level 3")
    return nil
  }

  /// A unit that exists.
  func unit(_ known: Set<UnitID>) -> UnitID? {
    guard let text = text() else { return nil }
    if known.contains(UnitID(text)) { return UnitID(text) }
    let near = nearest(to: text, among: known.map(\.value).sorted())
    report(
      "没有单位“\(text)”", "there is no unit “\(text)”", near.map { "是否想写“\($0)”？" } ?? "请写 units 中的 id",
      near.map { "Did you mean “\($0)”?" } ?? "Write an id of units")
    return nil
  }

  /// Items of a list whose `key` stood there before are problems.
  func refuseDuplicates(of key: String) {
    guard case .list(let items) = branch.content else { return }
    var seen: Set<String> = []
    for item in items {
      guard let id = item[key], let text = id.text, !text.isEmpty, !seen.insert(text).inserted else { continue }
      book.report(id, "“\(text)”重复", "“\(text)” stands here twice", "请删去或改名其中一个", "Remove or rename one of them")
    }
  }
}
