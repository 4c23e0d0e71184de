import Casework
import Profiles
import Web
import Workdays

/// The forms of working hours and of single days, and how they are read.
enum HoursForm {
  static let unit = Field("unit", .line(60), Phrase("单位", "Unit"), help: Phrase("不填即全市。", "The whole city where it is left out."))
  static let weekdays = [
    ("monday", Phrase("星期一", "Monday")), ("tuesday", Phrase("星期二", "Tuesday")), ("wednesday", Phrase("星期三", "Wednesday")),
    ("thursday", Phrase("星期四", "Thursday")), ("friday", Phrase("星期五", "Friday")), ("saturday", Phrase("星期六", "Saturday")),
    ("sunday", Phrase("星期日", "Sunday")),
  ]
  private static let from = Field(
    "from", .day, Phrase("自哪天起", "From which day"), help: Phrase("不填即最初的一段。", "The first stretch of all where it is left out."))
  private static let makeUp = Field(
    "make_up", .line(100), Phrase("调休上班日", "Days that are made up"),
    help: Phrase("不填则同一周中第一个工作日。", "As the first working day of the week where it is left out."))
  private static let days = weekdays.map { Field($0.0, .line(100), $0.1) }
  static let week = Form([unit, from] + days + [makeUp, ProfileDesk.seen])
  static let endOfWeek: Form = [unit, Field("from", .day, Phrase("自哪天起", "From which day")), ProfileDesk.seen]
  static let day: Form = [
    unit, .required("day", .day, Phrase("日期", "Day")),
    Field("hours", .line(100), Phrase("工作时段", "Hours"), help: Phrase("不填即全天休息。", "Closed all day where it is left out.")),
    Field("reason", .line(60), Phrase("原因", "Why")), ProfileDesk.seen,
  ]
  static let endOfDay: Form = [unit, .required("day", .day, Phrase("日期", "Day")), ProfileDesk.seen]
  static let query: Form = [unit]

  static func schedule(_ input: Input) throws -> Schedule {
    let week = try weekdays.map { try intervals(input, $0.0) }
    let makeUp = try intervals(input, "make_up")
    do {
      return try Schedule(from: input.day("from"), week: week, makeUp: makeUp.isEmpty ? nil : makeUp)
    } catch {
      throw CaseworkProblem.field("monday", error.phrase.zh, error.phrase.en)
    }
  }

  static func override(_ input: Input) throws -> Override {
    do {
      return try Override(hours: try intervals(input, "hours"), reason: input.text("reason"))
    } catch let error as CalendarError {
      throw CaseworkProblem.field("hours", error.phrase.zh, error.phrase.en)
    }
  }

  /// `08:30-12:00, 13:30-17:30`.
  private static func intervals(_ input: Input, _ name: String) throws -> [Interval] {
    let separators: Set<Character> = [" ", ",", "，", "、", ";", "；"]
    do {
      return try input.text(name).split { separators.contains($0) }.map { try Interval(parsing: String($0)) }
    } catch let error as CalendarError {
      throw CaseworkProblem.field(name, error.phrase.zh, error.phrase.en)
    }
  }

  static func text(_ intervals: [Interval]) -> String { intervals.map(\.description).joined(separator: ", ") }

  static func values(of schedule: Schedule) -> SubmittedForm {
    var pairs = zip(weekdays, schedule.week).filter { !$0.1.isEmpty }.map { ($0.0.0, text($0.1)) }
    if let from = schedule.from { pairs.append(("from", from.description)) }
    if schedule.makeUp != schedule.week.first(where: { !$0.isEmpty }) { pairs.append(("make_up", text(schedule.makeUp))) }
    return SubmittedForm(pairs)
  }
}
