import CaseFile
import Casework
import Ledger
import Workdays

/// The unit spoke with the citizen, or tried: 联系市民.
struct ContactCitizen: OrderVerb {
  let order: String
  let contact: Contact
  let note: String?
  let seen: Int?
  var action: OrderAction { .contact }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    [.contacted(proof: try contact.proof(for: order, session), note: try session.keepIfAny(note, for: order.matter.citizen))]
  }
}

/// When, on which number and with what result.
struct Contact: Sendable {
  let at: Moment
  let number: String?
  let result: ContactProof.Result

  func proof(for order: Order, _ session: LedgerSession) throws -> ContactProof {
    guard at <= session.now else {
      throw CaseworkProblem.field("contact.at", "联系时间不能在将来。", "The contact cannot lie in the future.")
    }
    guard at >= order.raisedAt else {
      throw CaseworkProblem.field("contact.at", "联系时间不能早于立单时间。", "The contact cannot lie before the order was raised.")
    }
    return ContactProof(at: at, result: result, number: try session.keepIfAny(number, for: order.matter.citizen))
  }
}
