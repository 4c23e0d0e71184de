import Testing
import Workdays

struct LimitTests {
  @Test(arguments: [
    ("5wd", Limit.workingDays(5), "5 个工作日", "5 working days"), ("1wd", .workingDays(1), "1 个工作日", "1 working day"),
    ("4wh", .workingHours(4), "4 个工作小时", "4 working hours"), ("4h", .hours(4), "4 小时", "4 hours"),
    ("30m", .minutes(30), "30 分钟", "30 minutes"), ("15d", .days(15), "15 日", "15 days"), ("0h", .hours(0), "0 小时", "0 hours"),
  ])
  func forms(text: String, expected: Limit, zh: String, en: String) throws {
    let limit = try limit(text)
    #expect(limit == expected)
    #expect(limit.description == text)
    #expect(limit.phrase[.zh] == zh)
    #expect(limit.phrase[.en] == en)
    #expect(try encode([limit]) == "[\"\(text)\"]")
    #expect(try decode([Limit].self, "[\"\(text)\"]") == [limit])
  }

  @Test(arguments: ["", "5", "wd", "-5wd", "5 wd", "5WD", "1.5h", "5w", "100000d", "99999999999999999999d", "5wdx", "５wd"])
  func refusesOtherForms(text: String) {
    #expect(throws: CalendarError.badLimit(text)) { try Limit(parsing: text) }
    #expect(throws: DecodingError.self) { try decode([Limit].self, "[\"\(text)\"]") }
  }

  @Test func theErrorListsTheForms() {
    let phrase = CalendarError.badLimit("x").phrase
    for form in ["5wd", "4wh", "4h", "30m", "15d"] {
      #expect(phrase.zh.contains(form))
      #expect(phrase.en.contains(form))
    }
  }
}
