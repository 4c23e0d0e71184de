import Casework
import Ledger
import People
import Profiles
import Web
import Workdays

/// The work calendar: how far it reaches, a published year put into it, and what that moved.
public struct CalendarDesk: Sendable {
  let ledger: Ledger
  let shelf: ProfileShelf
  let recounts: Recounts

  public init(ledger: Ledger, shelf: ProfileShelf) {
    self.ledger = ledger
    self.shelf = shelf
    recounts = Recounts(ledger: ledger)
  }

  private static let keepers = Access.roles([.admin])
  private static let path = "admin/calendar"

  public var endpoints: [Endpoint] {
    let both: Set<Endpoint.Surface> = [.api, .page]
    return [
      .get(Self.path, Self.keepers, Phrase("工作日历", "Work calendar"), answers: CalendarShapes.calendar, surfaces: both, handle: show),
      importing,
      .get(
        "admin/calendar/recounts/{id}", Self.keepers, Phrase("重算结果", "What a recount moved"), query: Self.pageQuery,
        answers: CalendarShapes.recount, surfaces: both, handle: recount),
    ]
  }

  var importing: Endpoint {
    .post(
      Self.path, Self.keepers, Phrase("导入放假安排", "Import a year's holidays"), form: Self.form, answers: CalendarShapes.begun,
      handle: importYear)
  }

  private static let form: Form = [
    Field("year", .whole(2000...2200), Phrase("年份", "Year")),
    .words(
      "days", Phrase("放假安排", "Holidays"), max: 20_000,
      help: Phrase(
        "JSON 或 YAML，如 holidays: {2027-01-01: 元旦}，make-up-days: [2027-02-20]。",
        "JSON or YAML, such as holidays: {2027-01-01: new-year} and make-up-days: [2027-02-20].")),
  ]

  private static let pageQuery = Form([Field("after", .whole(0...Int64.max), Phrase("从此工单之后", "After this order"))])

  @Sendable private func show(_ call: Call) async throws -> Answer {
    let (profile, newest) = (ledger.profile(), try await recounts.newest())
    guard call.surface == .page else { return .ok(CalendarShapes.json(profile.calendar, newest, on: call.now.day)) }
    return .page(CalendarPages(call: call).calendar(profile, newest, importing))
  }

  /// The release holds at once; the recount runs in the background.
  @Sendable private func importYear(_ call: Call) async throws -> Answer {
    let year = try PublishedYear.read(call.input.text("days"), file: "days", year: call.input.whole("year").map(Int.init))
    let release = try await shelf.importYear(year, as: call.actor)
    let id = try await recounts.begin(year: year.year, from: year.begins)
    return .ok(
      .members(("release", .count(release.release)), ("changed", .flag(release.changed)), ("recount", .whole(id))),
      at: Paths.recount(id))
  }

  @Sendable private func recount(_ call: Call) async throws -> Answer {
    let text = call.parameters["id"] ?? ""
    guard let id = Int64(text), let state = try await recounts.state(of: id) else {
      throw CaseworkProblem.unknown(what: Phrase("重算", "recount"), key: text)
    }
    let page = try await recounts.moves(of: id, after: call.query.whole("after") ?? 0)
    let counts = try await recounts.counts(of: id)
    guard call.surface == .page else { return .ok(CalendarShapes.json(state, counts, page)) }
    return .page(CalendarPages(call: call).recount(state, counts, page))
  }
}
