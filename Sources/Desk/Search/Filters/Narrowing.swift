import Casework
import Web
import Workdays

/// By what somebody narrows a tab of a desk: where, about what, with whom, how urgent, which words, due when.
struct Narrowing: Codable, Hashable, Sendable {
  /// The tab of the desk that it narrows.
  var tab: String
  var area: AreaID?
  var category: CategoryID?
  var unit: UnitID?
  var urgency: Urgency?
  var words: String?
  var due: Due?

  enum Due: String, Codable, Sendable, CaseIterable, Worded {
    case late, today, tomorrow, week

    var phrase: Phrase {
      switch self {
      case .late: Phrase("已超时", "Late")
      case .today: Phrase("今日到期", "Due today")
      case .tomorrow: Phrase("明日到期", "Due tomorrow")
      case .week: Phrase("七日内到期", "Due within a week")
      }
    }
  }

  init(tab: String) { self.tab = tab }

  /// What a query or a form says; see `fields`.
  init(_ input: Input, tab: String) {
    self.tab = tab
    area = input.optionalText("area").map { AreaID($0) }
    category = input.optionalText("category").map { CategoryID($0) }
    unit = input.optionalText("unit").map { UnitID($0) }
    urgency = input.word("urgency")
    words = input.optionalText("q")
    due = input.word("due")
  }

  static let fields: [Field] = [
    Field("area", .reference(.area), Phrase("区域", "Area")), Field("category", .reference(.category), Phrase("分类", "Category")),
    Field("unit", .reference(.unit), Phrase("承办单位", "Unit")), Field("urgency", .choice(of: Urgency.self), Phrase("紧急程度", "Urgency")),
    Field("due", .choice(of: Due.self), Phrase("期限", "Deadline")), Field("q", .line(100), Phrase("关键词", "Words")),
  ]

  /// What is asked for, by the names of the fields.
  var asked: [(name: String, value: String)] {
    let all = [
      ("area", area?.value), ("category", category?.value), ("unit", unit?.value), ("urgency", urgency?.rawValue), ("due", due?.rawValue),
      ("q", words),
    ]
    return all.compactMap { name, value in value.map { (name: name, value: $0) } }
  }

  var isEmpty: Bool { asked.isEmpty }

  /// The filter of the tab, narrowed. The tab's own unit stays: nobody widens a desk.
  func applied(to filter: OrderFilter, _ when: DeskDays) -> OrderFilter {
    var filter = filter
    (filter.area, filter.category, filter.urgency, filter.words) = (area, category, urgency, words)
    if filter.unit == nil { filter.unit = unit }
    guard let due else { return filter }
    let (from, before) = when.bounds(of: due)
    filter.dueFrom = [filter.dueFrom, from].compactMap { $0 }.max()
    filter.dueBefore = [filter.dueBefore, before].compactMap { $0 }.min()
    filter.sort = .due
    return filter
  }

  /// In words: 湖滨区 · 路灯 · 紧急.
  func words(_ profile: Profile) -> Phrase {
    let parts = [
      area.map { profile.area($0)?.name ?? Phrase($0.value, $0.value) }, category.map { profile.taxonomy.title(of: $0) },
      unit.map { profile.units.name(of: $0) }, urgency?.phrase, due?.phrase, words.map { Phrase("“\($0)”", "“\($0)”") },
    ].compactMap { $0 }
    return Phrase(parts.map(\.zh).joined(separator: " · "), parts.map(\.en).joined(separator: " · "))
  }
}

extension DeskDays {
  func bounds(of due: Narrowing.Due) -> (from: Moment?, before: Moment?) {
    switch due {
    case .late: (nil, now)
    case .today: (now, tomorrow)
    case .tomorrow: (tomorrow, afterTomorrow)
    case .week: (now, now.day.adding(days: 7).midnight)
    }
  }
}
