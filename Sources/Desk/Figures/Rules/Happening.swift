/// What is counted, each on the day on which it happened. A day that is over is never counted otherwise.
enum Happening: String, Sendable, CaseIterable {
  /// A citizen said something; the day is that on which it reached us.
  case received
  /// Answered at once, without an order.
  case answered
  case raised
  /// Given to a unit, again after each ruling that moves it.
  case dispatched
  /// A unit's answer passed the review.
  case replied
  /// A citizen was reached when called back, and the demand is not held to be unreasonable.
  case called
  /// Sent back to be handled anew.
  case redone
  case closed

  /// Whether it happens to an order; else to an appeal.
  var isOfOrders: Bool { self != .received && self != .answered }
}
