/// What is added up: how many, and how many of them were what.
struct Tally: Hashable, Sendable {
  var amount: Int64 = 0
  /// Answered after the deadline.
  var late: Int64 = 0
  /// Said whether it is solved; and that it is.
  var asked: Int64 = 0
  var solved: Int64 = 0
  /// Gave a grade to the result; and one of satisfaction.
  var graded: Int64 = 0
  var satisfied: Int64 = 0
  /// From the dispatch to the answer.
  var minutes: Int64 = 0

  static let columns = ["amount", "late", "asked", "solved", "graded", "satisfied", "minutes"]
  static let one = Tally(amount: 1)

  var values: [Int64] { [amount, late, asked, solved, graded, satisfied, minutes] }

  static func + (one: Tally, other: Tally) -> Tally {
    Tally(
      amount: one.amount + other.amount, late: one.late + other.late, asked: one.asked + other.asked, solved: one.solved + other.solved,
      graded: one.graded + other.graded, satisfied: one.satisfied + other.satisfied, minutes: one.minutes + other.minutes)
  }

  static func += (one: inout Tally, other: Tally) { one = one + other }
}
