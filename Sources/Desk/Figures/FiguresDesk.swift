import Casework
import Ledger
import Search
import Web
import Workdays

/// Figures for people and programs, each leading down to its cases.
public struct FiguresDesk: Sendable {
  let ledger: Ledger

  public init(ledger: Ledger) { self.ledger = ledger }

  static let readers = Access.roles(FigureReach.readers)

  public var endpoints: [Endpoint] {
    [
      .get(
        "figures/{metric}", Self.readers, Phrase("统计数字", "A figure"), query: FigureForm.answer, answers: FigureAnswer.shape, handle: figure),
      .page("figures", Self.readers, Phrase("统计", "Figures"), query: FigureForm.page, handle: page),
      .page("figures/cases", Self.readers, Phrase("统计数字背后的案件", "The cases behind a figure"), query: FigureForm.cases, handle: cases),
    ]
  }

  @Sendable private func figure(_ call: Call) async throws -> Answer {
    guard let metric = Metric(rawValue: call.parameter("metric")) else {
      throw CaseworkProblem.unknown(what: Phrase("指标", "figure"), key: call.parameter("metric"))
    }
    let question = try FigureForm.question(call.query, metric: metric, today: call.now.day)
    let by: FigureBy? = call.query.word("by")
    let asking = try asking(question, call)
    return .ok(try await ledger.look { sql, _ in try FigureAnswer(asking: asking, by: by).json(sql) })
  }

  @Sendable private func page(_ call: Call) async throws -> Answer {
    let metric = call.query.word("metric") ?? usual(for: call.actor)
    let asking = try asking(FigureForm.question(call.query, metric: metric, today: call.now.day), call)
    let view = try await ledger.look { sql, _ in try FiguresView.read(asking, sql) }
    return .page(FiguresPage(view: view, asking: asking, call: call).render())
  }

  @Sendable private func cases(_ call: Call) async throws -> Answer {
    let metric = call.query.word("metric") ?? usual(for: call.actor)
    let asking = try asking(FigureForm.question(call.query, metric: metric, today: call.now.day), call)
    guard asking.seesCases(call.actor) else { throw CaseworkProblem.hidden(what: Phrase("案件", "cases")) }
    let list = FigureCases(asking: asking, after: try call.query.optionalText("after").map(FigureCases.Place.init(_:)))
    let rows = CaseRows(for: call.actor, profile: asking.profile, now: call.now, language: call.language)
    let found = try await ledger.look { sql, vault in try list.page(rows, sql, vault) }
    return .page(FigureCasesPage(found: found, asking: asking, call: call).render())
  }

  private func asking(_ question: FigureQuestion, _ call: Call) throws -> FigureAsking {
    let profile = ledger.profile()
    return try FigureAsking(question, FigureReach.of(call.actor, in: profile.units), profile)
  }

  /// Those who have orders look at what was given to them first.
  private func usual(for actor: Actor) -> Metric { actor.has(.officer) && !actor.has(.leader) ? .dispatched : .received }
}

/// A question together with who asks it.
struct FigureAsking: Sendable {
  let question: FigureQuestion
  let reach: FigureReach
  let profile: Profile
  let filter: FigureFilter

  init(_ question: FigureQuestion, _ reach: FigureReach, _ profile: Profile) throws {
    (self.question, self.reach, self.profile) = (question, reach, profile)
    filter = try FigureFilter(question, reach, profile)
  }

  func asking(_ change: (inout FigureQuestion) -> Void) throws -> FigureAsking {
    var question = question
    change(&question)
    return try FigureAsking(question, reach, profile)
  }

  func groups(by dimension: Dimension, _ lines: [FigureQuery.Line]) -> [FigureGroups.Group] {
    FigureGroups(question: question, profile: profile, top: reach.top).groups(lines, by: dimension)
  }

  /// Figures without anybody's data are for more people than the cases are.
  func seesCases(_ actor: Actor) -> Bool {
    question.metric.happening.isOfOrders ? CaseRows.seesOrders(actor) : CaseRows.seesAppeals(actor)
  }
}
