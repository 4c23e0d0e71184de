import CaseFile
import Casework
import Ledger
import Profiles
import Web
import Workdays

/// The city's profile in the browser: edited as forms, previewed, checked, released with its day, compared and exported.
/// The administrator edits; the security and the audit administrator look on.
public struct ProfileDesk: Sendable {
  let ledger: Ledger
  let shelf: ProfileShelf
  let readings: FormulaReader

  /// - Parameter readings: what a formula makes of past days, told by whoever keeps the figures.
  public init(ledger: Ledger, shelf: ProfileShelf, readings: @escaping FormulaReader) {
    self.ledger = ledger
    self.shelf = shelf
    self.readings = readings
  }

  static let editors: Access = .roles(ProfileDraft.editors)
  static let readers: Access = .roles([.admin, .securityAdmin, .auditAdmin])
  static let both: Set<Endpoint.Surface> = [.api, .page]

  public var endpoints: [Endpoint] {
    [overview] + limitEndpoints + unitEndpoints + areaEndpoints + calendarEndpoints + ladderEndpoints + policyEndpoints + scopeEndpoints
      + guideEndpoints + letterEndpoints + formulaEndpoints
      + draftEndpoints + previewEndpoints + releaseEndpoints
  }

  private var overview: Endpoint {
    .get(
      "admin/profile", Self.readers, Phrase("城市方案", "The city's profile"), answers: ProfileShapes.overview, surfaces: Self.both,
      handle: show)
  }

  @Sendable private func show(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let releases = try await ledger.look { sql, _ in try ProfileReleases(sql).newest(limit: 10) }
    guard call.surface == .page else { return .ok(ProfileShapes.json(view, inForce: ledger.profile())) }
    return .page(OverviewPage(ProfileFrame(view, call)).render(inForce: ledger.profile(), releases))
  }
}

extension ProfileDesk {
  /// Where a form is written into the draft. Refused, the form comes again, beside the draft as it is now.
  func writing(
    _ path: String, _ form: Form, handle: @escaping Endpoint.Handler,
    again: @escaping @Sendable (ProfileFrame, Call, any Problem) throws -> HTML
  ) -> Endpoint {
    .post(
      path, Self.editors, Phrase("写入草稿", "Put it into the draft"), form: form, answers: ProfileShapes.receipt,
      redraw: { call, problem in try again(ProfileFrame(try await shelf.draft(), call), call, problem) }, handle: handle)
  }

  /// What a person saw of the draft when the form was made.
  static let seen = Field("seen", .whole(0...Int64.max), Phrase("所见的草稿版次", "Version of the draft that was seen"))

  static func seen(_ call: Call) -> Int? { call.input.whole("seen").map(Int.init) }

  /// Writes one change into the draft. What would be wrong within the part itself is refused at its field; what it breaks
  /// elsewhere stands in the draft's list of faults.
  /// - Parameter way: where the part stands in the file.
  func write(_ edit: ProfileEdit, at way: [String], _ field: String, _ view: DraftView, _ call: Call) async throws -> ProfileDraftReceipt {
    let after = view.profile.edited(by: [edit])
    let own = try await shelf.faults(of: after).filter { $0.lies(in: way) }
    guard own.isEmpty else {
      throw CaseworkProblem.invalid(
        own.map { fault in
          let name = fault.path.count > way.count ? fault.path[way.count] : field
          return FieldProblem(name, fault.problem.advice)
        })
    }
    return try await perform(edit, view, call)
  }

  private func perform(_ edit: ProfileEdit, _ view: DraftView, _ call: Call) async throws -> ProfileDraftReceipt {
    try await ledger.perform(ChangeProfileDraft([edit], to: view, seen: Self.seen(call)), for: call)
  }

  /// Writes what one press says, which no form can have wrong, and goes on at `path`.
  func put(_ edit: ProfileEdit, _ view: DraftView, _ call: Call, at path: String) async throws -> Answer {
    .ok(json: try await perform(edit, view, call), at: path)
  }

  /// Does it; where somebody else changed the draft first, the form comes again with what was typed beside what is there now.
  func answering(_ call: Call, _ endpoint: Endpoint, _ body: () async throws -> Answer) async throws -> Answer {
    do { return try await body() } catch let problem as LifecycleProblem {
      guard case .changedMeanwhile = problem, call.surface == .page, let redraw = endpoint.redraw else { throw problem }
      return .page(try await redraw(call, DraftChanged(problem)), refusing: problem)
    }
  }
}

/// Another administrator was quicker: nothing is written over their work, and nothing that was typed is lost.
struct DraftChanged: Problem {
  private let why: LifecycleProblem

  init(_ why: LifecycleProblem) { self.why = why }

  var status: Int { why.status }
  var code: String { why.code }
  var sentence: Phrase {
    let last = why.sentence
    return Phrase(
      "草稿刚被改过，您的改动还没有写入。下面是您填的内容，旁边是草稿现在的样子；核对后可再次写入。\(last.zh)",
      "The draft has just been changed and yours is not written yet. Below is what you typed, beside it what the draft says now; look and write again. \(last.en)"
    )
  }
}
