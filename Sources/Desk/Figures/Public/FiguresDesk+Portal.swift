import Casework
import Ledger
import Web
import Workdays

extension FiguresDesk {
  /// The month's figures for everybody, where the profile shows them.
  public var portal: [Endpoint] {
    [.page("portal/figures", .citizen, Phrase("每月数字", "The month's figures"), query: PublicFiguresPage.query, handle: showMonth)]
  }

  /// The last month that is over, where none is asked for.
  @Sendable private func showMonth(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    guard profile.policy.openness.figures else { throw PublicFiguresProblem.closed }
    let today = call.now.day
    let usual = PublicFiguresPage.key(today.adding(days: -today.day))
    let key = call.query.optionalText("month") ?? usual
    guard key.utf8.count == 7, let period = FigurePeriod(key, today: today), period.first.day == 1, period.first <= today else {
      throw CaseworkProblem.field("month", "没有这个月份，请写如 2026-10。", "There is no such month; write one such as 2026-10.")
    }
    let reach = FigureReach.of(.system, in: profile.units)
    let asking = try FigureAsking(FigureQuestion(metric: .received, period: period), reach, profile)
    let month = try await months.value(for: key, at: call.now) { [ledger] in
      try await ledger.look { sql, _ in try PublicMonth.read(asking, sql) }
    }
    return .page(PublicFiguresPage(month: month, first: period.first, isRunning: period.last >= today, call: call).render())
  }
}

/// What everybody may not read here.
enum PublicFiguresProblem: Problem {
  case closed

  var status: Int { 404 }
  var code: String { "figures-closed" }
  var sentence: Phrase { Phrase("本市没有公开每月数字；请看首页的其他内容。", "This city does not publish its figures; see what else the portal has.") }
}
