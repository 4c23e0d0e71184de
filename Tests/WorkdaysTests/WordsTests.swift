import Testing
import Workdays

/// Dates, times and numbers as each language writes them.
@Suite struct WordsTests {
  @Test func aDayAndAMomentInProse() throws {
    #expect(try day("2026-09-05").phrase == Phrase("2026年9月5日", "5 Sep 2026"))
    #expect(try at("2026-11-21 09:00").phrase == Phrase("2026年11月21日 09:00", "21 Nov 2026, 09:00"))
    #expect(try day("2026-10-12").words == Phrase("10月12日", "12 October"))
    #expect(try day("2026-05-31").month(short: false) == Phrase("2026年5月", "May 2026"))
  }

  @Test func aCellNamesTheYearOnlyWhenItIsAnother() throws {
    let now = try at("2026-11-21 09:00")
    #expect(try at("2026-03-02 14:05").brief(at: now) == Phrase("03-02 14:05", "2 Mar, 14:05"))
    #expect(try at("2025-12-31 23:59").brief(at: now) == Phrase("2025-12-31 23:59", "31 Dec 2025, 23:59"))
  }

  @Test func aSpanSaysOnceWhatItsDaysShare() throws {
    #expect(try (day("2026-10-01")...day("2026-10-07")).phrase == Phrase("2026年10月1日至7日", "1 to 7 Oct 2026"))
    #expect(try (day("2026-09-25")...day("2026-10-07")).phrase == Phrase("2026年9月25日至10月7日", "25 Sep to 7 Oct 2026"))
    #expect(try (day("2026-12-31")...day("2027-01-02")).phrase == Phrase("2026年12月31日至2027年1月2日", "31 Dec 2026 to 2 Jan 2027"))
    #expect(try (day("2026-10-01")...day("2026-10-01")).phrase == Phrase("2026年10月1日", "1 Oct 2026"))
  }

  /// The same lines, once for people and once for interfaces.
  @Test func anExplanationInBothManners() throws {
    let deadline = try WorkCalendar.national().deadline(from: at("2026-09-30 16:10"), limit: .workingDays(2))
    #expect(deadline.story.count == deadline.explanation.count)
    #expect(deadline.story.first == Phrase("收到 2026年9月30日 16:10（星期三）", "Received 30 Sep 2026, 16:10 (Wednesday)"))
    #expect(deadline.explanation.first?.phrase.zh == "收到 2026-09-30 16:10（星期三）")
    #expect(deadline.story.contains { $0.en == "Skipped 1 to 7 Oct 2026: National Day" })
    #expect(deadline.explanation.contains { $0.phrase.en == "Skipped 2026-10-01 to 10-07: National Day" })
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-12_345, "-12,345"), (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func thousandsStandApart(_ number: Int, _ words: String) { #expect(number.grouped == words) }

  @Test func decimalsAndCaps() {
    #expect(1234.56.grouped(places: 1) == "1,234.6" && 1234.56.bare(places: 1) == "1234.6")
    #expect((-0.04).grouped(places: 1) == "0.0" && (-0.4).grouped(places: 1) == "-0.4")
    #expect(1000.grouped(cap: 1000) == "1,000+" && 999.grouped(cap: 1000) == "999")
  }
}
