import TestKit
import Testing
import Workdays

/// Texts from forms and profiles, spoiled: they read as something that writes itself the same, or not at all.
@Suite struct MutationTests {
  private static let pieces = ["wd", "wh", "h", "-", ":", "+08:00", "Z", "T", "99999", "１", " ", "\u{0}", "月", "."]

  @Test func limits() {
    Mutations.eachText(of: ["5wd", "4wh", "30m", "15d", "99999h"], pieces: Self.pieces) { text in
      if let limit = Limit(text) { #expect(Limit(limit.description) == limit && limit.amount <= Limit.largestAmount, "\(text)") }
    }
  }

  @Test func days() {
    Mutations.eachText(of: ["2026-09-30", "2000-02-29", "1900-01-01"], pieces: Self.pieces) { text in
      if let day = CivilDay(text) { #expect(day.description == text) }
    }
  }

  @Test func moments() {
    Mutations.eachText(of: ["2026-09-30T16:10:00+08:00", "2026-09-30T08:10:00.123Z", "2026-09-30T08:10+08:00"], pieces: Self.pieces) {
      text in
      if let moment = Moment(text) { #expect(Moment(moment.iso8601) == moment, "\(text)") }
    }
  }

  @Test func hours() {
    Mutations.eachText(of: ["08:30-12:00", "00:00-24:00"], pieces: Self.pieces) { text in
      if let interval = try? Interval(parsing: text) { #expect(interval.start < interval.end && interval.end <= 1440, "\(text)") }
    }
  }
}
