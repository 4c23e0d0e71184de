import Casework

/// What a leader answered in person 领导接听件 is reviewed more than once: by the head of the unit that handled it where the profile
/// asks for that, by the leader who answered, then by the office (source 004).
enum LeaderReview {
  /// Whether the leader's own review comes before that of the office.
  static func isDue(_ order: Order) -> Bool { isLeaders(order) && order.passedByLeader != true }

  /// Whether the head of the unit, where it has one, comes before the leader.
  static func headIsDue(_ order: Order, _ policy: CasePolicy) -> Bool {
    policy.headReview && isLeaders(order) && order.passedByHead != true
  }

  /// Nobody passes an answer before those whose turn it is, and no leader passes what is not that leader's.
  static func check(_ order: Order, _ actor: Actor, headIsDue: Bool) throws(HandlingProblem) {
    if headIsDue { throw .headFirst }
    let isLeader = actor.account == order.matter.answeredBy
    if isDue(order), !isLeader { throw .leaderFirst }
    if !isDue(order), isLeader || actor.roles == [.leader] { throw .notTheLeaders }
  }

  private static func isLeaders(_ order: Order) -> Bool { order.matter.answeredBy != nil && !order.isTask }
}
