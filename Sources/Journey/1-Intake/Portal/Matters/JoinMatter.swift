import CaseFile
import Casework
import Ledger
import Search
import Vault
import Workdays

/// A citizen has the same trouble and leaves a number: an appeal of their own, part of the order that runs. That the
/// number is known already is never told; the public count goes by citizens.
struct JoinMatter: Verb {
  let order: Int64
  let phone: String
  let words: String?

  func perform(in session: LedgerSession) throws -> AppealReceipt {
    let order = try session.load(Order.self, order)
    var statement = Statement(channel: .mailbox, text: text(order, session.profile), receivedAt: session.now)
    (statement.caller, statement.area, statement.category) = (Identity(phone: phone), order.matter.area, order.matter.category)
    statement.kind = order.matter.kind
    let receipt = try RecordAppeal(statement: statement, intake: SubmitStatement.desk(of: session.profile)).perform(in: session)
    let id = try session.appealID(receipt.number)
    return AppealReceipt(
      try session.change(Appeal.self, id, .merge) { appeal in
        let participation = try session.join(appeal, to: order.id, merged: true)
        return [.joined(order: order.id, participation: participation, merged: true)]
      })
  }

  private func text(_ order: Order, _ profile: Profile) -> String {
    let kind = profile.taxonomy.name(of: order.matter.category).zh
    let area = order.matter.area.flatMap { profile.area($0)?.name.zh } ?? ""
    let met = Phrase("我也遇到了：\(area)\(kind)。", "I have met it too: \(area)\(kind).")
    return [met.zh, words].compactMap { $0 }.joined(separator: "\n")
  }
}
