import App
import Casework
import Hummingbird
import HummingbirdTesting
import TestKit
import Testing
import Workdays

@testable import Figures

/// The month's figures as everybody reads them: the city's whole, its parts, and nothing about a few.
@Suite struct PublicMonthTests {
  @Test(arguments: TestDatabases.each) func theMonthAddsUp(_ engine: TestEngine) async throws {
    try await BookTests.city(engine) { hotline in
      try await hotline.ledger.sealNow()
      try await hotline.figures.advance()
      let profile = hotline.ledger.profile()
      let period = try #require(FigurePeriod("90d", today: BookTests.now.day))
      let asking = try FigureAsking(
        FigureQuestion(metric: .received, period: period), FigureReach.of(.system, in: profile.units), profile)
      let month = try await hotline.ledger.look { sql, _ in try PublicMonth.read(asking, sql) }
      #expect(month.total.received > 5 && month.total.answered > 5)
      #expect(month.areas.reduce(0) { $0 + $1.received } <= month.total.received && !month.areas.isEmpty)
      #expect(month.categories.contains { $0.received > 0 })
      #expect(month.areas.allSatisfy { $0.answered >= PublicMonth.fewest || $0.onTime == nil })
    }
  }

  @Test("a share that a city makes of two is left out where either stands on a few")
  func noShareOfAFew() throws {
    let both = try FormulaText.formula("(on-time / replied + satisfied / graded) / 2")
    let metric = Metric(FigureFormula("satisfied-rate", Phrase("综合", "Both"), both, as: .percent, meaning: Phrase("", "")))
    func tallies(graded: Int64) -> Tallies {
      Tallies([.replied: Tally(amount: 20), .called: Tally(amount: graded, graded: graded, satisfied: 1)])
    }
    #expect(PublicMonth.share(metric, tallies(graded: 5)) == 60)
    #expect(PublicMonth.share(metric, tallies(graded: 1)) == nil)
  }

  @Test func everybodyReadsThemInBothLanguages() async throws {
    try await BookTests.city(.sqlite) { hotline in
      try await hotline.figures.advance()
      try await Application(router: hotline.router()).test(.router) { client in
        for (language, word) in [("zh", "接到"), ("en", "Received")] {
          try await client.execute(uri: "/portal/figures", method: .get, headers: [.acceptLanguage: language]) { answer in
            let page = String(buffer: answer.body)
            #expect(answer.status == .ok && page.contains(word) && page.contains("class=\"public"))
          }
        }
        for wrong in ["2026-13", "2026-W40", "9999-01", "30d", "%00", "2026-1x"] {
          try await client.execute(uri: "/portal/figures?month=\(wrong)", method: .get) {
            #expect([400, 422].contains($0.status.code), "\(wrong)")
          }
        }
      }
    }
  }
}
