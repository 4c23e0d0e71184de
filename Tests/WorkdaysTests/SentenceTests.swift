import Testing
import Workdays

/// A deadline in one sentence, as a citizen reads it.
@Suite struct SentenceTests {
  private let calendar = WorkCalendar.national()

  @Test func holidaysAndMakeUpDaysAreNamed() throws {
    let deadline = try calendar.deadline(from: at("2026-09-30 16:10"), limit: .workingDays(4))
    #expect(deadline.end == Phrase("2026年10月12日（星期一）16:10", "Monday, 12 October 2026, 16:10"))
    #expect(
      deadline.reason.zh == "从9月30日（星期三）16:10起算4个工作日，其中10月1日至7日（国庆节）、10月11日（周末）不算，10月10日（星期六）调休上班，照常计算")
    #expect(
      deadline.reason.en
        == "4 working days from Wednesday, 30 September, 16:10; 1 October to 7 October (National Day), 11 October (weekend) do not count; Saturday, 10 October, counts as a make-up working day"
    )
  }

  @Test func whatCameAfterHoursIsCountedFromTheOpening() throws {
    let deadline = try calendar.deadline(from: at("2026-10-09 20:00"), limit: .workingHours(8))
    #expect(deadline.reason.zh.contains("当时不在上班时间，从10月10日（星期六）08:30开始计时"))
    #expect(deadline.reason.en.contains("nobody worked then, so the count began on Saturday, 10 October, 08:30"))
  }

  @Test func naturalTimeSaysThatNightsCount() throws {
    let deadline = try calendar.deadline(from: at("2026-10-09 20:00"), limit: .hours(4))
    #expect(
      deadline.reason == Phrase("从10月9日（星期五）20:00起算4小时，节假日和夜间也算", "4 hours from Friday, 9 October, 20:00; nights and holidays included"))
  }

  @Test func manyWeekendsAreToldByTheirNumber() throws {
    let deadline = try calendar.deadline(from: at("2026-03-02 10:00"), limit: .workingDays(40))
    #expect(deadline.reason.zh.contains("天节假日和周末不算"))
  }

  @Test func pausesAssumptionsAndHeldEndsAreSaid() throws {
    let pause = Pause(from: try at("2026-03-05 10:00"), to: try at("2026-03-06 10:00"))
    let paused = try calendar.deadline(from: at("2026-03-04 16:10"), limit: .workingDays(2), pauses: [pause])
    #expect(paused.reason.zh.contains("暂停的7小时30分不算"))
    let standing = try calendar.deadline(from: at("2026-03-04 16:10"), limit: .workingDays(2), pauses: [Pause(from: pause.from)])
    #expect(standing.reason.zh.contains("起暂停计时，恢复后顺延"))
    let beyond = calendar.provisionalDeadline(from: try at("2031-03-03 09:00"), limit: .workingDays(5))
    #expect(beyond.reason.zh.hasSuffix("放假安排公布后可能推后"))
    let held = try calendar.deadline(from: at("2026-03-02 10:00"), limit: .workingDays(1)).keeping(at("2026-03-05 10:00"))
    #expect(held.at == (try at("2026-03-05 10:00")) && held.reason.zh.contains("已经告知的时间不提前"))
    #expect(try decode(Deadline.self, encode(held)) == held)
    #expect(held.keeping(try at("2026-03-01 10:00")) == held)
  }
}
