import CaseFile
import Casework
import Ledger
import Vault
import Workdays

/// Shows everybody how a matter was answered: 公示答复. Under a title of the staff's own; never the citizen's words or name.
struct PublishAnswer: OrderVerb {
  let order: String
  let title: String
  let text: String
  let seen: Int?
  var action: OrderAction { .publish }
  /// From so many characters on a title that stands in the citizen's words is theirs, not ours.
  private static let quoted = 8

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    guard session.profile.policy.openness.answers else { throw PublicationProblem.notHere }
    guard Publication.mayBe(of: order) else { throw PublicationProblem.notThis }
    let parts = try session.participations(of: order.id)
    for part in parts {
      let appeal = try session.load(Appeal.self, part.appeal.value)
      if appeal.matter.confidential || appeal.matter.kind == .staffComplaint { throw PublicationProblem.notThis }
      try check(appeal, session)
    }
    let owner = order.matter.citizen
    return [
      .published(title: try session.keep(Masking.text(title), for: owner), text: try session.keep(Masking.text(text), for: owner))
    ]
  }

  private func check(_ appeal: Appeal, _ session: LedgerSession) throws {
    let identity = try? session.vault.identity(of: appeal.matter.citizen.value)
    for secret in [identity?.name, identity?.phone, identity?.address].compactMap({ $0 }) where secret.count > 1 {
      if title.contains(secret) { throw PublicationProblem.names("title") }
      if text.contains(secret) { throw PublicationProblem.names("text") }
    }
    let said = try session.vault.text(appeal.matter.text.value) ?? ""
    if title.count >= Self.quoted, said.contains(title) { throw PublicationProblem.quotes }
  }
}

/// Takes it back: 撤下公示.
struct WithdrawPublication: OrderVerb {
  let order: String
  let reason: String
  let seen: Int?
  var action: OrderAction { .unpublish }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    guard order.published != nil else { throw PublicationProblem.nothing }
    return [.unpublished(reason: try session.keep(reason, for: order.matter.citizen))]
  }
}

/// What publishing can meet.
enum PublicationProblem: Problem, Equatable {
  case notHere, notThis, nothing, quotes
  case names(String)

  var status: Int {
    switch self {
    case .quotes, .names: 422
    default: 409
    }
  }

  var code: String {
    switch self {
    case .notHere: "publication-off"
    case .notThis: "not-publishable"
    case .nothing: "not-published"
    case .quotes: "citizens-words"
    case .names: "names-citizen"
    }
  }

  var sentence: Phrase {
    switch self {
    case .notHere: Phrase("本市的方案没有开放公示答复。", "This city's profile does not publish answers.")
    case .notThis:
      Phrase("保密件、对工作人员的投诉和没有答复的工单不能公示。", "Confidential cases, complaints about staff and what was not answered are never published.")
    case .nothing: Phrase("此单的答复没有公示。", "The answer of this order is not published.")
    case .quotes: Phrase("标题照抄了市民的话，请改写成大家都会问的问题。", "The title repeats the citizen's words; write it as a question that anybody may have.")
    case .names: Phrase("文中有市民的姓名、电话或住址，请删去。", "It holds the citizen's name, telephone or address; take it out.")
    }
  }

  var fields: [FieldProblem] {
    switch self {
    case .quotes: [FieldProblem("title", sentence)]
    case .names(let field): [FieldProblem(field, sentence)]
    default: []
    }
  }
}
