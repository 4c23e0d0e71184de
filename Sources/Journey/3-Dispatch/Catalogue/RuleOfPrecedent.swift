import Casework
import Ledger
import Profiles
import Workdays

/// Turns a ruling into a rule of the draft; rules that say otherwise of the same matter give way.
struct RuleOfPrecedent: Verb {
  let order: String
  let basis: Phrase?

  func perform(in session: LedgerSession) throws -> CatalogueReceipt {
    guard let precedent = try PrecedentBook(session.sql).ruling(on: order) else {
      throw CaseworkProblem.unknown(what: Phrase("裁定先例", "ruling on order"), key: order)
    }
    let rule = CatalogueRule(from: precedent, in: session.profile, basis: basis)
    return try SetCatalogueRule(rule, displaces: true).perform(in: session)
  }
}
