/// How an order ends once every due call-back is done.
public enum Settling {
  /// Closed; or a continued report, where a citizen says that it is not solved or the unit says that it is not finished
  /// and nobody says that it is solved (source 003).
  public static func end(of order: Order, _ participations: [Participation]) -> OrderState {
    if participations.contains(where: { $0.answers?.isNotSolved == true && $0.answers?.reasonable != false }) { return .continuedReport }
    let finished = order.feedback?.outcome.isFinished ?? true
    let solved = participations.contains { $0.answers?.solved == true }
    return finished || solved ? .closed : .continuedReport
  }
}
