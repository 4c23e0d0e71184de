import Testing
import Workdays

struct ExplanationTests {
  private let calendar = WorkCalendar.national()

  private func lines(_ deadline: Deadline, _ language: Language) -> [String] {
    deadline.explanation.map { $0.phrase[language] }
  }

  @Test func workingDaysLineByLine() throws {
    let deadline = try calendar.deadline(from: at("2026-09-30 16:10"), limit: .workingDays(4))
    #expect(
      lines(deadline, .zh) == [
        "收到 2026-09-30 16:10（星期三）", "跳过 2026-10-01 至 10-07：国庆节", "第 1 个工作日：2026-10-08（星期四）",
        "第 2 个工作日：2026-10-09（星期五）", "第 3 个工作日：2026-10-10（星期六，调休上班）", "跳过 2026-10-11：周末",
        "第 4 个工作日：2026-10-12（星期一）", "4 个工作日到期：2026-10-12 16:10（星期一）",
      ])
    #expect(
      lines(deadline, .en).prefix(3) == [
        "Received 2026-09-30 16:10 (Wednesday)", "Skipped 2026-10-01 to 10-07: National Day",
        "Working day 1: 2026-10-08 (Thursday)",
      ])
    #expect(lines(deadline, .en).contains("Working day 3: 2026-10-10 (Saturday, make-up working day)"))
  }

  @Test func workingHoursSayHowMuchOfWhichDay() throws {
    let deadline = try calendar.deadline(from: at("2026-10-09 20:00"), limit: .workingHours(8))
    #expect(
      lines(deadline, .zh) == [
        "收到 2026-10-09 20:00（星期五）", "不在工作时间内，自 2026-10-10 08:30（星期六）起计",
        "2026-10-10（星期六，调休上班）计 7 小时 30 分", "跳过 2026-10-11：周末", "2026-10-12（星期一）计 30 分",
        "8 个工作小时到期：2026-10-12 09:00（星期一）",
      ])
  }

  @Test func naturalTimeAndAdjustmentsAndPauses() throws {
    let natural = try calendar.deadline(from: at("2026-10-09 20:00"), limit: .hours(1))
    #expect(lines(natural, .en)[1] == "1 hour, day and night, holidays included")
    let short = CalendarOverlay(overrides: [try day("2026-03-03"): try Override(hours: intervals("09:00-11:00"), reason: "停电")])
    let adjusted = try calendar.overlaid(with: short).deadline(from: at("2026-03-02 16:10"), limit: .workingDays(1))
    #expect(lines(adjusted, .zh).contains("第 1 个工作日：2026-03-03（星期二，停电）"))
    #expect(lines(adjusted, .zh).contains("该日 16:10 不在工作时间内，改为 11:00"))
    let pause = Pause(from: try at("2026-03-05 10:00"), to: try at("2026-03-06 10:00"))
    let paused = try calendar.deadline(from: at("2026-03-04 16:10"), limit: .workingDays(2), pauses: [pause])
    #expect(
      lines(paused, .zh).suffix(4) == [
        "暂停 2026-03-05 10:00（星期四）至 2026-03-06 10:00（星期五）",
        "停计工作时间 7 小时 30 分，由 2026-03-06 16:10（星期五）顺延至 2026-03-09 16:10（星期一）", "跳过 2026-03-07 至 03-08：周末",
        "2 个工作日到期：2026-03-09 16:10（星期一）",
      ])
  }

  @Test func manyDaysAreToldBySpans() throws {
    let deadline = try calendar.deadline(from: at("2026-03-02 10:00"), limit: .workingDays(20))
    #expect(lines(deadline, .zh).contains("第 5 至 9 个工作日：2026-03-09 至 03-13"))
    #expect(lines(deadline, .zh).contains("第 20 个工作日：2026-03-30"))
  }

  @Test func backwardsFromTheEnd() throws {
    let start = try calendar.beginning(of: .workingDays(2), before: at("2026-10-09 16:10"))
    #expect(
      lines(start, .zh) == [
        "自 2026-10-09 16:10（星期五）倒推 2 个工作日", "倒数第 1 个工作日：2026-10-08（星期四）", "跳过 2026-10-01 至 10-07：国庆节",
        "倒数第 2 个工作日：2026-09-30（星期三）", "最迟开始：2026-09-30 16:10（星期三）",
      ])
  }

  @Test func aStoredDeadlineIsSmallAndStillExplainsItself() throws {
    let deadline = try calendar.deadline(from: at("2026-09-30 16:10"), limit: .workingDays(4))
    let stored = try encode(deadline)
    #expect(
      stored == """
        {"at":1791792600000,"counted":["2026-10-08..2026-10-09","2026-10-10 makeup","2026-10-12"],"from":1790755800000,\
        "limit":"4wd","skipped":["2026-10-01..2026-10-07 holiday:national-day","2026-10-11 weekend"]}
        """)
    #expect(try decode(Deadline.self, stored).explanation == deadline.explanation)
  }

  @Test(arguments: ["2026-10-01..2026-09-30 weekend", "2026-10-01 sunday", "2026-10 weekend", "", "2026-10-01 5 x"])
  func refusesSpansThatAreNone(text: String) {
    #expect(throws: DecodingError.self) { try decode([DaySpan].self, "[\"\(text)\"]") }
  }
}
