import CaseFile
import Casework
import Ledger
import Profiles
import Web
import Workdays

/// The dispatch catalogue 派单目录 for those who read and keep it: rules, the draft, its trial and release, what fails, and
/// rulings that become rules.
public struct CatalogueDesk: Sendable {
  let ledger: Ledger
  let shelf: ProfileShelf

  public init(ledger: Ledger, shelf: ProfileShelf) {
    self.ledger = ledger
    self.shelf = shelf
  }

  static let editors: Access = .roles(CatalogueRevision.editors)
  static let releasers: Access = .roles(CatalogueRevision.releasers)
  private static let both: Set<Endpoint.Surface> = [.api, .page]

  public var endpoints: [Endpoint] { reading + editing + drafting }

  private var reading: [Endpoint] {
    [
      .get(
        "catalogue", .signedIn, Phrase("派单目录", "The dispatch catalogue"), query: RuleForm.list, answers: .page(of: .catalogueRule),
        surfaces: Self.both, handle: list),
      .get(
        "catalogue/rules/{id}", .signedIn, Phrase("目录规则", "A rule of the catalogue"), answers: .catalogueRule, surfaces: Self.both,
        handle: rule),
      .get(
        "catalogue/failures", Self.editors, Phrase("失效规则", "Rules that fail"), answers: .page(of: .catalogueFailure), surfaces: Self.both,
        handle: failures),
      .page("catalogue/parts/failing", Self.editors, Phrase("失效规则件数", "How many rules fail"), handle: failing),
      .get(
        "precedents", Self.editors, Phrase("裁定先例", "Rulings as precedents"), query: RuleForm.pages, answers: .page(of: .precedent),
        surfaces: Self.both, handle: precedents),
      .get(
        "catalogue/declined-proposals", Self.editors, Phrase("未采纳的建议", "Proposals not taken"), query: RuleForm.pages,
        answers: .page(of: .declinedProposal), surfaces: Self.both, handle: declined),
    ]
  }

  private var editing: [Endpoint] {
    [
      .page("catalogue/new-rule", Self.editors, Phrase("新增规则", "A new rule"), handle: newRule), setRule,
      dropRule, undoRule,
      .post(
        "precedents/{number}/rule", Self.editors, Phrase("转为目录规则", "Make it a rule"), form: RuleForm.ofPrecedent,
        answers: .catalogueReceipt,
        handle: ruleOfPrecedent),
    ]
  }

  var setRule: Endpoint {
    .post(
      "catalogue/rules", Self.editors, Phrase("写入草稿", "Put it into the draft"), form: RuleForm.rule, answers: .catalogueReceipt,
      redraw: { call, problem in
        RulePage(profile: ledger.profile(), call: call, endpoints: self).form(values: call.submitted, problem: problem)
      }, handle: set)
  }
  var dropRule: Endpoint {
    .post(
      "catalogue/rules/{id}/removal", Self.editors, Phrase("停用此规则", "Take the rule out"), answers: .catalogueReceipt, handle: drop)
  }
  var undoRule: Endpoint {
    .post("catalogue/rules/{id}/undo", Self.editors, Phrase("撤回改动", "Take the change back"), answers: .catalogueReceipt, handle: undo)
  }

  private var drafting: [Endpoint] {
    [
      .get("catalogue/draft", Self.editors, Phrase("目录草稿", "The draft"), answers: .catalogueDraft, surfaces: Self.both, handle: draft),
      tryDraft, releaseDraft, discardDraft,
      .get(
        "catalogue/draft/trial", Self.editors, Phrase("试运行结果", "What the draft would have done"), query: TrialForm.list,
        answers: .catalogueTrial, surfaces: Self.both, handle: trial),
    ]
  }

  var tryDraft: Endpoint {
    .post(
      "catalogue/draft/trial", Self.editors, Phrase("试运行", "Try it on past orders"), form: TrialForm.days, answers: .catalogueReceipt,
      handle: runTrial)
  }
  var releaseDraft: Endpoint {
    .post(
      "catalogue/draft/release", Self.releasers, Phrase("发布目录", "Release it"), form: RuleForm.release, answers: .catalogueReceipt,
      handle: release)
  }
  var discardDraft: Endpoint {
    .post("catalogue/draft/discard", Self.editors, Phrase("放弃草稿", "Discard the draft"), answers: .catalogueReceipt, handle: discard)
  }
}

extension CatalogueDesk {
  @Sendable private func set(_ call: Call) async throws -> Answer {
    let rule = try RuleForm.rule(call.input)
    // What a meeting has decided stands instead of what was there.
    let isDecision = rule.origin.source == .meeting && rule.id.isEmpty
    let receipt = try await ledger.perform(SetCatalogueRule(rule, displaces: isDecision), for: call)
    return .ok(json: receipt, at: Paths.catalogueRule(receipt.rule ?? ""))
  }

  @Sendable private func drop(_ call: Call) async throws -> Answer {
    .ok(json: try await ledger.perform(DropCatalogueRule(call.parameter("id")), for: call), at: Paths.catalogueDraft)
  }

  @Sendable private func undo(_ call: Call) async throws -> Answer {
    .ok(json: try await ledger.perform(DropCatalogueRule(call.parameter("id"), undo: true), for: call), at: Paths.catalogueDraft)
  }

  @Sendable private func ruleOfPrecedent(_ call: Call) async throws -> Answer {
    let basis = call.input.optionalText("basis").map { Phrase($0, $0) }
    let receipt = try await ledger.perform(RuleOfPrecedent(order: call.number, basis: basis), for: call)
    return .ok(json: receipt, at: Paths.catalogueRule(receipt.rule ?? ""))
  }

  @Sendable private func runTrial(_ call: Call) async throws -> Answer {
    let (from, to) = try TrialForm.days(call.input, now: call.now)
    let run = try await TrialRun.prepare(ledger, from: from, to: to, on: call.now.day)
    let figures = try await ledger.look { sql, _ in try run.figures(sql) }
    let receipt = try await ledger.perform(RecordTrial(figures), for: call)
    return .ok(json: receipt, at: "\(Paths.catalogueTrial)?from=\(from)&to=\(to)")
  }

  @Sendable private func release(_ call: Call) async throws -> Answer {
    let receipt = try await ledger.perform(ReleaseCatalogue(effective: call.input.day("effective")), for: call)
    try await shelf.refresh()
    return .ok(json: receipt, at: Paths.catalogue)
  }

  @Sendable private func discard(_ call: Call) async throws -> Answer {
    .ok(json: try await ledger.perform(DiscardCatalogue(), for: call), at: Paths.catalogue)
  }
}
