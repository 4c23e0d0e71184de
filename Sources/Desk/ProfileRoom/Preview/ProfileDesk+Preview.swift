import CaseFile
import Casework
import Ledger
import Profiles
import Web
import Workdays

/// What the draft would have done: deadlines of last month's orders, and open orders of units that it closes or moves.
extension ProfileDesk {
  var previewEndpoints: [Endpoint] {
    [
      .get(
        "admin/profile/draft/preview", Self.readers, Phrase("预演", "What the draft would have done"), query: PreviewForm.list,
        answers: PreviewForm.shape, surfaces: Self.both, handle: preview),
      .page(
        "admin/profile/draft/preview/count", Self.readers, Phrase("预演的件数", "How many the draft would have changed"),
        query: PreviewForm.count, handle: count),
      .get(
        "admin/profile/draft/preview/refusals", Self.readers, Phrase("预演的不受理件数", "How many were turned away for what the draft changes"),
        query: PreviewForm.refusals, answers: RefusalPart.shape, surfaces: Self.both, handle: refusals),
    ]
  }

  /// Pieces that are read for one page of the list.
  private static let pieces = 10

  @Sendable private func preview(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let (from, to) = try PreviewForm.days(call.query, now: call.now)
    let run = PreviewRun(base: view.base, draft: view.profile, from: from, to: to)
    let limit = Int(call.query.whole("limit") ?? 50)
    let list = try await list(run, after: call.query.optionalText("after").map(PreviewForm.place), limit: limit)
    let units = try await touched(view)
    let formulas = try await ledger.look { [readings] sql, _ in try FormulaPart.read(view, from...to, sql, by: readings) }
    guard call.surface == .page else { return .ok(PreviewForm.json(list.clocks, next: list.next, units, formulas)) }
    return .page(PreviewPage(ProfileFrame(view, call), run).render(list.clocks, next: list.next, units, formulas))
  }

  /// The next clocks that would have ended otherwise. A page reads so many pieces at most and says where it stopped.
  private func list(_ run: PreviewRun, after: PreviewPlace?, limit: Int) async throws -> (clocks: [PreviewRun.Moved], next: PreviewPlace?) {
    guard !run.clocks.isEmpty else { return ([], nil) }
    var (clocks, place) = ([PreviewRun.Moved](), after)
    for _ in 0..<Self.pieces {
      try Task.checkCancellation()
      let from = place
      let piece = try await ledger.look { sql, _ in try run.piece(sql, after: from) }
      for moved in piece.moved where !moved.clock.confidential {
        // All clocks of one order stand on one page.
        if clocks.count >= limit, let last = place, last != moved.place { return (clocks, last) }
        clocks.append(moved.clock)
        place = moved.place
      }
      guard let next = piece.next else { return (clocks, nil) }
      guard clocks.count < limit else { return (clocks, place) }
      place = next
    }
    return (clocks, place)
  }

  @Sendable private func count(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let (from, to) = try PreviewForm.days(call.query, now: call.now)
    let run = PreviewRun(base: view.base, draft: view.profile, from: from, to: to)
    let after = try call.query.optionalText("after").map(PreviewForm.place)
    var figures = PreviewForm.figures(call.query)
    let piece = try await ledger.look { sql, _ in try run.piece(sql, after: after) }
    figures.add(piece.orders, piece.moved)
    return .fragment(PreviewPage.figures(figures, run, next: piece.next, whole: piece.next == nil, ProfileFrame(view, call)))
  }

  @Sendable private func refusals(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let (from, to) = try PreviewForm.days(call.query, now: call.now)
    let run = RefusalRun(base: view.base, draft: view.profile, from: from, to: to)
    let after = try call.query.optionalText("after").map(PreviewForm.place)
    var figures = RefusalRun.Figures(seen: Int(call.query.whole("seen") ?? 0), text: call.query.text("refused"))
    let piece = try await ledger.look { sql, _ in try run.piece(sql, after: after) }
    guard call.surface == .page else { return .ok(RefusalPart.json(run, piece.figures, next: piece.next)) }
    figures.add(piece.figures)
    return .fragment(RefusalPart(run: run, frame: ProfileFrame(view, call)).render(figures, next: piece.next, whole: piece.next == nil))
  }

  /// Units that the draft closes, moves or gives another level, with what they have in hand.
  private func touched(_ view: DraftView) async throws -> [(unit: Unit, open: Int)] {
    let units = view.profile.units.units.values.filter { unit in
      guard let old = view.base.unit(unit.id) else { return false }
      return old.until != unit.until || old.parent != unit.parent || old.level != unit.level
    }.sorted { $0.id < $1.id }
    let load = try await ledger.look { sql, _ in try UnitLoad.of(units.map(\.id), sql) }
    return units.map { ($0, load[$0.id] ?? 0) }
  }
}

/// The questions of the preview.
enum PreviewForm {
  private static let days: [Field] = [
    Field("from", .day, Phrase("自", "From"), help: Phrase("不填则为最近一个月。", "The last month where it is left out.")),
    Field("to", .day, Phrase("至", "To")),
  ]
  private static let after = Field("after", .line(60), Phrase("从此之后", "After"))
  static let list = Form(days + [after, Field("limit", .whole(1...200), Phrase("条数", "How many"))])
  static let count = Form(
    days + [
      after, Field("orders", .whole(0...Int64.max), Phrase("已看件数", "Orders seen")),
      Field("changed", .whole(0...Int64.max), Phrase("会变", "Changed")),
      Field("earlier", .whole(0...Int64.max), Phrase("提前", "Earlier")), Field("later", .whole(0...Int64.max), Phrase("推后", "Later")),
    ])
  static let refusals = Form(
    days + [
      after, Field("seen", .whole(0...1_000_000_000), Phrase("已看件数", "Appeals seen")),
      Field("refused", .line(4000), Phrase("各情形的件数", "Turned away, by ground")),
    ])
  /// More than this is no preview any more.
  private static let longest = 400

  static func days(_ input: Input, now: Moment) throws -> (from: CivilDay, to: CivilDay) {
    let to = input.day("to") ?? now.day
    let from = input.day("from") ?? to.adding(days: -30)
    guard from <= to, to.ordinal - from.ordinal <= longest else {
      throw CaseworkProblem.field("from", "起止日期不对：先后颠倒或超过 \(longest) 天。", "The days are the wrong way round or more than \(longest) apart.")
    }
    return (from, to)
  }

  static func place(_ text: String) throws -> PreviewPlace {
    guard let place = PreviewPlace(text) else {
      throw CaseworkProblem.field("after", "翻页标记无效：请原样使用上一页返回的 next。", "This is no cursor of this list: send the next of the page before.")
    }
    return place
  }

  static func figures(_ query: Input) -> PreviewRun.Figures {
    func number(_ name: String) -> Int { Int(query.whole(name) ?? 0) }
    return PreviewRun.Figures(orders: number("orders"), changed: number("changed"), earlier: number("earlier"), later: number("later"))
  }

  private static let end = AnswerShape.object("ProfilePreviewEnd", [.init("limit", .text), .init("deadline", .moment)])
  private static let item = AnswerShape.object(
    "ProfilePreviewClock",
    [
      .init("number", .text), .init("clock", .choice(ClockKind.allCases.map(\.rawValue))), .init("category", .text), .maybe("unit", .text),
      .maybe("before", end), .maybe("after", end),
    ])
  static let shape = AnswerShape.object(
    "ProfilePreview",
    [
      .init("items", .list(of: item)), .maybe("next", .text),
      .init("units", .list(of: .object("ProfilePreviewUnit", [.init("unit", .text), .init("open", .whole)]))),
      .init("formulas", .list(of: FormulaPart.shape)),
    ])

  static func json(_ clocks: [PreviewRun.Moved], next: PreviewPlace?, _ units: [(unit: Unit, open: Int)], _ formulas: FormulaPart)
    -> JSONValue
  {
    let items = clocks.map { clock in
      JSONValue.members(
        ("number", .text(clock.number)), ("clock", .text(clock.clock.rawValue)), ("category", .text(clock.category.value)),
        ("unit", .optional(clock.unit?.value)), ("before", clock.before.map(json)), ("after", clock.after.map(json)))
    }
    let touched = units.map { JSONValue.members(("unit", .text($0.unit.id.value)), ("open", .count($0.open))) }
    return .members(("items", .list(items)), ("next", .optional(next?.description)), ("units", .list(touched)), ("formulas", formulas.json))
  }

  private static func json(_ end: (limit: Limit, end: Moment)) -> JSONValue {
    .members(("limit", .text(end.limit.description)), ("deadline", .text(end.end.iso8601)))
  }
}
