import CaseFile
import Casework
import Ledger
import Web
import Workdays

/// Sixth stage: somebody who did not handle it asks the citizen; what is not solved goes back by itself.
public struct FollowUpStage: Sendable {
  let ledger: Ledger

  public init(ledger: Ledger) { self.ledger = ledger }

  public var endpoints: [Endpoint] {
    [
      .post(
        "orders/{number}/callback", .roles([.followup, .leader, .intake]), OrderAction.callBack.phrase, action: "callback",
        form: FollowUpForm.callback, answers: .orderReceipt, handle: callBack),
      .post(
        "orders/{number}/unreasonable", .roles([.followup, .leader, .intake]), OrderAction.askUnreasonable.phrase, action: "unreasonable",
        form: FollowUpForm.unreasonable, answers: .orderReceipt, handle: callUnreasonable),
      .post(
        "orders/{number}/unreasonable-decision", .roles([.supervisor, .shiftLeader]), OrderAction.decideUnreasonable.phrase,
        action: "unreasonable-decision", form: FollowUpForm.decideUnreasonable, answers: .orderReceipt, handle: decideUnreasonable),
      .post(
        "orders/{number}/recheck", .roles([.followup, .supervisor]), OrderAction.recheck.phrase, action: "recheck",
        form: FollowUpForm.recheck, answers: .orderReceipt, handle: recheck),
      .post(
        "orders/{number}/continued-report", .roles([.officer, .intake, .supervisor]), OrderAction.report.phrase, action: "continued-report",
        form: FollowUpForm.report, answers: .orderReceipt, handle: report),
      .post(
        "orders/{number}/closure", .roles([.supervisor, .dispatcher]), OrderAction.close.phrase, action: "close",
        form: FollowUpForm.closure, answers: .orderReceipt, handle: close),
      .post(
        "orders/{number}/publication", .roles([.dispatcher, .followup, .supervisor]), OrderAction.publish.phrase, action: "publication",
        form: FollowUpForm.publication, answers: .orderReceipt, handle: publish),
      .post(
        "orders/{number}/publication-withdrawal", .roles([.dispatcher, .followup, .supervisor]), OrderAction.unpublish.phrase,
        action: "publication-withdrawal", form: FollowUpForm.unpublishing, answers: .orderReceipt, handle: unpublish),
    ]
  }

  @Sendable private func callBack(_ call: Call) async throws -> Answer { try await ledger.done(FollowUpForm.callBack(call), call) }

  @Sendable private func recheck(_ call: Call) async throws -> Answer {
    let verb = RecheckOrder(
      order: call.number, onSite: call.input.text("where") == "site", confirmed: call.input.text("result") == "confirmed",
      note: call.input.text("note"), seen: call.input.seen)
    return try await ledger.done(verb, call)
  }

  @Sendable private func report(_ call: Call) async throws -> Answer { try await ledger.done(FollowUpForm.report(call), call) }

  @Sendable private func callUnreasonable(_ call: Call) async throws -> Answer {
    let input = call.input
    return try await ledger.done(
      CallUnreasonable(order: call.number, appeal: input.text("appeal"), evidence: input.text("evidence"), seen: input.seen), call)
  }

  @Sendable private func decideUnreasonable(_ call: Call) async throws -> Answer {
    let verb = DecideUnreasonable(
      order: call.number, appeal: call.input.optionalText("appeal"), granted: call.input.text("decision") == "grant",
      note: call.input.optionalText("note"), seen: call.input.seen)
    return try await ledger.done(verb, call)
  }

  @Sendable private func publish(_ call: Call) async throws -> Answer {
    let input = call.input
    return try await ledger.done(
      PublishAnswer(order: call.number, title: input.text("title"), text: input.text("text"), seen: input.seen), call)
  }

  @Sendable private func unpublish(_ call: Call) async throws -> Answer {
    try await ledger.done(WithdrawPublication(order: call.number, reason: call.input.text("reason"), seen: call.input.seen), call)
  }

  @Sendable private func close(_ call: Call) async throws -> Answer {
    let verb = CloseOrder(
      order: call.number, ending: call.input.text("ending"), evidence: call.input.text("evidence"), seen: call.input.seen)
    return try await ledger.done(verb, call)
  }
}
