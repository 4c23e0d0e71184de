import Casework
import Testing
import Workdays

@testable import Figures

@Suite struct RuleTests {
  private static let today = CivilDay(ordinal: 20_000)  // 2024-10-04

  @Test(
    "a period is said in words that people and programs use",
    arguments: [
      ("2024-10-04", "2024-10-04", "2024-10-04"), ("2024-10", "2024-10-01", "2024-10-31"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2024-Q4", "2024-10-01", "2024-12-31"), ("2024", "2024-01-01", "2024-12-31"), ("2024-W01", "2024-01-01", "2024-01-07"),
      ("2021-W01", "2021-01-04", "2021-01-10"), ("2020-01..2020-11", "2020-01-01", "2020-11-30"),
      ("2024-09-28..2024-10-02", "2024-09-28", "2024-10-02"), ("7d", "2024-09-28", "2024-10-04"),
    ])
  func periods(_ words: String, _ first: String, _ last: String) throws {
    let period = try #require(FigurePeriod(words, today: Self.today))
    #expect("\(period.first)" == first)
    #expect("\(period.last)" == last)
  }

  @Test(arguments: [
    "", "d", "0d", "2024-13", "2024-Q5", "2024-W54", "2024-1", "2024..2023", "2024...2025", "2024.2025", "heute", "2024-02-30",
  ])
  func noPeriod(_ words: String) { #expect(FigurePeriod(words, today: Self.today) == nil) }

  @Test func theSpanBeforeIsAsLongAndTouches() throws {
    let before = try #require(FigurePeriod("2024-10", today: Self.today)).before
    #expect("\(before.first)..\(before.last)" == "2024-08-31..2024-09-30")
  }

  @Test func aShareOfNothingIsNoShare() {
    let (replied, called) = (
      Tallies([.replied: Tally(amount: 8, late: 2, minutes: 720)]), Tallies([.called: Tally(graded: 4, satisfied: 3)])
    )
    #expect(Metric(.onTimeRate).value(Tallies()) == nil)
    #expect(Metric(.onTimeRate).value(replied) == 75)
    #expect(Metric(.satisfiedRate).value(called) == 75)
    #expect(Metric(.handlingHours).value(replied) == 1.5)
    #expect(Metric.count(.onTime).value(replied) == 6)
    #expect(Metric(.onTimeRate).cases == .replied && Metric(.onTimeRate).base(replied) == 8)
  }

  @Test func aFormulaSetsOneHappeningBesideAnother() throws {
    let made = FigureFormula(
      "direct-rate", Phrase("直办率", "Answered at once"), try FormulaText.formula("直接答复 ÷ 接到诉求"), as: .percent, meaning: Phrase("", ""))
    let metric = Metric(made)
    #expect(metric.happenings == [.answered, .received] && metric.cases == .received)
    #expect(metric.value(Tallies([.received: Tally(amount: 8), .answered: Tally(amount: 6)])) == 75)
    #expect(metric.value(Tallies([.answered: Tally(amount: 6)])) == nil)
  }

  @Test func numbersReadWell() {
    #expect((1_234_567).grouped == "1,234,567")
    #expect((-999).grouped == "-999")
    #expect((99.95).bare(places: 1) == "100.0")
    #expect((-0.04).bare(places: 1) == "0.0")
    #expect((3.256).bare(places: 2) == "3.26")
    #expect(Measurement.percent.text(97.44, .zh) == "97.4%")
  }

  @Test func aSeriesHasTheQuietDaysToo() throws {
    let period = try #require(FigurePeriod("2024-09-30..2024-10-02", today: Self.today))
    let lines = [FigureQuery.Line(member: "", day: Self.today.ordinal - 2, tallies: Tallies([.closed: Tally(amount: 3)]))]
    #expect(FigureSeries(period, byMonth: false, lines).points.map(\.tallies[.closed].amount) == [0, 0, 3])
    #expect(FigureSeries(period, byMonth: true, lines).points.map(\.key) == ["2024-09", "2024-10"])
  }

  @Test func mondayComesFirst() {
    let one = Tallies([.closed: .one])
    let hours = FigureHours([FigureQuery.Line(member: "9", day: Self.today.ordinal, tallies: one)])
    #expect(hours.cells.first { $0.tallies == one } == FigureHours.Cell(weekday: 5, hour: 9, tallies: one))
  }
}
