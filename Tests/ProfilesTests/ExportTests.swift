import Casework
import Profiles
import Testing
import Workdays

/// Texts that YAML could misread come back as they were.
@Suite struct ExportTests {
  static let awkward = [
    "true", "null", "~", "0x1F", "- no list", "a: b", "a # b", "#1", "[x]", "{x}", "*star", "&and", "!tag", "|", ">", "'", "\"quoted\"",
    "back\\slash", "comma, comma", "问题：“引号”", "tab\tinside", "two\nlines", "ends:", "%percent", "@at", "`tick`", "emoji 🏮", "12345", "1e3",
  ]

  private func profile(named text: String) throws -> Profile {
    let small = try ProfileReader.read(ProfileFiles.small) { _ in "" }
    let odd = Phrase(text, "\(text) in English")
    var policy = small.policy
    policy.acceptedMatters = [odd, Phrase(text, text), Phrase("a | b", text)]
    policy.returnReasons = [ReasonCode("odd", odd)]
    policy.callback.share = .sample(percent: 30)
    return Profile(
      key: "odd", name: odd, effective: small.effective, prefix: "ODD", units: small.units, areas: small.areas, kinds: [.praise],
      taxonomy: small.taxonomy,
      calendar: small.calendar, limits: small.limits, policy: policy, outcomes: small.outcomes,
      details: [Detail.Entry(text, .list([.text(text), .map([Detail.Entry("k", .text(text))]), .list([])]))])
  }

  @Test(arguments: awkward) func awkwardTextsSurvive(_ text: String) throws {
    let profile = try profile(named: text)
    #expect(try ProfileReader.read(ProfileWriter.export(profile)) { _ in "" } == profile)
  }

  @Test func anOutlineComesBackAndABrokenOneIsNamed() throws {
    let north = "{id: north, name: 北区 | North"
    let drawn = ProfileFiles.small.replacing(north, with: "\(north), outline: \"118.24 35.77, 118.35 35.5, 118.3 35.6\"")
    let profile = try ProfileReader.read(drawn) { _ in "" }
    #expect(profile.area("north")?.outline.map(\.latitude) == [35.77, 35.5, 35.6])
    #expect(try ProfileReader.read(ProfileWriter.export(profile)) { _ in "" } == profile)
    #expect(throws: ProfileProblems.self) { try ProfileReader.read(drawn.replacing("118.35 35.5", with: "118.35")) { _ in "" } }
  }

  @Test func aCalendarThatContradictsTheNationalOneIsWrittenInFull() throws {
    let small = try ProfileReader.read(ProfileFiles.small) { _ in "" }
    let (first, last) = (try #require(CivilDay("2026-01-01")), try #require(CivilDay("2027-12-31")))
    let reason = try Override(hours: [try Interval(parsing: "10:00-11:00")], reason: "盘点")
    for calendar in [
      WorkCalendar(covers: first...last, holidays: [first: "new-year"], makeUpDays: [last], overrides: [last.adding(days: -1): reason]),
      WorkCalendar.national().overlaid(with: CalendarOverlay(covers: first...last, holidays: [last: "city-day"], makeUpDays: [first])),
    ] {
      let profile = Profile(
        key: "cal", name: small.name, effective: small.effective, prefix: "CAL", units: small.units, areas: small.areas,
        taxonomy: small.taxonomy, calendar: calendar,
        overlays: ["roads": CalendarOverlay(), "lamps": CalendarOverlay(covers: first...last, overrides: [first: reason])],
        limits: small.limits)
      #expect(try ProfileReader.read(ProfileWriter.export(profile)) { _ in "" } == profile)
    }
  }
}
