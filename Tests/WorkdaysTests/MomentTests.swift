import Foundation
import Testing
import Workdays

struct MomentTests {
  @Test(arguments: [
    ("2026-09-30T16:10:00+08:00", 1_790_755_800_000), ("2026-09-30T08:10:00Z", 1_790_755_800_000),
    ("2026-09-30T08:10Z", 1_790_755_800_000), ("2026-09-30 16:10+08", 1_790_755_800_000),
    ("2026-09-30T04:10:00-0400", 1_790_755_800_000), ("2026-09-30T16:10:00.25+08:00", 1_790_755_800_250),
    ("2026-09-30T16:10:00.2509999+08:00", 1_790_755_800_250), ("1969-12-31T23:59:59.999Z", -1),
    ("1970-01-01T00:00:00Z", 0), ("2024-02-29T00:00:00+08:00", 1_709_136_000_000),
  ])
  func readsISO8601(text: String, milliseconds: Int64) throws {
    #expect(try Moment(iso8601: text).milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2026-09-30", "2026-09-30T16:10", "2026-02-30T16:10Z", "2026-13-01T16:10Z", "2026-09-30T24:00Z", "2026-09-30T16:60Z",
    "2026-09-30T16:10:60Z", "2026-09-30T16:10:00.Z", "2026-09-30T16:10+08:", "2026-09-30T16:10Zx", "0000-01-01T00:00Z",
    "0001-01-01T00:00+23:00", "２026-09-30T16:10Z",
    "2026-09-30T16:10:00.000000000000000000000000000000000000000000000000000000000+08:00",
  ])
  func refusesWhatIsNoMoment(text: String) {
    #expect(throws: CalendarError.badMoment(text)) { try Moment(iso8601: text) }
    #expect(Moment(text) == nil)
  }

  @Test func writesCivilTimeWithItsOffset() {
    #expect(Moment(milliseconds: 1_790_755_800_000).iso8601 == "2026-09-30T16:10:00+08:00")
    #expect(Moment(milliseconds: 1_790_755_800_007).iso8601 == "2026-09-30T16:10:00.007+08:00")
    #expect(Moment(milliseconds: -1).iso8601 == "1970-01-01T07:59:59.999+08:00")
    #expect(Moment.earliest.iso8601 == "0001-01-01T00:00:00+08:00")
    #expect(Moment.latest.iso8601 == "9999-12-31T23:59:59.999+08:00")
  }

  @Test func textAndBackForRandomMoments() throws {
    var generator = SeededGenerator(state: 1)
    for _ in 0..<5000 {
      let span = Moment.earliest.milliseconds...Moment.latest.milliseconds
      let moment = Moment(milliseconds: Int64.random(in: span, using: &generator))
      #expect(try Moment(iso8601: moment.iso8601) == moment)
      #expect(moment.day.midnight.adding(milliseconds: moment.millisecondOfDay) == moment)
      #expect(moment.day.at(minute: moment.minuteOfDay) <= moment)
    }
  }

  @Test func jsonIsABareInteger() throws {
    #expect(try encode([Moment(milliseconds: 1_790_755_800_000)]) == "[1790755800000]")
    #expect(try decode([Moment].self, "[1790755800000]") == [Moment(milliseconds: 1_790_755_800_000)])
    #expect(throws: DecodingError.self) { try decode([Moment].self, "[\(Int64.max)]") }
    #expect(throws: DecodingError.self) { try decode([Moment].self, "[\"2026\"]") }
  }

  @Test func sumsStopAtTheEndOfTheYears() {
    #expect(Moment(milliseconds: .max) == .latest)
    #expect(Moment.latest.adding(days: .max) == .latest)
    #expect(Moment.earliest.adding(milliseconds: .min) == .earliest)
    #expect(CivilDay.latest.adding(days: .max) == .latest)
    #expect(CivilDay.earliest.adding(days: .min) == .earliest)
  }
}

struct CivilDayTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2), ("2026-02-17", 20_501, 2), ("2026-11-21", 20_778, 6),
    ("2026-10-11", 20_737, 7), ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
  ])
  func knownDays(text: String, ordinal: Int, weekday: Int) throws {
    let day = try day(text)
    #expect(day.ordinal == ordinal)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test func everyDayOfFourCenturiesFollowsTheLast() throws {
    var (year, month, number) = (1800, 1, 1)
    for ordinal in try day("1800-01-01").ordinal...(try day("2200-12-31").ordinal) {
      let day = CivilDay(ordinal: ordinal)
      #expect((day.year, day.month, day.day) == (year, month, number))
      #expect(CivilDay(year: year, month: month, day: number) == day)
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let length = month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
      number += 1
      if number > length { (month, number) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test(arguments: ["", "2026-2-1", "2026-02-29", "2026-00-01", "2026-01-01T", "20260101", "2026/01/01"])
  func refusesWhatIsNoDay(text: String) {
    #expect(throws: CalendarError.badDay(text)) { try CivilDay(parsing: text) }
  }

  @Test func jsonIsTheDate() throws {
    let days = [try day("2026-11-21"): "a"]
    #expect(try encode(days) == #"{"2026-11-21":"a"}"#)
    #expect(try decode([CivilDay: String].self, #"{"2026-11-21":"a"}"#) == days)
    #expect(try decode([CivilDay].self, #"["2026-11-21"]"#) == [try day("2026-11-21")])
    #expect(throws: DecodingError.self) { try decode([CivilDay].self, #"["2026-11-31"]"#) }
  }
}
