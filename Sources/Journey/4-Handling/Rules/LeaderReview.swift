import Casework

/// What a leader answered in person 领导接听件 is reviewed twice: by that leader, then by the office (source 004).
enum LeaderReview {
  /// Whether the leader's own review comes next.
  static func isDue(_ order: Order) -> Bool {
    order.matter.answeredBy != nil && order.passedByLeader != true && !order.isTask
  }

  /// Nobody passes an answer before the leader has, and no leader passes what is not that leader's.
  static func check(_ order: Order, _ actor: Actor) throws(HandlingProblem) {
    let isLeader = actor.account == order.matter.answeredBy
    if isDue(order), !isLeader { throw .leaderFirst }
    if !isDue(order), isLeader || actor.roles == [.leader] { throw .notTheLeaders }
  }
}
