import Casework
import Workdays

extension OrderFile {
  /// How it goes on with what did not end with the answer.
  public struct Plan: Sendable {
    public let text: String
    public let owner: AccountID
    public let ownerName: Phrase
    public let due: Moment?
  }

  /// What a unit below or beside has contributed.
  public struct Contribution: Sendable {
    /// The number of the task.
    public let task: String?
    public let unit: UnitID
    public let outcome: Outcome
    public let reply: String
    public let credit: Credit
  }

  /// What the emergency line said.
  public struct Handover: Sendable {
    public let report: HandoverReport
    public let takenBy: String?
    public let text: String?
  }

  /// One reply to the citizen out of what all units answered, each under its name, the leading one first and empty: it writes
  /// its own. Where it has answered before, that answer, and what came in since. Nil where nobody contributed.
  public var composedReply: String? {
    let since = answer == nil ? nil : order.fedBackAt
    let fresh = contributions.filter { one in since.map { one.credit.at > $0 } ?? true }
    guard !contributions.isEmpty else { return nil }
    let own = answer.map(\.reply) ?? "【\(order.unit.map { profile.units.name(of: $0).zh } ?? "")】\n"
    return ([own] + fresh.map { "【\(profile.units.name(of: $0.unit).zh)】\n\($0.reply)" }).joined(separator: "\n\n")
  }
}

extension Order {
  /// The texts of its plan, of what others contributed, of what the emergency line said.
  var partTexts: [TextID?] {
    let said = (handover ?? []).flatMap { [$0.takenBy, $0.text] }
    return [plan?.text, finalReport] + (contributions ?? []).map { $0.reply } + said
  }
}
