import Casework
import Workdays

/// What is asked and answered in which category: word by word, question by question, text by text.
extension ProfileDifference {
  var guides: [ProfileChange] {
    let (before, after) = (Self.named(old.guides), Self.named(new.guides))
    let all = old.guides.map(\.category) + new.guides.map(\.category).filter { before[$0] == nil }
    return all.flatMap { category -> [ProfileChange] in
      let part = "guides/\(category)"
      guard let one = before[category], let other = after[category] else {
        return [ProfileChange(.guides, title(category), before[category].map(whole), after[category].map(whole), part: part)]
      }
      return one == other ? [] : inside(one, other, part)
    }
  }

  private static func named(_ guides: [CategoryGuide]) -> [CategoryID: CategoryGuide] {
    Dictionary(guides.map { ($0.category, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func title(_ category: CategoryID) -> Phrase {
    (new.taxonomy.contains(category) ? new : old).taxonomy.title(of: category)
  }

  private func inside(_ one: CategoryGuide, _ other: CategoryGuide, _ part: String) -> [ProfileChange] {
    let title = title(other.category)
    func named(_ what: Phrase, _ name: Phrase) -> Phrase {
      Phrase("\(title.zh)：\(what.zh)\(name.zh)", "\(title.en): \(what.en) \(name.en)")
    }
    func list<Item>(
      _ what: Phrase, _ key: @escaping (Item) -> String, _ name: @escaping (Item) -> Phrase, _ words: @escaping (Item) -> Phrase,
      _ items: KeyPath<CategoryGuide, [Item]>
    ) -> [ProfileChange] {
      let list = ListDifference<Item>(section: .guides, key: key, subject: { named(what, name($0)) }, words: words, part: { _ in part })
      let (old, new) = (one[keyPath: items], other[keyPath: items])
      let moves = list.moved(old, new).map { moved in
        ProfileChange(
          .guides, named(what, name(moved.item)), Self.place(moved.from), Self.place(moved.to), part: part, moved: true)
      }
      return list.changes(old, new) + moves
    }
    let none = Phrase("", "")
    return list(Phrase("词语", "word"), { $0 }, { _ in none }, Self.plain, \.words)
      + list(Phrase("问题", "question"), \.name, { Phrase("“\($0.label.zh)”", "“\($0.label.en)”") }, PolicyWords.question, \.questions)
      + list(Phrase("短文", "text"), \.id, { Phrase("“\($0.title.zh)”", "“\($0.title.en)”") }, PolicyWords.template, \.templates)
  }

  /// 词语：暖气、供暖；问题：是否已缴费；短文：室温标准
  private func whole(_ guide: CategoryGuide) -> Phrase {
    func part(_ zh: String, _ en: String, _ items: [Phrase]) -> Phrase? {
      guard !items.isEmpty else { return nil }
      return Phrase(
        "\(zh)：\(items.map(\.zh).joined(separator: "、"))", "\(en): \(items.map(\.en).joined(separator: ", "))")
    }
    let parts = [
      part("词语", "words", guide.words.map(Self.plain)), part("问题", "questions", guide.questions.map(\.label)),
      part("短文", "texts", guide.templates.map(\.title)),
    ].compactMap { $0 }
    return Phrase(parts.map(\.zh).joined(separator: "；"), parts.map(\.en).joined(separator: "; "))
  }
}

extension PolicyWords {
  /// 选项（必答）：是否已缴费；已缴费、未缴费
  public static func question(_ field: OutcomeField) -> Phrase {
    let (type, label) = (field.type.phrase, field.label)
    let must = field.required ? Phrase("（必答）", " (required)") : Phrase("", "")
    let unit = field.unit.map { Phrase("，单位\($0.zh)", ", in \($0.en)") } ?? Phrase("", "")
    let options = field.options.map { Phrase("\($0.code) \($0.phrase.zh)", "\($0.code) \($0.phrase.en)") }
    let (zh, en) = (options.map(\.zh).joined(separator: "、"), options.map(\.en).joined(separator: ", "))
    let choice = options.isEmpty ? Phrase("", "") : Phrase("；\(zh)", "; \(en)")
    return Phrase(
      "\(type.zh)\(must.zh)：\(label.zh)\(unit.zh)\(choice.zh)", "\(type.en)\(must.en): \(label.en)\(unit.en)\(choice.en)")
  }

  /// 答复“室温标准”：采暖期内居民室温应不低于 18℃。
  public static func template(_ template: CategoryGuide.Template) -> Phrase {
    let (use, title) = (template.use.phrase, template.title)
    return Phrase("\(use.zh)“\(title.zh)”：\(template.text)", "\(use.en) “\(title.en)”: \(template.text)")
  }
}
