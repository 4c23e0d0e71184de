/// How an order ends once every due call-back is done.
public enum Settling {
  /// Closed; or a continued report, where a citizen says that it is not solved or the unit says that it is not finished
  /// and nobody says that it is solved (source 003). A demand is unreasonable only once two people say so (source 29).
  public static func end(of order: Order, _ participations: [Participation]) -> OrderState {
    let counted = participations.filter { !$0.isUnreasonable }
    if counted.isEmpty, !participations.isEmpty { return .closed }
    if counted.contains(where: { $0.answers?.isNotSolved == true }) { return .continuedReport }
    // What is reported on goes on until a citizen confirms it; not reaching anybody confirms nothing.
    let finished = order.plan == nil && (order.feedback?.outcome.isFinished ?? true)
    let solved = counted.contains { $0.answers?.solved == true }
    return finished || solved ? .closed : .continuedReport
  }
}
