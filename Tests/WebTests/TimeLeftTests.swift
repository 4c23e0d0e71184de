import Casework
import Testing
import Web
import Workdays

@Suite struct TimeLeftTests {
  private let calendar = WorkCalendar.national()

  private func left(_ limit: Limit, after minutes: Int) throws -> TimeLeft {
    let monday = try Moment(iso8601: "2026-03-02T10:00:00+08:00")
    let deadline = try calendar.deadline(from: monday, limit: limit)
    let now = monday.adding(minutes: minutes)
    let glance = TimeLeft(until: deadline.at, limit: limit, calendar: calendar, now: now)
    let clock = TimeLeft(of: deadline, calendar: calendar, now: now)
    #expect(glance.state == clock.state && glance.sentence == clock.sentence)
    return clock
  }

  @Test func queueAndCaseSayTheSame() throws {
    #expect(try left(.hours(24), after: 24 * 60 - 289).state == .onTime)
    #expect(try left(.hours(24), after: 24 * 60 - 59).state == .soon)
    #expect(try left(.days(5), after: 4 * 1440 + 1).state == .soon)
    #expect(try left(.days(5), after: 4 * 1440 - 60).sentence == Phrase("还有 1 天 1 小时", "1 day 1 h left"))
    #expect(try left(.hours(1), after: 90).sentence == Phrase("已超 30 分", "30 min late"))
    #expect(try left(.hours(1), after: 90).state == .late)
  }

  @Test func workingTimeIsSaid() throws {
    #expect(try left(.workingHours(1), after: 47).sentence == Phrase("还有 13 分（工作时间）", "13 min left (working time)"))
    #expect(try left(.workingDays(5), after: 0).sentence == Phrase("还有 5 个工作日", "5 working days left"))
    let (night, opening) = (try Moment(iso8601: "2026-03-02T22:00:00+08:00"), try Moment(iso8601: "2026-03-03T08:30:00+08:00"))
    let next = TimeLeft(until: opening, limit: .workingHours(1), calendar: calendar, now: night)
    #expect(next.sentence == Phrase("下次上班时到期", "due as work next begins") && next.state == .soon)
  }

  @Test func oneSignForWhatIsUrgentAndWhatIsConfidential() {
    #expect(Urgency.allCases.map { Lamp.urgency($0)?.state } == Urgency.allCases.map { $0 == .normal ? nil : .soon })
    #expect(Lamp.confidential.state == .quiet && Lamp.supervised.state == .leader)
  }
}
