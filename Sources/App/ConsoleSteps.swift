import Acceptance
import Casework
import Dispatching
import Intake
import Store
import Suggestions
import Supervision

/// What the stages after intake do at once with a matter that is still on the console.
enum ConsoleSteps {
  static let all = NextSteps(
    answer: { try AcceptanceStage.answer($0, $1, $2, $3, in: $4) },
    raise: { appeal, wish, session in
      try AcceptanceStage.raise(
        appeal, wish.kind, wish.category, wish.urgency, title: wish.title, text: wish.text, in: session)
    },
    join: { try AcceptanceStage.join($0, $1, in: $2) },
    refuse: { try AcceptanceStage.refuse($0, $1, $2, in: $3) },
    dispatch: { try DispatchStage.dispatch($0, to: $1, assist: $2, in: $3) })

  static let incidents: SuggestionDesk.Incidents = { sql in
    try RunningIncidents.read(sql).map { RunningIncident(number: $0.measure, order: $0.order) }
  }
}
