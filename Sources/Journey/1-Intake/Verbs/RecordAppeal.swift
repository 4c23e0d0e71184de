import Casework
import Ledger
import Vault
import Workdays

/// What was said, as it reached us.
struct Statement: Sendable {
  var channel: Channel
  var text: String
  var title: String?
  var caller = Identity()
  var area: AreaID?
  var place: Place?
  var confidential = false
  var lifeRisk = false
  var receivedAt: Moment
  var kind: Kind?
  var category: CategoryID?
  var against: Identity?
  var praisedUnit: UnitID?
  var praisedAgent: AccountID?
  var aboutAgent: AccountID?
  var aboutGroup: String?
  var line: String?
  var source: String?
  /// Other columns of an import, as a JSON object.
  var extra: String?
}

extension Statement {
  /// A complaint about a colleague is out of sight of that colleague and the group as soon as one of them has taken it down.
  func isKept(from actor: Actor) -> Bool {
    kind == .staffComplaint && (aboutAgent == actor.account || aboutGroup != nil && aboutGroup == actor.group)
  }
}

/// Takes an appeal in: 记录.
struct RecordAppeal: Verb {
  let statement: Statement
  let intake: UnitID

  func perform(in session: LedgerSession) throws -> AppealReceipt {
    let citizen = try session.citizen(for: statement.caller)
    let id = try session.newID()
    let text = try session.keep(words, for: citizen)
    var matter = AppealMatter(
      number: session.number(for: id), channel: statement.channel, receivedAt: statement.receivedAt, citizen: citizen, text: text,
      intake: intake)
    matter.title = try session.keepIfAny(statement.title, for: citizen)
    matter.kind = statement.kind
    matter.category = statement.category
    matter.area = statement.area
    matter.place = statement.confidential ? nil : statement.place
    matter.confidential = statement.confidential
    matter.lifeRisk = statement.lifeRisk
    matter.against = try session.party(statement.against)
    matter.praisedUnit = statement.praisedUnit
    matter.praisedAgent = statement.praisedAgent
    matter.aboutAgent = statement.aboutAgent
    matter.aboutGroup = statement.aboutGroup
    matter.line = statement.line
    matter.source = statement.source
    matter.extra = try session.keepIfAny(statement.extra, for: citizen)
    return AppealReceipt(try session.begin(Appeal.self, id, [.recorded(matter: matter)]))
  }

  /// In a confidential case the place is part of the words, and so of the vault.
  private var words: String {
    guard statement.confidential, let place = statement.place else { return statement.text }
    return "\(statement.text)\n地点：\(place.address)"
  }
}
