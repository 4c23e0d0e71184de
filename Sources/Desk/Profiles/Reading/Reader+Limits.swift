import Casework
import Workdays

/// The limit table and the outcome fields: both speak of categories and kinds.
extension Reader {
  func limits(_ known: Known, kinds: [Kind]) -> LimitTable {
    guard let section = required("limits") else { return LimitTable() }
    let table = LimitTable(section.list().compactMap { $0.rule(known) })
    for clock in ClockKind.essential { section.reportGaps(of: clock, in: table, kinds: kinds.filter { $0 != .invalid }) }
    return table
  }

  private func rule(_ known: Known) -> LimitRule? {
    guard isMap() else { return nil }
    allow(["clock", "limit"] + Self.conditionKeys)
    let conditions = conditions(known)
    guard let clock = required("clock")?.word(ClockKind.self), let limit = required("limit")?.limit() else { return nil }
    return LimitRule(clock, limit, where: conditions)
  }

  static let conditionKeys = ["kinds", "urgencies", "categories", "units", "levels", "season"]

  /// For which matters a rule holds; what is absent holds for everything.
  func conditions(_ known: Known) -> Conditions {
    Conditions(
      kinds: Set(field("kinds")?.words(Kind.self) ?? []), urgencies: Set(field("urgencies")?.words(Urgency.self) ?? []),
      categories: field("categories")?.oneOrMore().compactMap { $0.category(known) } ?? [],
      units: field("units")?.oneOrMore().compactMap { $0.unit(known.units) } ?? [],
      levels: Set(field("levels")?.words(Unit.Level.self) ?? []), season: field("season")?.season())
  }

  /// An order whose clock has no limit would never be late: that must not happen by oversight.
  private func reportGaps(of clock: ClockKind, in table: LimitTable, kinds: [Kind]) {
    let gaps = table.gaps(of: clock, kinds: kinds)
    guard !gaps.isEmpty else { return }
    let zh = gaps.map { "\($0.kind.phrase.zh)×\($0.urgency.phrase.zh)" }.joined(separator: "、")
    let en = gaps.map { "\($0.kind.rawValue) × \($0.urgency.rawValue)" }.joined(separator: ", ")
    report(
      "\(clock.phrase.zh)缺少规则：\(zh)", "no \(clock.rawValue) limit for \(en)", "请在末尾加一条不带条件的规则：{clock: \(clock.rawValue), limit: …}",
      "Add a rule without conditions at the end: {clock: \(clock.rawValue), limit: …}")
  }

  func outcome(_ known: Known) -> OutcomeField? {
    guard isMap() else { return nil }
    allow(["name", "label", "type", "options", "unit", "required", "categories", "kinds"])
    let options = field("options")?.codes() ?? []
    let unit = field("unit")?.phrase()
    let isRequired = field("required")?.bool() ?? false
    let categories = field("categories")?.oneOrMore().compactMap { $0.category(known) } ?? []
    let kinds = Set(field("kinds")?.words(Kind.self) ?? [])
    let (name, label, type) = (required("name")?.word(), required("label")?.phrase(), required("type")?.word(OutcomeField.Form.self))
    if type == .choice, options.isEmpty { _ = required("options") }
    guard let name, let label, let type else { return nil }
    return OutcomeField(
      name: name, label: label, type: type, options: options, unit: unit, required: isRequired, categories: categories, kinds: kinds)
  }
}
