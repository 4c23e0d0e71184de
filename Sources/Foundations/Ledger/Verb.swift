import Casework
import Workdays

/// One thing that somebody does: everything it changes is written together or not at all.
public protocol Verb: Sendable {
  associatedtype Receipt: Codable & Sendable
  func perform(in session: LedgerSession) throws -> Receipt
}

/// A verb about one order, found by its number.
public protocol OrderVerb: Verb where Receipt == OrderReceipt {
  var order: String { get }
  var action: OrderAction { get }
  /// The version that the person had before their eyes; nil where they do not say.
  var seen: Int? { get }
  /// What happens, decided on the order as it stands inside the transaction.
  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent]
}

extension OrderVerb {
  public var seen: Int? { nil }

  public func perform(in session: LedgerSession) throws -> OrderReceipt {
    let id = try session.orderID(order)
    let after = try session.change(Order.self, id, action, seen: seen) { try decide($0, session) }
    return OrderReceipt(after)
  }
}

/// A verb about one appeal, found by its number.
public protocol AppealVerb: Verb where Receipt == AppealReceipt {
  var appeal: String { get }
  var action: AppealAction { get }
  func decide(_ appeal: Appeal, _ session: LedgerSession) throws -> [AppealEvent]
}

extension AppealVerb {
  public func perform(in session: LedgerSession) throws -> AppealReceipt {
    let id = try session.appealID(appeal)
    return AppealReceipt(try session.change(Appeal.self, id, action) { try decide($0, session) })
  }
}

/// What the doer of an order's verb is told. Times are ISO 8601, as everywhere at the edge.
public struct OrderReceipt: Codable, Sendable, Equatable {
  public struct Running: Codable, Sendable, Equatable {
    public let kind: ClockKind
    public let limit: Limit
    public let deadline: String
  }

  public let number: String
  public let state: OrderState
  public let unit: UnitID?
  public let due: String?
  public let clocks: [Running]

  public init(_ order: Order) {
    number = order.matter.number
    state = order.state
    unit = order.unit
    due = order.nextClock?.deadline.at.iso8601
    clocks = order.clocks.filter(\.isRunning).map { Running(kind: $0.kind, limit: $0.deadline.limit, deadline: $0.deadline.at.iso8601) }
  }
}

/// What the doer of an appeal's verb is told.
public struct AppealReceipt: Codable, Sendable, Equatable {
  public let number: String
  public let state: AppealState

  public init(_ appeal: Appeal) {
    number = appeal.matter.number
    state = appeal.state
  }
}
