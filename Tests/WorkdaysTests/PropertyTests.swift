import Testing
import Workdays

/// Random deadlines on the real year 2026, on three sets of hours, against `NaiveYear`.
struct PropertyTests {
  private static func calendars() throws -> [WorkCalendar] {
    let summer = try Schedule(from: day("2026-05-01"), hours: intervals("08:30-12:00", "14:30-18:00"))
    let shifts = try intervals("06:00-08:00", "10:15-11:00", "19:00-24:00")
    let week = try Schedule(week: [shifts, shifts, [], shifts, shifts, try intervals("09:00-12:00"), shifts])
    let overrides = [
      try day("2026-03-03"): try Override(hours: intervals("09:00-11:00")), try day("2026-03-12"): try Override(hours: []),
      try day("2026-07-04"): try Override(hours: intervals("00:00-24:00")),
      try day("2026-10-02"): try Override(hours: intervals("10:00-10:30", "15:00-23:59")),
    ]
    return [
      .national(), .national(hours: [.standard, summer]),
      WorkCalendar.national(hours: [week]).overlaid(with: CalendarOverlay(overrides: overrides)),
    ]
  }

  private static func year() throws -> ClosedRange<CivilDay> {
    try day("2026-01-01")...(try day("2026-12-31"))
  }

  @Test func tenThousandDeadlinesAgreeWithTheNaiveCount() throws {
    var generator = SeededGenerator(state: 12345)
    for calendar in try Self.calendars() {
      let naive = NaiveYear(try Self.year(), of: calendar)
      for _ in 0..<3400 {
        let index = Int.random(in: 0..<(300 * 1440), using: &generator)
        let amount = Int.random(in: 0...20, using: &generator)
        let start = try #require(naive.opening(index))
        let days = try calendar.deadline(from: naive.moment(index), limit: .workingDays(amount))
        let hours = try calendar.deadline(from: naive.moment(index), limit: .workingHours(amount))
        #expect(naive.index(days.start) == start)
        #expect(naive.index(days.at) == (amount == 0 ? start : naive.workingDays(amount, from: start)))
        #expect(naive.index(hours.at) == naive.after(amount * 60, from: start))
        #expect(calendar.elapsed(from: naive.moment(index), at: hours.at) == amount * 60)
        #expect(days.counted.reduce(0) { $0 + $1.days.count } == amount)
        #expect(hours.counted.reduce(0) { $0 + ($1.milliseconds ?? 0) } == Int64(amount) * 3_600_000)
      }
    }
  }

  @Test func pausedDeadlinesKeepTheirWorkingTime() throws {
    var generator = SeededGenerator(state: 99)
    for calendar in try Self.calendars() {
      let naive = NaiveYear(try Self.year(), of: calendar)
      for _ in 0..<1000 {
        let index = Int.random(in: 0..<(250 * 1440), using: &generator)
        let amount = Int.random(in: 1...10, using: &generator)
        let spans = (0..<3).map { _ in
          let from = index + Int.random(in: -500..<15_000, using: &generator)
          return max(from, 0)..<(max(from, 0) + Int.random(in: 1..<6000, using: &generator))
        }
        let pauses = spans.map { Pause(from: naive.moment($0.lowerBound), to: naive.moment($0.upperBound)) }
        let hours = try calendar.deadline(from: naive.moment(index), limit: .workingHours(amount), pauses: pauses)
        #expect(naive.index(hours.at) == naive.after(amount * 60, from: index, paused: spans))
        let days = try calendar.deadline(from: naive.moment(index), limit: .workingDays(amount), pauses: pauses)
        let left = naive.working(index..<naive.index(days.at), paused: spans)
        #expect(left == naive.working(index..<naive.index(days.unpaused)))
        #expect(try decode(Deadline.self, encode(days)) == days)
      }
    }
  }

  @Test func subtractionUndoesAddition() throws {
    var generator = SeededGenerator(state: 7)
    for calendar in try Self.calendars() {
      let naive = NaiveYear(try Self.year(), of: calendar)
      for _ in 0..<2000 {
        let index = Int.random(in: 0..<(300 * 1440), using: &generator)
        let unit = Limit.Unit.allCases.randomElement(using: &generator) ?? .days
        let limit = Limit(Int.random(in: 1...20, using: &generator), unit)
        let end = try calendar.deadline(from: naive.moment(index), limit: limit)
        let back = try calendar.beginning(of: limit, before: end.at)
        // Working days come back to their minute only where both days work at it.
        let moved = unit == .workingDays && end.start.minuteOfDay != end.at.minuteOfDay
        if moved {
          #expect(back.at.day == end.start.day)
        } else {
          #expect(back.at == end.start, "\(limit) from \(naive.moment(index))")
        }
        #expect(try decode(Deadline.self, encode(back)) == back)
        #expect(!back.explanation.isEmpty)
      }
    }
  }

  @Test func workingMinutesGoForthAndBack() throws {
    var generator = SeededGenerator(state: 3)
    let calendar = WorkCalendar.national()
    let naive = NaiveYear(try Self.year(), of: calendar)
    for _ in 0..<2000 {
      let index = try #require(naive.opening(Int.random(in: 0..<(300 * 1440), using: &generator)))
      let minutes = Int.random(in: 1...3000, using: &generator)
      let end = try calendar.adding(workingMinutes: minutes, to: naive.moment(index))
      #expect(naive.index(end) == naive.after(minutes, from: index))
      #expect(try calendar.adding(workingMinutes: -minutes, to: end) == naive.moment(index))
      #expect(try calendar.workingMinutes(from: naive.moment(index), to: end) == minutes)
    }
  }
}
