import Testing
import Workdays

/// Hours of 08:30 to 12:00 and 13:30 to 17:30 on the national calendar, unless a test says otherwise.
struct DeadlineTests {
  private let calendar = WorkCalendar.national()

  struct Case: Sendable, CustomTestStringConvertible {
    let from, limit, at: String

    init(_ from: String, _ limit: String, _ at: String) {
      (self.from, self.limit, self.at) = (from, limit, at)
    }

    var testDescription: String { "\(from) + \(limit)" }
  }

  @Test(arguments: [
    // National Day 2026 with its working Saturday, Spring Festival 2026, National Day 2025 with its working Sunday.
    Case("2026-09-30 16:10", "5wd", "2026-10-13 16:10"), Case("2026-02-13 10:00", "3wd", "2026-02-25 10:00"),
    Case("2025-09-26 09:00", "5wd", "2025-10-10 09:00"), Case("2025-10-10 16:00", "1wd", "2025-10-11 16:00"),
    // Before opening, in the lunch break, at its first minute, at closing, after closing.
    Case("2026-03-02 07:00", "1wd", "2026-03-03 08:30"), Case("2026-03-02 12:30", "1wd", "2026-03-03 13:30"),
    Case("2026-03-02 12:00", "1wd", "2026-03-03 13:30"), Case("2026-03-02 11:59:59.999", "1wd", "2026-03-03 11:59:59.999"),
    Case("2026-03-02 17:30", "1wd", "2026-03-04 08:30"), Case("2026-03-02 20:00", "1wd", "2026-03-04 08:30"),
    // On a holiday, on a working Saturday, at a weekend.
    Case("2026-10-03 10:00", "1wd", "2026-10-09 08:30"), Case("2026-10-10 10:00", "1wd", "2026-10-12 10:00"),
    Case("2026-03-07 10:00", "1wd", "2026-03-10 08:30"),
    // Nothing at all: at once, or when somebody next works.
    Case("2026-03-02 10:00", "0wd", "2026-03-02 10:00"), Case("2026-03-02 20:00", "0wd", "2026-03-03 08:30"),
    Case("2026-03-02 20:00", "0wh", "2026-03-03 08:30"), Case("2026-03-02 20:00", "0h", "2026-03-02 20:00"),
  ])
  func workingDays(_ example: Case) throws {
    #expect(try calendar.deadline(from: at(example.from), limit: limit(example.limit)).at == at(example.at))
  }

  @Test(arguments: [
    Case("2026-09-30 16:10", "4wh", "2026-10-08 11:10"), Case("2026-03-02 08:30", "7wh", "2026-03-02 17:00"),
    Case("2026-03-02 08:30", "8wh", "2026-03-03 09:00"), Case("2026-03-02 13:30", "4wh", "2026-03-02 17:30"),
    Case("2026-03-02 12:15", "4wh", "2026-03-02 17:30"), Case("2026-10-09 17:00", "1wh", "2026-10-10 09:00"),
    Case("2026-03-02 16:59:59.500", "1wh", "2026-03-03 08:59:59.500"),
    Case("2026-09-30 16:10", "4h", "2026-09-30 20:10"), Case("2026-09-30 23:50", "30m", "2026-10-01 00:20"),
    Case("2026-09-30 16:10", "15d", "2026-10-15 16:10"), Case("2099-01-01 00:00", "15d", "2099-01-16 00:00"),
  ])
  func hoursMinutesAndDays(_ example: Case) throws {
    #expect(try calendar.deadline(from: at(example.from), limit: limit(example.limit)).at == at(example.at))
  }

  @Test func anOverrideReplacesTheHoursOfItsDay() throws {
    let short = try Override(hours: intervals("09:00-11:00"), reason: "停电")
    let closed = try Override(hours: [], reason: "台风")
    let overlay = CalendarOverlay(overrides: [try day("2026-03-03"): short, try day("2026-03-05"): closed])
    let calendar = calendar.overlaid(with: overlay)
    let cases = [
      // 16:10 and 13:40 lie after the short day's only interval, 08:30 before it.
      Case("2026-03-02 16:10", "1wd", "2026-03-03 11:00"), Case("2026-03-02 08:30", "1wd", "2026-03-03 09:00"),
      Case("2026-03-02 10:00", "1wd", "2026-03-03 10:00"), Case("2026-03-04 10:00", "1wd", "2026-03-06 10:00"),
      Case("2026-03-02 17:00", "3wh", "2026-03-04 09:00"), Case("2026-03-03 11:30", "1wd", "2026-03-06 08:30"),
    ]
    for example in cases {
      let deadline = try calendar.deadline(from: at(example.from), limit: limit(example.limit))
      #expect(try deadline.at == at(example.at), "\(example.testDescription)")
    }
  }

  @Test func hoursHoldFromTheirEffectiveDate() throws {
    let summer = try Schedule(from: day("2026-05-01"), hours: intervals("08:30-12:00", "14:30-18:00"))
    let calendar = WorkCalendar.national(hours: [summer, .standard])
    // 13:40 is in the lunch break of the summer; a working Saturday has the summer's hours.
    #expect(try calendar.deadline(from: at("2026-04-30 13:40"), limit: .workingDays(1)).at == at("2026-05-06 12:00"))
    #expect(try calendar.deadline(from: at("2026-05-08 17:50"), limit: .workingDays(1)).at == at("2026-05-09 17:50"))
    #expect(try calendar.deadline(from: at("2026-04-30 17:00"), limit: .workingHours(4)).at == at("2026-05-06 12:00"))
  }

  @Test func aUnitMayWorkAnyHours() throws {
    let always = try Schedule(weekdays: 1...7, hours: [Interval(0, 1440)])
    let evenings = try Schedule(weekdays: 1...6, hours: intervals("06:00-08:00", "10:00-11:00", "20:00-24:00"))
    let (open, late) = (WorkCalendar.national(hours: [always]), WorkCalendar.national(hours: [evenings]))
    #expect(try open.deadline(from: at("2026-03-07 03:00"), limit: .workingDays(2)).at == at("2026-03-09 03:00"))
    #expect(try open.deadline(from: at("2026-03-07 03:00"), limit: .workingHours(45)).at == at("2026-03-09 00:00"))
    #expect(try late.deadline(from: at("2026-03-07 10:30"), limit: .workingHours(5)).at == at("2026-03-09 06:30"))
    #expect(try late.deadline(from: at("2026-03-06 20:00"), limit: .workingHours(4)).at == at("2026-03-07 00:00"))
  }

  @Test func beyondTheCoverIsAClearError() throws {
    let (first, cover) = (try day("2027-01-01"), calendar.covers)
    #expect(throws: CalendarError.beyondCover(first, covers: cover)) {
      try calendar.deadline(from: at("2026-12-30 10:00"), limit: .workingDays(5))
    }
    #expect(try calendar.deadline(from: at("2026-12-30 10:00"), limit: .workingDays(1)).at == at("2026-12-31 10:00"))
    #expect(throws: CalendarError.self) { try calendar.deadline(from: at("2003-12-31 10:00"), limit: .workingHours(1)) }
    #expect(throws: CalendarError.self) { try calendar.beginning(of: .workingDays(3), before: at("2004-01-05 10:00")) }
    #expect(CalendarError.beyondCover(first, covers: cover).phrase.zh.contains("2027-01-01"))
  }
}
