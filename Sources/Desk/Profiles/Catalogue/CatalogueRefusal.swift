import Casework
import Workdays

/// A catalogue that contradicts itself, names nobody or leaves a matter without a lead: every fault with its rule.
public struct CatalogueRefusal: Problem {
  public let fields: [FieldProblem]

  init(_ faults: [CatalogueFault], in catalogue: Catalogue) {
    fields = faults.map { fault in
      FieldProblem(fault.rule.map { catalogue.rules[$0].id } ?? "rules", fault.advice)
    }
  }

  public var status: Int { 422 }
  public var code: String { "broken-catalogue" }
  public var sentence: Phrase {
    Phrase("草稿有 \(fields.count) 处错误，未发布；请更正后再发布。", "The draft is wrong in \(fields.count) place(s) and was not released; mend it first.")
  }
}

/// What a single rule must be before it may stand in a draft.
enum RuleInput {
  static func check(_ rule: CatalogueRule, _ profile: Profile) throws {
    guard !rule.matters.isEmpty else { throw CaseworkProblem.field("matters", "请写明事项。", "Name the matter.") }
    guard rule.id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) else {
      throw CaseworkProblem.field("id", "编号只用小写字母、数字和连字符。", "The code takes small letters, digits and hyphens.")
    }
    // Only what is wrong with the rule by itself: whether it fits the others is seen before the release.
    let alone = Catalogue([rule], services: profile.catalogue.services)
    if let fault = CatalogueCheck(alone, in: profile, from: profile.effective).faults.first(where: { $0.rule != nil }) {
      throw CaseworkProblem.invalid([FieldProblem("lead", fault.advice)])
    }
  }
}
