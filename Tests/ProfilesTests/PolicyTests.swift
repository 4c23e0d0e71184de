import Casework
import Profiles
import Testing
import Workdays

/// The value types that a profile is made of.
@Suite struct PolicyTests {
  private let day = CivilDay(ordinal: 20_000)

  @Test func theFirstMatchingRuleWins() {
    let table = LimitTable([
      LimitRule(.handling, .hours(4), urgencies: [.urgent]), LimitRule(.handling, .workingDays(1), categories: ["a/b"]),
      LimitRule(.handling, .workingDays(5)), LimitRule(.handling, .workingDays(9), categories: ["a/b/c"]),
    ])
    let urgent = table.limit(for: .handling, matter: Matter(kind: .help, urgency: .urgent, category: "a/b/c", day: day))
    let below = table.limit(for: .handling, matter: Matter(kind: .help, urgency: .normal, category: "a/b/c", day: day))
    let beside = table.limit(for: .handling, matter: Matter(kind: .help, urgency: .normal, category: "a/bc", day: day))
    #expect(urgent?.limit == .hours(4) && urgent?.rule == 0)
    #expect(below?.rule == 1 && beside?.rule == 2)
    #expect(table.limit(for: .sign, matter: Matter(kind: .help, urgency: .normal, day: day)) == nil)
  }

  @Test func aSeasonMayCrossNewYear() throws {
    let (from, to) = (try #require(MonthDay("11-15")), try #require(MonthDay("03-15")))
    let winter = Season(from: from, to: to)
    let inside = ["2026-11-15", "2026-12-31", "2027-01-01", "2027-03-15"].compactMap { CivilDay($0) }
    let outside = ["2026-11-14", "2027-03-16", "2026-07-01"].compactMap { CivilDay($0) }
    #expect(inside.map { winter.contains($0) } == [true, true, true, true])
    #expect(outside.map { winter.contains($0) } == [false, false, false])
    #expect(MonthDay("02-30") == nil && MonthDay("2-3") == nil && MonthDay("02-29")?.description == "02-29")
  }

  @Test func outcomeFieldsFollowCategoryAndKind() throws {
    let yunxi = try ProfileFiles.read("yunxi")
    let wages = yunxi.outcomeFields(for: "劳动和社会保障/工资拖欠/农民工工资拖欠", kind: .complaint).map(\.name)
    #expect(wages == ["persons", "recovered"])
    let fumes: CategoryID = "环境保护/大气/餐饮油烟"
    #expect(yunxi.outcomeFields(for: fumes, kind: .complaint).map(\.name) == ["penalty", "measure"])
    #expect(yunxi.outcomeFields(for: fumes, kind: .consultation).isEmpty)
  }

  @Test func moneyIsReadInFen() {
    let field = OutcomeField(name: "m", label: Phrase("金额", "Amount"), type: .money)
    #expect(field.value(of: "8100000") == .number(810_000_000))
    #expect(field.value(of: "0.5") == .number(50) && field.value(of: "3.07") == .number(307))
    for bad in ["", "-1", "1.234", "1,000", "1.", "一百", "99999999999999"] { #expect(field.value(of: bad) == nil, "\(bad)") }
  }

  @Test func choicesCountsAndTextsAreChecked() {
    let label = Phrase("项", "Item")
    let choice = OutcomeField(name: "c", label: label, type: .choice, options: [ReasonCode("cash", Phrase("现金", "Cash"))])
    #expect(choice.value(of: "cash") == .word("cash") && choice.value(of: "gold") == nil && choice.hint.en.contains("cash"))
    let count = OutcomeField(name: "n", label: label, type: .count)
    #expect(count.value(of: "12") == .number(12) && count.value(of: "-1") == nil && count.value(of: "1.5") == nil)
    let text = OutcomeField(name: "t", label: label, type: .text)
    #expect(text.value(of: "ok") == .word("ok") && text.value(of: "") == nil)
  }

  @Test func overlaysOfTheUnitsAboveApply() throws {
    let hours = try Schedule(hours: [try Interval(parsing: "09:00-10:00")])
    let day = try #require(CivilDay("2026-11-18"))
    let units = Organisation([
      Unit(id: "city", name: Phrase("市", "City"), level: .city, parent: nil),
      Unit(id: "firm", name: Phrase("公司", "Firm"), level: .utility, parent: "city"),
      Unit(id: "shop", name: Phrase("营业厅", "Shop"), level: .station, parent: "firm"),
    ])
    let profile = Profile(
      key: "x", name: Phrase("市", "City"), effective: day, prefix: "X", units: units, taxonomy: Taxonomy(), calendar: .national(),
      overlays: ["firm": CalendarOverlay(hours: [hours]), "shop": CalendarOverlay(holidays: [day: "shop-day"])], limits: LimitTable())
    #expect(try profile.calendar(for: "firm").hours(on: day).intervals.count == 1)
    #expect(try profile.calendar(for: "shop").hours(on: day).intervals.isEmpty)
    #expect(try profile.calendar(for: "shop").hours(on: day.adding(days: 1)).intervals.count == 1)
    #expect(profile.calendar(for: "city") == profile.calendar && profile.calendar(for: "unknown") == profile.calendar)
  }
}
