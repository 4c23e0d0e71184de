import CaseFile
import Casework
import Profiles
import Web
import Workdays

/// Working hours and single days, of the city and of units that differ.
extension ProfileDesk {
  var calendarEndpoints: [Endpoint] {
    [
      .get(
        "admin/profile/calendar", Self.readers, Phrase("工作时间", "Working time"), query: HoursForm.query, answers: HoursAnswer.shape,
        surfaces: Self.both, handle: calendar), setHours, dropHours, setDay, dropDay,
    ]
  }

  var setHours: Endpoint {
    writing("admin/profile/hours", HoursForm.week, handle: hours) { frame, call, problem in
      CalendarPage(frame, self).again(problem, week: true)
    }
  }
  var dropHours: Endpoint {
    .post(
      "admin/profile/hours/removal", Self.editors, Phrase("删去这一段", "Take the stretch out"), form: HoursForm.endOfWeek,
      answers: ProfileShapes.receipt, handle: noHours)
  }
  var setDay: Endpoint {
    writing("admin/profile/days", HoursForm.day, handle: day) { frame, call, problem in
      CalendarPage(frame, self).again(problem, week: false)
    }
  }
  var dropDay: Endpoint {
    .post(
      "admin/profile/days/removal", Self.editors, Phrase("删去这一天", "Take the day out"), form: HoursForm.endOfDay,
      answers: ProfileShapes.receipt, handle: noDay)
  }

  @Sendable private func calendar(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let unit = try unit(call.query, view)
    let hours = WorkingTime(view.profile, unit)
    guard call.surface == .page else { return .ok(HoursAnswer.json(hours, view)) }
    return .page(CalendarPage(ProfileFrame(view, call), self).render(unit))
  }

  /// The stretch that begins on the same day is replaced.
  @Sendable private func hours(_ call: Call) async throws -> Answer {
    try await answering(call, setHours) {
      let (view, schedule) = (try await shelf.draft(), try HoursForm.schedule(call.input))
      let unit = try unit(call.input, view)
      let rest = WorkingTime(view.profile, unit).hours.filter { $0.from != schedule.from }
      let all = (rest + [schedule]).sorted { ($0.from ?? .earliest) < ($1.from ?? .earliest) }
      return try await written(.hours(unit: unit, schedules: all), unit, view, call)
    }
  }

  @Sendable private func noHours(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let unit = try unit(call.input, view)
    let rest = WorkingTime(view.profile, unit).hours.filter { $0.from != call.input.day("from") }
    guard unit != nil || !rest.isEmpty else {
      throw CaseworkProblem.conflict(Phrase("全市至少要有一段工作时间。", "The city needs working hours: one stretch must stay."))
    }
    return try await written(.hours(unit: unit, schedules: rest), unit, view, call)
  }

  @Sendable private func day(_ call: Call) async throws -> Answer {
    try await answering(call, setDay) {
      let view = try await shelf.draft()
      let unit = try unit(call.input, view)
      let edit = ProfileEdit.day(unit: unit, day: call.input.day("day") ?? call.now.day, hours: try HoursForm.override(call.input))
      return try await written(edit, unit, view, call)
    }
  }

  @Sendable private func noDay(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let unit = try unit(call.input, view)
    return try await written(.day(unit: unit, day: call.input.day("day") ?? call.now.day, hours: nil), unit, view, call)
  }

  private func written(_ edit: ProfileEdit, _ unit: UnitID?, _ view: DraftView, _ call: Call) async throws -> Answer {
    let path = unit.map { "\(Paths.profileCalendar)?unit=\(percentEncoded($0.value))" } ?? Paths.profileCalendar
    return try await put(edit, view, call, at: path)
  }

  /// Whose time is meant; nil is the city's.
  private func unit(_ input: Input, _ view: DraftView) throws -> UnitID? {
    guard let id = input.optionalText("unit").map({ UnitID($0) }) else { return nil }
    guard view.profile.unit(id) != nil else {
      throw CaseworkProblem.field("unit", "没有单位“\(id)”。", "There is no unit “\(id)”.")
    }
    return id
  }
}

/// The hours and days that are the city's, or a unit's own.
struct WorkingTime {
  let hours: [Schedule]
  let days: [(day: CivilDay, hours: Override)]

  init(_ profile: Profile, _ unit: UnitID?) {
    let own = unit.map { profile.overlays[$0] ?? CalendarOverlay() }
    hours = own?.hours ?? profile.calendar.hours
    days = (own?.overrides ?? profile.calendar.overrides).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// Working time in JSON.
enum HoursAnswer {
  private static let stretch = AnswerShape.object(
    "ProfileHours", [.maybe("from", .day), .init("week", .list(of: .list(of: .text))), .init("make_up", .list(of: .text))])
  private static let day = AnswerShape.object("ProfileDay", [.init("day", .day), .init("hours", .list(of: .text)), .init("reason", .text)])
  static let shape = AnswerShape.object(
    "ProfileWorkingTime", [.init("hours", .list(of: stretch)), .init("days", .list(of: day)), .init("version", .whole)])

  static func json(_ time: WorkingTime, _ view: DraftView) -> JSONValue {
    let hours = time.hours.map { schedule in
      JSONValue.members(
        ("from", .optional(schedule.from?.description)), ("week", .list(schedule.week.map { .texts($0.map(\.description)) })),
        ("make_up", .texts(schedule.makeUp.map(\.description))))
    }
    let days = time.days.map { day in
      JSONValue.members(
        ("day", .text(day.day.description)), ("hours", .texts(day.hours.hours.map(\.description))), ("reason", .text(day.hours.reason)))
    }
    return .members(("hours", .list(hours)), ("days", .list(days)), ("version", .count(view.version)))
  }
}
