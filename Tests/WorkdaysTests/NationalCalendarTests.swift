import Foundation
import Testing
import Workdays

struct NationalCalendarTests {
  private struct Published: Decodable {
    let covers: [CivilDay]
    let holidays: [CivilDay: String]
    let makeup_workdays: [CivilDay]
  }

  @Test(.enabled(if: SharedData.file("cn-workdays.json") != nil, "../shared/data/cn-workdays.json is absent"))
  func everyPublishedDayIsInTheBinary() throws {
    let file = try #require(SharedData.file("cn-workdays.json"))
    let published = try JSONDecoder().decode(Published.self, from: try Data(contentsOf: file))
    let calendar = WorkCalendar.national()
    #expect([calendar.covers.lowerBound, calendar.covers.upperBound] == published.covers)
    #expect(Set(calendar.holidays.keys) == Set(published.holidays.keys))
    #expect(calendar.makeUpDays == Set(published.makeup_workdays))
    for (day, name) in published.holidays where name != "Anti-Fascist 70th Day" {
      let ours = HolidayName.phrase(calendar.holidays[day] ?? "").en
      #expect(ours.lowercased() == name.lowercased(), "\(day)")
    }
  }

  @Test func holdsTheNoticesOf23Years() throws {
    let calendar = WorkCalendar.national()
    #expect(calendar.holidays.count == 621)
    #expect(calendar.makeUpDays.count == 150)
    #expect(Set(calendar.holidays.values) == Set(HolidayName.known.keys))
    #expect(calendar.makeUpDays.allSatisfy { $0.isWeekend })
    #expect(calendar.makeUpDays.allSatisfy { calendar.holidays[$0] == nil })
    #expect(try calendar.workingDays(after: day("2025-12-31"), through: day("2026-12-31")) == 248)
  }

  @Test(arguments: [
    ("2026-02-14", DayKind.makeUp), ("2026-02-15", .holiday("spring-festival")), ("2026-02-24", .ordinary),
    ("2026-02-28", .makeUp), ("2026-03-01", .weekend), ("2025-10-08", .holiday("national-day")), ("2025-10-11", .makeUp),
  ])
  func kinds(date: String, kind: DayKind) throws {
    #expect(try WorkCalendar.national().hours(on: day(date)).kind == kind)
  }

  @Test func codingKeepsTheCalendar() throws {
    let override = try Override(hours: intervals("09:00-11:00"), reason: "停电")
    let summer = try Schedule(from: day("2026-05-01"), hours: intervals("08:30-12:00", "14:30-18:00"))
    let calendar = WorkCalendar.national(hours: [.standard, summer])
      .overlaid(with: CalendarOverlay(overrides: [try day("2026-03-03"): override]))
    #expect(try decode(WorkCalendar.self, encode(calendar)) == calendar)
  }

  @Test func readsHoursFromAProfile() throws {
    let schedule = try decode(
      Schedule.self, #"{"from":"2026-05-01","week":{"1-5":["08:30-12:00","14:30-18:00"],"6":["09:00–12:00"]}}"#)
    #expect(schedule.week[5] == (try intervals("09:00-12:00")))
    #expect(schedule.makeUp == schedule.week[0])
    #expect(try decode(Schedule.self, encode(schedule)) == schedule)
    #expect(try decode(Schedule.self, #"{"week":{"1,3,5":["08:30-12:00"]}}"#).week.map(\.count) == [1, 0, 1, 0, 1, 0, 0])
  }

  @Test(arguments: [
    #"{"week":{}}"#, #"{"week":{"1-8":["08:30-12:00"]}}"#, #"{"week":{"5-1":["08:30-12:00"]}}"#,
    #"{"week":{"1":["12:00-08:30"]}}"#, #"{"week":{"1":["08:30-12:00","11:00-13:00"]}}"#, #"{"week":{"1":["08:30-24:01"]}}"#,
    #"{"week":{"1":["8:30-12"]}}"#, #"{"week":{"1-2-3":["08:30-12:00"]}}"#,
  ])
  func refusesBadHours(json: String) {
    #expect(throws: DecodingError.self) { try decode(Schedule.self, json) }
  }

  @Test func anOverlayHasTheLastWord() throws {
    let (saturday, holiday, festival) = (try day("2026-10-10"), try day("2026-10-02"), try day("2026-03-03"))
    let overlay = CalendarOverlay(
      holidays: [saturday: "厂庆", festival: "庙会"], makeUpDays: [holiday], hours: [try Schedule(hours: intervals("09:00-17:00"))])
    let calendar = WorkCalendar.national().overlaid(with: overlay)
    #expect(try calendar.hours(on: saturday).kind == .holiday("厂庆"))
    #expect(try calendar.hours(on: festival).kind == .holiday("庙会"))
    #expect(try calendar.hours(on: holiday).kind == .makeUp)
    #expect(try calendar.hours(on: holiday).intervals == intervals("09:00-17:00"))
    #expect(try decode(CalendarOverlay.self, encode(overlay)) == overlay)
    #expect(try decode(CalendarOverlay.self, "{}") == CalendarOverlay())
  }

  @Test func aNewYearExtendsTheCover() throws {
    let year = try day("2027-01-01")...(try day("2027-12-31"))
    let notice = CalendarOverlay(covers: year, holidays: [try day("2027-02-08"): "spring-festival"])
    let calendar = WorkCalendar.national().overlaid(with: notice)
    #expect(calendar.covers.upperBound == year.upperBound)
    #expect(try calendar.hours(on: day("2027-02-08")).kind == .holiday("spring-festival"))
    let apart = CalendarOverlay(covers: try day("2028-01-01")...(try day("2028-12-31")))
    #expect(WorkCalendar.national().overlaid(with: apart).covers == WorkCalendar.national().covers)
  }
}
