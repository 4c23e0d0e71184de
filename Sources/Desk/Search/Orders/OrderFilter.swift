import Casework
import Workdays

/// Which orders a list shows, and in which order.
public struct OrderFilter: Sendable, Hashable {
  public enum Sort: String, Sendable, CaseIterable, Worded {
    /// By the end of the clock that runs next, open orders only; those without a running clock come last.
    case due
    /// Newest first.
    case received

    public var phrase: Phrase {
      switch self {
      case .due: Phrase("按时限", "By deadline")
      case .received: Phrase("按受理时间，新的在前", "Newest first")
      }
    }
  }

  /// What marks an order out.
  enum Mark: String, Sendable { case supervised, provisional, extensionAsked, unreasonableAsked, leadersCall, task }

  /// Whose orders: those that the units have, those that they gave, or both.
  enum Side: Sendable { case any, held, owned }

  /// Any of these; empty: any at all.
  public var states: [OrderState] = []
  /// Exactly this unit has it.
  public var unit: UnitID?
  /// Exactly this unit gave it.
  public var owner: UnitID?
  /// The category itself or one below it.
  public var category: CategoryID?
  /// The area itself or one below it.
  public var area: AreaID?
  public var urgency: Urgency?
  public var dueFrom: Moment?
  public var dueBefore: Moment?
  /// Words that must all occur; the newest thousand matches count.
  public var words: String?
  public var sort: Sort?
  var marks: [Mark] = []
  var side = Side.any

  public init() {}

  init(
    _ states: [OrderState] = [], unit: UnitID? = nil, owner: UnitID? = nil, side: Side = .any, marks: [Mark] = [],
    dueFrom: Moment? = nil, dueBefore: Moment? = nil, sort: Sort? = nil
  ) {
    (self.states, self.unit, self.owner, self.side, self.marks) = (states, unit, owner, side, marks)
    (self.dueFrom, self.dueBefore, self.sort) = (dueFrom, dueBefore, sort)
  }

  /// By deadline only where it is asked for, or where deadlines bound the list.
  var order: Sort { sort ?? (isBounded ? .due : .received) }
  var isBounded: Bool { dueFrom != nil || dueBefore != nil }
  /// Only ended orders, which have no deadline to sort by.
  var isEnded: Bool { !states.isEmpty && states.allSatisfy(OrderState.ended.contains) }
  /// Only orders with which somebody still has to do something.
  var isOpen: Bool { order == .due || isBounded || !marks.isEmpty }
}
