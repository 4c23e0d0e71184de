import CaseFile
import Casework
import Ledger
import Profiles
import Web
import Workdays

/// The draft: what it changes, what is wrong with it, and its release.
extension ProfileDesk {
  var draftEndpoints: [Endpoint] {
    [
      .get(
        "admin/profile/draft", Self.readers, Phrase("方案草稿", "The draft"), answers: DraftAnswer.shape, surfaces: Self.both, handle: draft),
      .page("admin/profile/draft/file", Self.readers, Phrase("草稿的 YAML", "The draft as YAML"), handle: draftFile), undoEdit, rebaseDraft,
      releaseDraft, discardDraft,
    ]
  }

  var undoEdit: Endpoint {
    .post(
      "admin/profile/draft/undo", Self.editors, Phrase("撤回改动", "Take the change back"), form: DraftForm.undo,
      answers: ProfileShapes.receipt, handle: undo)
  }
  var rebaseDraft: Endpoint {
    .post(
      "admin/profile/draft/rebase", Self.editors, Phrase("看过，以草稿为准", "Seen; the draft stands"), form: LimitForm.bare,
      answers: ProfileShapes.receipt, handle: rebase)
  }
  var releaseDraft: Endpoint {
    .post(
      "admin/profile/draft/release", Self.editors, Phrase("发布方案", "Release the profile"), form: DraftForm.release,
      answers: ProfileShapes.receipt,
      redraw: { call, problem in
        let view = try await shelf.draft()
        return DraftPage(ProfileFrame(view, call), self, try await shelf.faults(in: view)).render(call.submitted, problem)
      }, handle: release)
  }
  var discardDraft: Endpoint {
    .post(
      "admin/profile/draft/discard", Self.editors, Phrase("放弃草稿", "Discard the draft"), form: LimitForm.bare,
      answers: ProfileShapes.receipt, handle: discard)
  }

  @Sendable private func draft(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let faults = try await shelf.faults(in: view)
    guard call.surface == .page else { return .ok(DraftAnswer.json(view, faults)) }
    return .page(DraftPage(ProfileFrame(view, call), self, faults).render(.empty, nil))
  }

  @Sendable private func draftFile(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    return .file(Array(ProfileWriter.export(view.profile).utf8), type: "application/yaml", name: "\(view.profile.key)-draft.yaml")
  }

  @Sendable private func undo(_ call: Call) async throws -> Answer {
    let verb = UndoProfileEdit(call.input.text("part"), seen: Self.seen(call))
    return .ok(json: try await ledger.perform(verb, for: call), at: Paths.profileDraft)
  }

  @Sendable private func rebase(_ call: Call) async throws -> Answer {
    .ok(json: try await ledger.perform(RebaseProfileDraft(seen: Self.seen(call)), for: call), at: Paths.profileDraft)
  }

  /// What is checked here is what the ledger writes, or nothing: see `ReleaseProfileDraft`.
  @Sendable private func release(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let verb = try await shelf.release(of: view, from: call.input.day("effective") ?? call.now.day, seen: Self.seen(call))
    let receipt = try await ledger.perform(verb, for: call)
    try await shelf.refresh()
    return .ok(json: receipt, at: Paths.profileReleases)
  }

  @Sendable private func discard(_ call: Call) async throws -> Answer {
    .ok(json: try await ledger.perform(DiscardProfileDraft(seen: Self.seen(call)), for: call), at: Paths.profile)
  }
}

enum DraftForm {
  static let undo: Form = [.required("part", .line(120), Phrase("部分", "Part")), ProfileDesk.seen]
  static let release: Form = [
    .required(
      "effective", .day, Phrase("生效日期", "Holds from"),
      help: Phrase("今天或以后。已在走的时钟不受影响。", "Today or later. Clocks that run already are not touched.")),
    ProfileDesk.seen,
  ]
}

/// The draft in JSON.
enum DraftAnswer {
  private static let fault = AnswerShape.object(
    "ProfileFault",
    [
      .init("line", .whole), .init("path", .list(of: .text)), .init("reason", ProfileShapes.phrase), .init("remedy", ProfileShapes.phrase),
    ])
  static let shape = AnswerShape.object(
    "ProfileDraft",
    [
      .maybe("draft", .whole), .init("version", .whole), .init("base", .whole), .init("changes", .list(of: ProfileShapes.change)),
      .init("faults", .list(of: fault)), .init("contested", .list(of: .text)),
    ])

  static func json(_ view: DraftView, _ faults: [DraftFault]) -> JSONValue {
    let wrong = faults.map { fault in
      JSONValue.members(
        ("line", .count(fault.problem.line)), ("path", .texts(fault.path)), ("reason", ProfileShapes.json(fault.problem.reason)),
        ("remedy", ProfileShapes.json(fault.problem.remedy)))
    }
    return .members(
      ("draft", view.draft.map { .count($0.number) }), ("version", .count(view.version)), ("base", .count(view.base.version)),
      ("changes", .list(view.changes.map(ProfileShapes.json))), ("faults", .list(wrong)), ("contested", .texts(view.contested)))
  }
}
