import Casework
import Ledger
import Workdays

/// What a unit shall be asked to do, as the console knows it.
public struct Wish: Sendable {
  public let kind: Kind
  public let category: CategoryID
  public let urgency: Urgency
  public let title: String
  public let text: String
}

/// What the stages after this one do at once with an appeal that has just been taken down, inside its transaction.
public struct NextSteps: Sendable {
  public typealias Answering =
    @Sendable (
      _ appeal: String, _ reply: String, Kind, CategoryID?, LedgerSession
    ) throws -> AppealReceipt
  public typealias Raising = @Sendable (_ appeal: String, Wish, LedgerSession) throws -> OrderReceipt
  public typealias Joining = @Sendable (_ appeal: String, _ order: String, LedgerSession) throws -> AppealReceipt
  public typealias Refusing = @Sendable (_ appeal: String, _ reason: String, _ note: String?, LedgerSession) throws -> AppealReceipt
  public typealias Dispatching = @Sendable (_ order: String, UnitID, _ assist: [UnitID], LedgerSession) throws -> OrderReceipt

  let answer: Answering
  let raise: Raising
  let join: Joining
  let refuse: Refusing
  let dispatch: Dispatching

  public init(
    answer: @escaping Answering, raise: @escaping Raising, join: @escaping Joining, refuse: @escaping Refusing,
    dispatch: @escaping Dispatching
  ) {
    (self.answer, self.raise, self.join, self.refuse, self.dispatch) = (answer, raise, join, refuse, dispatch)
  }
}

/// How a call ends.
enum Ending: String, CaseIterable, Sendable, Worded {
  case answer, order, join, refuse

  var phrase: Phrase {
    switch self {
    case .answer: Phrase("直接答复", "Answer at once")
    case .order: Phrase("立单", "Raise an order")
    case .join: Phrase("并入工单", "Join an order")
    case .refuse: Phrase("不予受理", "Not accepted")
    }
  }
}
