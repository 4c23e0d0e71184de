import CaseFile
import Casework
import Ledger
import Search
import Store
import Web
import Workdays

/// Beside whoever takes a matter down, while they type: what is likely, and why.
public struct SuggestionDesk: Sendable {
  public typealias Incidents = @Sendable (any SQLSession) throws -> [RunningIncident]

  let ledger: Ledger
  let incidents: Incidents

  /// - Parameter incidents: the incidents that run, told by whoever supervises them.
  public init(ledger: Ledger, incidents: @escaping Incidents = { _ in [] }) {
    self.ledger = ledger
    self.incidents = incidents
  }

  private static let takers: Access = .roles([.agent, .dispatcher, .intake, .shiftLeader, .supervisor, .followup, .leader])

  public var endpoints: [Endpoint] {
    [
      // Asked by POST, since neither words nor numbers of people belong into an address.
      .post(
        "suggestions", Self.takers, Phrase("登记建议", "What is likely, while a matter is taken down"), form: SuggestionForm.draft,
        answers: Suggestion.shape, bodyLimit: 131_072, handle: suggest)
    ]
  }

  @Sendable private func suggest(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let query = SuggestionQuery(profile: profile, actor: call.actor, now: call.now, incidents: incidents)
    let draft = SuggestionForm.draft(call.input)
    let found = try await ledger.look { sql, vault in try query.read(draft, sql, vault) }
    guard call.surface == .page else { return .ok(found.json) }
    return .fragment(SuggestionParts(suggestion: found, draft: draft, profile: profile, call: call).render())
  }
}

/// What is asked about: everything may still be missing.
public enum SuggestionForm {
  static let draft = Form(asked + declined)

  private static let asked: [Field] = [
    .words("text", Phrase("反映内容", "What they say"), max: 20_000, required: false), Field("title", .line(200), Phrase("标题", "Title")),
    Field("phone", .line(30), Phrase("来电号码", "Telephone number")), Field("name", .line(60), Phrase("姓名", "Name")),
    Field("address", .line(300), Phrase("地址", "Address")), .area, Field("kind", .choice(of: Kind.self), Phrase("类型", "Kind")),
    Field("category", .reference(.category), Phrase("分类", "Category")),
    Field("urgency", .choice(of: Urgency.self), Phrase("紧急程度", "Urgency")),
    Field("confidential", .flag, Phrase("保密件", "Confidential")),
  ]

  /// Proposals that were found wrong, here and where the matter is recorded.
  public static let declined: [Field] = [
    Field("wrong_categories", .list(of: .reference(.category), max: 20), Phrase("建议有误的分类", "Categories proposed wrongly")),
    Field("wrong_units", .list(of: .reference(.unit), max: 20), Phrase("建议有误的单位", "Units proposed wrongly")),
  ]

  public static func declined(_ input: Input) -> Draft.Declined {
    Draft.Declined(
      categories: input.texts("wrong_categories").map { CategoryID($0) }, units: input.texts("wrong_units").map { UnitID($0) })
  }

  static func draft(_ input: Input) -> Draft {
    var said = SaidMatter(title: input.optionalText("title"), text: input.text("text"))
    said.address = input.optionalText("address")
    said.area = input.optionalText("area").map { AreaID($0) }
    said.category = input.optionalText("category").map { CategoryID($0) }
    said.isConfidential = input.flag("confidential")
    // A number that is still being typed is none yet.
    let phone = input.optionalText("phone").flatMap(CallerNumber.whole)
    var draft = Draft(
      said, kind: input.word("kind"), urgency: input.word("urgency") ?? .normal, phone: phone, name: input.optionalText("name"))
    draft.declined = declined(input)
    return draft
  }
}
