import Casework
import Ledger
import Profiles
import Web
import Workdays

extension CatalogueDesk {
  /// What was proposed and found wrong, for whoever keeps the catalogue.
  @Sendable func declined(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let (after, limit) = try Self.piece(call)
    let items = try await ledger.look { sql, _ in try DeclinedProposals(sql).page(after: after, limit: limit) }
    let next = items.count == limit ? items.last.map { String($0.proposal.id) } : nil
    guard call.surface == .page else {
      return .ok(.members(("items", .list(items.map(CatalogueAnswer.json))), ("next", .optional(next))))
    }
    let frame = CatalogueFrame(profile: profile, call: call, around: try await around(call.now.day))
    return .page(DeclinedPage(frame: frame).render(items, next: next))
  }
}

/// The list of proposals that were not taken: where a rule is missing or names the wrong unit, it shows here first.
struct DeclinedPage {
  let frame: CatalogueFrame

  private var language: Language { frame.language }

  func render(_ items: [DeclinedProposals.Item], next: String?) -> HTML {
    let title = Phrase("未采纳的建议", "Proposals not taken")
    guard !items.isEmpty else {
      let empty = EmptyState.render(
        Phrase("还没有人说建议有误。", "Nobody has found a proposal wrong."),
        then: Phrase(
          "登记或派单时按下“不对”的分类、单位会列在这里，供修订目录和分类关键词。",
          "A category or unit that somebody put away as wrong is listed here, so that rules and words can be mended."),
        language: language)
      return frame.page(title, .declined, empty)
    }
    let heads = [
      Phrase("建议", "Proposed"), Phrase("依据", "By"), Phrase("办件", "Case"), Phrase("实际", "What it became"), Phrase("时间", "When"),
    ]
    let table = frame.table(title, isNamed: true, heads, items.map(row))
    return frame.page(title, .declined, "\(table)\(frame.more(Paths.catalogueDeclined, next))")
  }

  private func row(_ item: DeclinedProposals.Item) -> [HTML] {
    let content = item.proposal.content
    let matter: HTML = "<span class=\"matter-path\">\(frame.profile.taxonomy.title(of: content.category), language)</span>"
    let unit = when(content.unit) { " <strong>\(frame.name($0))</strong>" }
    let by = content.rule.map { rule -> HTML in "<a href=\"\(Paths.catalogueRule(rule))\">\(rule)</a>" }
    let words = content.unit == nil ? Phrase("关键词与相近办件", "words and like cases") : Phrase("先例", "a ruling")
    let path = item.isOrder ? Paths.order(content.number) : Paths.appeal(content.number)
    return [
      "\(matter)\(unit)", by ?? "<span class=\"soft\">\(words, language)</span>",
      "<a class=\"number\" href=\"\(path)\">\(content.number)</a> <span class=\"soft\">\(frame.name(content.area))</span>", became(item),
      "<span class=\"when\">\(brief: item.proposal.at, at: frame.call.now, language)</span> <span class=\"soft\">\(item.proposal.by.value)</span>",
    ]
  }

  private func became(_ item: DeclinedProposals.Item) -> HTML {
    if let category = item.proposal.content.instead { return "\(frame.profile.taxonomy.title(of: category), language)" }
    guard item.proposal.content.unit != nil, let unit = item.unit else { return "<span class=\"soft\">—</span>" }
    return "<strong>\(frame.name(unit))</strong>"
  }
}

extension CatalogueAnswer {
  static func json(_ item: DeclinedProposals.Item) -> JSONValue {
    let (content, proposal) = (item.proposal.content, item.proposal)
    return .members(
      ("number", .text(content.number)), ("category", .text(content.category.value)), ("unit", .optional(content.unit?.value)),
      ("rule", .optional(content.rule)), ("area", .optional(content.area?.value)), ("instead", .optional(content.instead?.value)),
      ("unit_now", .optional(item.unit?.value)), ("at", .text(proposal.at.iso8601)), ("by", .text(proposal.by.value)))
  }
}
