import Testing
import Workdays

struct ProvisionalTests {
  private let calendar = WorkCalendar.national()

  @Test func countsTheWeekLessTheStatutoryDays() throws {
    let deadline = calendar.provisionalDeadline(from: try at("2026-12-30 10:00"), limit: .workingDays(5))
    #expect(try deadline.at == at("2027-01-07 10:00"))
    #expect(deadline.provisional)
    #expect(try deadline.assumedFrom == day("2027-01-01"))
    #expect(deadline.explanation.contains { $0.kind == .assumed && $0.phrase.zh.contains("春节") })
    #expect(deadline.explanation.contains { $0.phrase.zh == "跳过 2027-01-01：元旦" })
    let autumn = calendar.provisionalDeadline(from: try at("2027-09-30 10:00"), limit: .workingDays(1))
    #expect(try autumn.at == at("2027-10-04 10:00"))
    let may = calendar.provisionalDeadline(from: try at("2029-04-30 10:00"), limit: .workingDays(1))
    #expect(try may.at == at("2029-05-03 10:00"))
  }

  @Test func isTheSureOneWithinTheCover() throws {
    let sure = try calendar.deadline(from: at("2026-09-30 16:10"), limit: .workingDays(5))
    #expect(calendar.provisionalDeadline(from: sure.from, limit: sure.limit) == sure)
    #expect(!sure.provisional)
  }

  @Test func theNoticeOfTheYearMovesIt() throws {
    let from = try at("2027-02-04 10:00")
    let before = calendar.provisionalDeadline(from: from, limit: .workingDays(5))
    let days = try day("2027-02-05")...(try day("2027-02-11"))
    let notice = CalendarOverlay(
      covers: try day("2027-01-01")...(try day("2027-12-31")),
      holidays: Dictionary(uniqueKeysWithValues: days.map { ($0, "spring-festival") }))
    let after = calendar.overlaid(with: notice).provisionalDeadline(from: from, limit: .workingDays(5))
    #expect(before.provisional && !after.provisional)
    #expect(try before.at == at("2027-02-11 10:00"))
    #expect(try after.at == at("2027-02-18 10:00"))
  }

  @Test func neverRefusesAnyMoment() {
    for from in [Moment.earliest, .latest, Moment.latest.adding(days: -2)] {
      for unit in Limit.Unit.allCases {
        let pause = Pause(from: from, to: from.adding(days: 9))
        let deadline = calendar.provisionalDeadline(from: from, limit: Limit(3, unit), pauses: [pause])
        #expect(deadline.at >= from)
        #expect(calendar.provisionalBeginning(of: Limit(3, unit), before: from).at <= from)
        #expect(!deadline.explanation.isEmpty)
      }
    }
  }
}
