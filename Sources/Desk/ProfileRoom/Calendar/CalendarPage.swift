import Casework
import Profiles
import Web
import Workdays

/// Working time: the hours of a week by stretches, and single days that differ.
struct CalendarPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk) { (self.frame, self.endpoints) = (frame, endpoints) }

  private var language: Language { frame.language }

  func render(_ unit: UnitID?) -> HTML { page(unit, week: .empty, day: .empty, nil) }

  /// The page after a refusal: the form that was sent has what was typed.
  func again(_ problem: any Problem, week: Bool) -> HTML {
    let sent = frame.call.submitted
    let unit = sent["unit"].flatMap { $0.isEmpty ? nil : UnitID($0) }
    return page(unit, week: week ? sent : .empty, day: week ? .empty : sent, problem, inWeek: week)
  }

  private func page(_ unit: UnitID?, week: SubmittedForm, day: SubmittedForm, _ problem: (any Problem)?, inWeek: Bool = false) -> HTML {
    let time = WorkingTime(frame.profile, unit)
    let law = Phrase(
      "放假和调休由国务院安排统一导入；这里是每天的上下班时间，以及个别不同的日子。单位没有写的，用上级的。",
      "Holidays come with the published year; here are the hours of the day, and single days that differ. What a unit does not say is as above it."
    )
    let whose = unit.map(frame.profile.units.name) ?? Phrase("全市", "The city")
    let left: HTML = "\(hours(time, unit))\(days(time, unit))"
    let right: HTML = when(frame.mayEdit) {
      """
      \(frame.panel(Phrase("写一段工作时间", "Write a stretch of hours"), weekForm(unit, week, inWeek ? problem?.fields ?? [] : [])))
      \(frame.panel(Phrase("写个别的一天", "Write a single day"), dayForm(unit, day, inWeek ? [] : problem?.fields ?? [])))
      """
    }
    return frame.page(
      Phrase("工作时间：\(whose.zh)", "Working time: \(whose.en)"), .calendar,
      """
      \(frame.note(law))\(choice(unit))\(frame.summary(problem, inWeek ? HoursForm.week : HoursForm.day))
      <div class="columns even"><div class="stack">\(left)</div><aside class="stack">\(right)</aside></div>
      """)
  }

  private func choice(_ unit: UnitID?) -> HTML {
    let options = HTML.each(UnitTree(frame.profile.units).lines) { line -> HTML in
      let mark = frame.profile.overlays[line.unit.id] == nil ? "" : " ●"
      let space = String(repeating: "　", count: line.depth)
      return
        "<option value=\"\(line.unit.id.value)\"\(attribute: "selected", if: line.unit.id == unit)>\(space)\(line.unit.name, language)\(mark)</option>"
    }
    return """
      <form class="filter" method="get" action="\(Paths.profileCalendar)">
      <label>\(Phrase("单位（● 有自己的时间）", "Unit (● has its own)"), language)<select name="unit">\
      <option value="">\(Phrase("全市", "The city"), language)</option>\(options)</select></label>
      <button class="secondary">\(Phrase("查看", "Show"), language)</button></form>
      """
  }

  private func hidden(_ unit: UnitID?) -> [(String, String)] { unit.map { [("unit", $0.value)] } ?? [] }

  private func hours(_ time: WorkingTime, _ unit: UnitID?) -> HTML {
    guard !time.hours.isEmpty else {
      return frame.panel(Phrase("每周", "The week"), frame.note(Phrase("没有自己的工作时间，用上级的。", "It has no hours of its own: those above hold.")))
    }
    let heads = [Phrase("自", "From"), Phrase("工作时间", "Hours"), Phrase("", "")]
    let rows = time.hours.map { schedule -> [HTML] in
      let drop = when(frame.mayEdit) {
        frame.button(
          endpoints.dropHours, to: "/\(endpoints.dropHours.path)", Phrase("删去", "Take out"),
          hidden: hidden(unit) + (schedule.from.map { [("from", $0.description)] } ?? []), look: "quiet")
      }
      return [
        "\(frame.words.since(schedule), language)", "\(frame.words.week(schedule), language)", "<span class=\"row-actions\">\(drop)</span>",
      ]
    }
    return frame.table(Phrase("每周工作时间", "The hours of the week"), heads, rows)
  }

  private func days(_ time: WorkingTime, _ unit: UnitID?) -> HTML {
    guard !time.days.isEmpty else {
      return frame.panel(Phrase("个别日子", "Single days"), frame.note(Phrase("没有与平常不同的日子。", "No day differs from the usual.")))
    }
    let heads = [Phrase("日期", "Day"), Phrase("安排", "Hours"), Phrase("", "")]
    let rows = time.days.map { day, override -> [HTML] in
      let drop = when(frame.mayEdit) {
        frame.button(
          endpoints.dropDay, to: "/\(endpoints.dropDay.path)", Phrase("删去", "Take out"), hidden: hidden(unit) + [("day", day.description)],
          look: "quiet")
      }
      return [
        "<span class=\"when\">\(day, language) \(day.weekdayName, language)</span>", "\(frame.words.day(override), language)",
        "<span class=\"row-actions\">\(drop)</span>",
      ]
    }
    return frame.table(Phrase("个别日子", "Single days"), heads, rows)
  }

  private func weekForm(_ unit: UnitID?, _ values: SubmittedForm, _ problems: [FieldProblem]) -> HTML {
    let shown = values.pairs.isEmpty ? WorkingTime(frame.profile, unit).hours.last.map(HoursForm.values) ?? .empty : values
    let note = Phrase(
      "如 08:30-12:00, 13:30-17:30；不填即休息。自同一天起的一段会被替换。",
      "Such as 08:30-12:00, 13:30-17:30; nothing means closed. A stretch that begins on the same day is replaced.")
    let form = ActionForm.arranged(endpoints.setHours, frame.call, values: shown, problems: problems, look: "action hours-form") {
      controls in
      """
      \(frame.seen)\(HTML.each(hidden(unit)) { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" })
      \(frame.note(note))\(controls("from"))<div class="pair">\(controls(HoursForm.weekdays.map { $0.0 } + ["make_up"]))</div>
      """
    }
    return form
  }

  private func dayForm(_ unit: UnitID?, _ values: SubmittedForm, _ problems: [FieldProblem]) -> HTML {
    ActionForm.arranged(endpoints.setDay, frame.call, values: values, problems: problems, look: "action day-form") { controls in
      """
      \(frame.seen)\(HTML.each(hidden(unit)) { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" })
      <div class="pair">\(controls(["day", "hours"]))</div>\(controls("reason"))
      """
    }
  }
}
