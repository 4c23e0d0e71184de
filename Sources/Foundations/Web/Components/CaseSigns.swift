import Casework
import Workdays

/// What must not be overlooked about a case has one sign wherever it stands: ■ is kept for what is late or shown a red card,
/// ◆ for what leaders asked for.
extension Lamp {
  public static let confidential = Lamp(.quiet, Phrase("保密件", "Confidential"))
  public static let supervised = Lamp(.leader, Phrase("督办", "Under supervision"))

  /// Nil: nothing out of the ordinary.
  public static func urgency(_ urgency: Urgency) -> Lamp? { urgency == .normal ? nil : Lamp(.soon, urgency.phrase) }

  public static func card(_ colour: Order.Card.Colour, since: Moment? = nil) -> Lamp {
    let shown = since.map { since in
      let since = since.phrase
      return Phrase("\(since.zh) 亮牌", "Shown at \(since.en)")
    }
    return Lamp(colour == .red ? .late : .soon, colour.phrase, explanation: shown.map { [$0] } ?? [])
  }

  /// - Parameter leader: where it is known who took the call.
  public static func leadersCall(_ leader: Phrase? = nil) -> Lamp {
    let who = leader.map { Phrase("接听领导：\($0.zh)", "Taken by \($0.en)") }
    return Lamp(.leader, Phrase("领导接听件", "A leader's call"), explanation: who.map { [$0] } ?? [])
  }
}
