import Casework
import Ledger
import Search
import Web
import Workdays

/// Figures for people and programs, each leading down to its cases.
public struct FiguresDesk: Sendable {
  let ledger: Ledger
  /// Months as everybody reads them: the same for a minute.
  let months = Kept<String, PublicMonth>(for: 60_000)
  /// What people of one unit ask at the same time, as after a briefing, is read once.
  private let views: Kept<FigureSight, FiguresView>
  private let maps: Kept<FigureSight, MapView>
  let tiles: MapTiles?
  let displays: HallDisplays

  /// - Parameters:
  ///   - tiles: where a map takes its ground from; without it areas are drawn on plain paper.
  ///   - displays: who stands before a display of the hall, and what runs, told by those who know.
  ///   - milliseconds: for how long what was read is good for all who ask the same.
  public init(ledger: Ledger, tiles: MapTiles? = nil, displays: HallDisplays = .none, keptFor milliseconds: Int64 = 2000) {
    (self.ledger, self.tiles, self.displays) = (ledger, tiles, displays)
    (views, maps) = (Kept(for: milliseconds), Kept(for: milliseconds))
  }

  static let readers = Access.roles(FigureReach.readers)

  /// Whoever may put it up in the hall.
  private static let hall = Access.roles([.leader, .shiftLeader, .supervisor, .congress])

  public var endpoints: [Endpoint] {
    [
      .page("wall", Self.hall, Phrase("大屏", "The wall"), handle: wall),
      .page("wall/now", Self.hall, Phrase("大屏的数字", "The figures of the wall"), handle: wallNow),
      // Whoever has the display's token sees the wall, and nothing but the wall.
      .page("wall/displays/{token}", .anyone, Phrase("大屏（免登录）", "The wall on a display"), handle: display),
      .page("wall/displays/{token}/now", .anyone, Phrase("大屏的数字（免登录）", "The figures of a display"), handle: displayNow),
      .page("wall/displays/{token}/incident", .anyone, Phrase("大屏的集中诉求（免登录）", "The incidents on a display"), handle: displayIncident),
      .get(
        "figures/{metric}", Self.readers, Phrase("统计数字", "A figure"), query: FigureForm.answer, answers: FigureAnswer.shape, handle: figure),
      .page("figures", Self.readers, Phrase("统计", "Figures"), query: FigureForm.page, handle: page),
      .page("figures/cases", Self.readers, Phrase("统计数字背后的案件", "The cases behind a figure"), query: FigureForm.cases, handle: cases),
      .page("map", Self.readers, Phrase("地图", "Map"), query: FigureForm.map, handle: map),
      .page("map/ground", .anyone, Phrase("地图底图", "The ground of maps"), handle: ground),
    ]
  }

  @Sendable private func figure(_ call: Call) async throws -> Answer {
    guard let metric = ledger.profile().metric(call.parameter("metric")) else {
      throw CaseworkProblem.unknown(what: Phrase("指标", "figure"), key: call.parameter("metric"))
    }
    let question = try FigureForm.question(call.query, metric: metric, today: call.now.day)
    let by: FigureBy? = call.query.word("by")
    let asking = try asking(question, call)
    return .ok(try await ledger.look { sql, _ in try FigureAnswer(asking: asking, by: by).json(sql) })
  }

  @Sendable private func page(_ call: Call) async throws -> Answer {
    let metric = try FigureForm.metric(call.query, among: ledger.profile().metrics, usual: usual(for: call.actor))
    let asking = try asking(FigureForm.question(call.query, metric: metric, today: call.now.day), call)
    let view = try await views.value(for: asking.sight, at: call.now) { [ledger] in
      try await ledger.look { sql, _ in try FiguresView.read(asking, sql) }
    }
    return .page(FiguresPage(view: view, asking: asking, call: call).render())
  }

  @Sendable private func cases(_ call: Call) async throws -> Answer {
    let metric = try FigureForm.metric(call.query, among: ledger.profile().metrics, usual: usual(for: call.actor))
    let asking = try asking(FigureForm.question(call.query, metric: metric, today: call.now.day), call)
    guard asking.seesCases(call.actor) else { throw CaseworkProblem.hidden(what: Phrase("案件", "cases")) }
    let list = FigureCases(asking: asking, after: try call.query.optionalText("after").map(FigureCases.Place.init(_:)))
    let rows = CaseRows(for: call.actor, profile: asking.profile, now: call.now, language: call.language)
    let found = try await ledger.look { sql, vault in try list.page(rows, sql, vault) }
    return .page(FigureCasesPage(found: found, asking: asking, call: call).render())
  }

  @Sendable private func map(_ call: Call) async throws -> Answer {
    let metric = try FigureForm.metric(call.query, among: MapPage.metrics, usual: usual(for: call.actor, else: .raised))
    let asking = try asking(FigureForm.question(call.query, metric: metric, today: call.now.day), call)
    let view = try await maps.value(for: asking.sight, at: call.now) { [ledger] in
      try await ledger.look { sql, _ in try MapView.read(asking, sql) }
    }
    return .page(MapPage(view: view, asking: asking, call: call).render())
  }

  @Sendable private func ground(_ call: Call) async throws -> Answer {
    .ok(MapGround(profile: ledger.profile(), tiles: tiles, language: call.language).json)
  }

  @Sendable private func wall(_ call: Call) async throws -> Answer { .page(try await wallPage(call).render()) }

  @Sendable private func wallNow(_ call: Call) async throws -> Answer { .fragment(try await wallPage(call).now) }

  private func wallPage(_ call: Call) async throws -> WallPage { try await wallPage(call, for: call.actor, at: .own) }

  func wallPage(_ call: Call, for actor: Actor, at place: WallPage.Place) async throws -> WallPage {
    let profile = ledger.profile()
    let reach = FigureReach.of(actor, in: profile.units)
    let view = try await ledger.look { sql, _ in try WallView.read(reach, profile, now: call.now, sql) }
    return WallPage(view: view, call: call, place: place)
  }

  private func asking(_ question: FigureQuestion, _ call: Call) throws -> FigureAsking {
    let profile = ledger.profile()
    return try FigureAsking(question, FigureReach.of(call.actor, in: profile.units), profile)
  }

  /// Those who have orders look at what was given to them first.
  private func usual(for actor: Actor, else other: Metric = .received) -> Metric {
    actor.has(.officer) && !actor.has(.leader) ? .dispatched : other
  }
}

/// What two people have in common who see the same figures.
struct FigureSight: Hashable, Sendable {
  let question: FigureQuestion
  let top: UnitID
  let profile: Int
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

  var sight: FigureSight { FigureSight(question: question, top: reach.top, profile: profile.version) }

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
    question.metric.cases.happening.isOfOrders ? CaseRows.seesOrders(actor) : CaseRows.seesAppeals(actor)
  }
}
