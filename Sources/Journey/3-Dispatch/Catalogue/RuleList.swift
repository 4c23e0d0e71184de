import Casework
import Web
import Workdays

/// The rules that somebody asks for, in the order of the taxonomy, a page at a time.
struct RuleList {
  struct Page: Sendable {
    let rules: [CatalogueRule]
    let total: Int
    let next: String?
  }

  let profile: Profile
  let query: Input
  private static let most = 100

  var page: Page {
    let all = sorted.filter(fits)
    let start = query.optionalText("after").flatMap { id in all.firstIndex { $0.id == id }.map { $0 + 1 } } ?? 0
    let limit = Int(query.whole("limit") ?? Int64(Self.most))
    let rules = Array(all[start...].prefix(limit))
    return Page(rules: rules, total: all.count, next: start + rules.count < all.count ? rules.last?.id : nil)
  }

  private var sorted: [CatalogueRule] {
    let order = Dictionary(
      profile.taxonomy.roots.flatMap(\.all).enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let places = profile.catalogue.rules.map { rule in rule.matters.compactMap { order[$0] }.min() ?? Int.max }
    let indices = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    return indices.map { profile.catalogue.rules[$0] }
  }

  private func fits(_ rule: CatalogueRule) -> Bool { fitsMatter(rule) && fitsUnit(rule) && fitsWords(rule) }

  /// Rules about the category, above it and below it.
  private func fitsMatter(_ rule: CatalogueRule) -> Bool {
    guard let asked = query.optionalText("matter").map({ CategoryID($0) }) else { return true }
    return rule.matters.contains { $0.isWithin(asked) || asked.isWithin($0) }
  }

  private func fitsUnit(_ rule: CatalogueRule) -> Bool {
    guard let unit = query.optionalText("unit").map({ UnitID($0) }) else { return true }
    if rule.lead == .unit(unit) || rule.assist.contains(.unit(unit)) { return true }
    return ([rule.lead] + rule.assist).contains { assignee in
      if case .serving(let name) = assignee {
        profile.catalogue.service(name)?.providers.contains { $0.unit == unit } == true
      } else {
        false
      }
    }
  }

  private func fitsWords(_ rule: CatalogueRule) -> Bool {
    guard let words = query.optionalText("q")?.lowercased() else { return true }
    let lead = rule.lead.phrase(in: profile)
    let texts = [rule.id, rule.basis.zh, rule.basis.en, lead.zh, lead.en] + rule.matters.map(\.value) + rule.words
    return texts.contains { $0.lowercased().contains(words) }
  }
}
