import Casework
import Ledger
import Store
import Workdays

/// A proposal that somebody found wrong 未采纳的建议: kept for whoever keeps the catalogue, who learns from it where a rule is missing.
public struct DeclinedProposal: EventStream {
  public enum State: String, Codable, Sendable, CaseIterable, Worded {
    case declined
    case takenBack = "taken-back"

    public var phrase: Phrase {
      switch self {
      case .declined: Phrase("未采纳", "Declined")
      case .takenBack: Phrase("已放回", "Put back")
      }
    }
  }

  public enum Action: String, Codable, Sendable, CaseIterable, Worded {
    case decline
    case takeBack = "take-back"

    public var phrase: Phrase {
      switch self {
      case .decline: Phrase("不采纳建议", "Decline a proposal")
      case .takeBack: Phrase("放回建议", "Put a proposal back")
      }
    }
  }

  /// What was proposed, and for what.
  public struct Content: Hashable, Codable, Sendable {
    /// The appeal or order.
    public let number: String
    /// What was proposed; of a unit, the category of its matter.
    public let category: CategoryID
    /// The unit that was proposed; nil where it was the category that was wrong.
    public let unit: UnitID?
    /// The rule that names it; nil where a ruling or like cases did.
    public let rule: String?
    public let area: AreaID?
    /// The category that was chosen instead, where one was.
    public let instead: CategoryID?
  }

  public enum Event: StreamEvent, Equatable {
    case declined(proposal: Content)
    case takenBack

    public var action: Action {
      switch self {
      case .declined: .decline
      case .takenBack: .takeBack
      }
    }
  }

  public let id: Int64
  public let content: Content
  public let at: Moment
  public let by: AccountID
  public private(set) var state = State.declined
}

extension DeclinedProposal {
  public static let kind = StreamKind(rawValue: "declined-proposal")
  /// Whoever is shown proposals.
  private static let readers = Permission([.agent, .dispatcher, .intake, .officer, .supervisor, .shiftLeader, .followup, .leader], .viewer)
  public static let births: [Action: Permission] = [.decline: readers]
  public static let lifecycle = Lifecycle<State, Action>([
    Transition([.declined], .takeBack, to: [.takenBack], by: readers)
  ])

  public init?(birth fact: Fact<Event>) {
    guard case .declined(let proposal) = fact.event else { return nil }
    (id, content, at, by) = (fact.stream, proposal, fact.at, fact.by)
  }

  public mutating func apply(_ fact: Fact<Event>) {
    switch fact.event {
    case .declined: break
    case .takenBack: state = .takenBack
    }
  }

  public func sides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> { actor.standing == .staff ? [.viewer] : [] }
}

extension DeclinedProposal: Recorded {
  public static let table = RowTable("declined_proposals", ["number", "state", "category", "unit"])
  public static let noun = Phrase("未采纳的建议", "declined proposal")
  public var label: String { content.number }
  public var columns: [SQLValue] {
    [.text(content.number), .text(state.rawValue), .text(content.category.value), .str(content.unit?.value)]
  }
}
