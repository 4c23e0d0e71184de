import Casework
import Web
import Workdays

/// The calendar in JSON.
enum CalendarShapes {
  static let calendar = AnswerShape.object(
    "WorkCalendar",
    [.init("from", .day), .init("to", .day), .init("days_left", .whole), .maybe("alarm", .open), .init("recounts", .list(of: state))])
  static let begun = AnswerShape.object(
    "CalendarImport", [.init("release", .whole), .init("changed", .flag), .init("recount", .whole)])
  private static let state = AnswerShape.object(
    "RecountState",
    [
      .init("id", .whole), .init("year", .whole), .init("begun_at", .moment), .init("total", .whole), .init("done", .whole),
      .maybe("finished_at", .moment),
    ])
  private static let move = AnswerShape.object(
    "RecountMove",
    [
      .init("order", .text), .init("clock", .choice(ClockKind.allCases.map(\.rawValue))), .init("from", .moment), .init("to", .moment),
      .init("held", .flag),
    ])
  static let recount = AnswerShape.object(
    "Recount",
    [.init("recount", state), .init("moved", .whole), .init("held", .whole), .init("items", .list(of: move)), .maybe("next", .whole)])

  static func json(_ calendar: WorkCalendar, _ recounts: [RecountState], on today: CivilDay) -> JSONValue {
    .members(
      ("from", .text(calendar.covers.lowerBound.description)), ("to", .text(calendar.covers.upperBound.description)),
      ("days_left", .count(calendar.covers.upperBound.ordinal - today.ordinal)),
      ("alarm", CalendarAlarm.sentence(calendar, on: today).map { .members(("zh", .text($0.zh)), ("en", .text($0.en))) }),
      ("recounts", .list(recounts.map(json))))
  }

  private static func json(_ state: RecountState) -> JSONValue {
    .members(
      ("id", .whole(state.id)), ("year", .count(state.year)), ("begun_at", .text(state.begunAt.iso8601)), ("total", .count(state.total)),
      ("done", .count(state.done)), ("finished_at", .optional(state.finishedAt?.iso8601)))
  }

  static func json(_ state: RecountState, _ counts: (moved: Int, held: Int), _ page: (moves: [RecountMove], next: Int64?)) -> JSONValue {
    let items = page.moves.map { move in
      JSONValue.members(
        ("order", .text(move.order)), ("clock", .text(move.clock.rawValue)), ("from", .text(move.from.iso8601)),
        ("to", .text(move.to.iso8601)), ("held", .flag(move.held)))
    }
    return .members(
      ("recount", json(state)), ("moved", .count(counts.moved)), ("held", .count(counts.held)), ("items", .list(items)),
      ("next", .optional(page.next)))
  }
}
