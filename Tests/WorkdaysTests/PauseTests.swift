import Testing
import Workdays

struct PauseTests {
  private let calendar = WorkCalendar.national()

  private func end(_ from: String, _ limit: String, _ pauses: (String, String)...) throws -> Moment {
    let pauses = try pauses.map { Pause(from: try at($0.0), to: try at($0.1)) }
    return try calendar.deadline(from: at(from), limit: Limit(parsing: limit), pauses: pauses).at
  }

  @Test func pausedWorkingTimeIsGivenBack() throws {
    // Two working days are two working days, over a weekend too.
    #expect(try end("2026-03-02 10:00", "2wd", ("2026-03-03 09:00", "2026-03-05 09:00")) == at("2026-03-06 10:00"))
    #expect(try end("2026-03-02 10:00", "4wd", ("2026-03-03 09:00", "2026-03-05 09:00")) == at("2026-03-10 10:00"))
    // Nights and weekends in a pause give nothing back.
    #expect(try end("2026-03-06 10:00", "1wd", ("2026-03-06 17:30", "2026-03-09 08:30")) == at("2026-03-09 10:00"))
    // An hour, and the lunch break within it.
    #expect(try end("2026-03-02 09:00", "4wh", ("2026-03-02 11:30", "2026-03-02 14:00")) == at("2026-03-02 15:30"))
    // From an opening to an opening.
    #expect(try end("2026-03-02 07:00", "1wd", ("2026-03-02 09:00", "2026-03-03 09:00")) == at("2026-03-04 08:30"))
  }

  @Test func naturalTimeIsGivenBackWhole() throws {
    #expect(try end("2026-03-06 10:00", "24h", ("2026-03-06 18:00", "2026-03-08 18:00")) == at("2026-03-09 10:00"))
    #expect(try end("2026-03-06 10:00", "1d", ("2026-03-07 10:00", "2026-03-09 10:00")) == at("2026-03-07 10:00"))
  }

  @Test func overlapsCountOnceAndChainsCountAll() throws {
    let once = try end("2026-03-02 09:00", "4h", ("2026-03-02 10:00", "2026-03-02 12:00"), ("2026-03-02 11:00", "2026-03-02 12:00"))
    #expect(try once == at("2026-03-02 15:00"))
    // The second pause begins after the first end, but before the one that the first pause makes.
    let chain = try end("2026-03-02 09:00", "1h", ("2026-03-02 13:00", "2026-03-02 13:30"), ("2026-03-02 09:30", "2026-03-02 13:15"))
    #expect(try chain == at("2026-03-02 14:00"))
    let before = try end("2026-03-02 09:00", "1h", ("2026-03-01 09:00", "2026-03-02 09:30"), ("2026-03-03 09:00", "2026-03-04 09:00"))
    #expect(try before == at("2026-03-02 10:30"))
  }

  @Test func anOpenPauseStandsStill() throws {
    let open = [Pause(from: try at("2026-03-03 09:00"))]
    let deadline = try calendar.deadline(from: at("2026-03-02 10:00"), limit: .workingDays(2), pauses: open)
    #expect(try deadline.pausedSince == at("2026-03-03 09:00"))
    #expect(try deadline.at == at("2026-03-04 10:00"))
    let left = calendar.remaining(of: deadline, at: try at("2026-03-03 09:00"))
    #expect(left == 510)
    #expect(calendar.remaining(of: deadline, at: try at("2026-04-01 09:00")) == left)
    #expect(deadline.explanation.contains { $0.kind == .paused && $0.phrase.en.hasPrefix("Paused since 2026-03-03 09:00") })
  }

  @Test func remainingAndElapsed() throws {
    let (from, end) = (try at("2026-09-30 16:10"), try at("2026-10-08 11:10"))
    #expect(calendar.remaining(at: from, until: end) == 240)
    #expect(calendar.remaining(at: try at("2026-10-03 10:00"), until: end) == 160)
    #expect(calendar.remaining(at: try at("2026-10-08 13:40"), until: end) == -60)
    #expect(calendar.elapsed(from: from, at: end) == 240)
    #expect(calendar.elapsed(from: from, at: end, pauses: [Pause(from: try at("2026-10-08 11:00"))]) == 230)
    #expect(calendar.elapsed(from: end, at: from) == 0)
    #expect(try calendar.workingMinutes(from: end, to: from) == -240)
    #expect(throws: CalendarError.self) { try calendar.workingMinutes(from: at("2026-12-31 10:00"), to: at("2027-01-02 10:00")) }
    let natural = try calendar.deadline(from: from, limit: .hours(24))
    #expect(calendar.remaining(of: natural, at: from) == 1440)
    #expect(calendar.remaining(of: natural, at: from.adding(days: 2)) == -1440)
  }
}
