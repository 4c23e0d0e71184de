import CaseFile
import Casework
import Ledger
import Web
import Workdays

/// Third stage: to exactly the unit whose duty it is; signed for, contested, ruled on.
public struct DispatchStage: Sendable {
  let ledger: Ledger

  public init(ledger: Ledger) { self.ledger = ledger }

  static let owners: Access = .roles([.dispatcher, .intake, .officer])
  private static let holders: Access = .roles([.officer, .intake])

  public var endpoints: [Endpoint] {
    [
      .post(
        "orders/{number}/dispatch", Self.owners, OrderAction.dispatch.phrase, action: "dispatch", form: DispatchForm.dispatch,
        answers: .orderReceipt, handle: dispatch),
      .post(
        "orders/{number}/signature", Self.holders, OrderAction.sign.phrase, action: "sign", form: [.seen],
        answers: .orderReceipt, handle: sign),
      .post(
        "orders/{number}/return", Self.holders, OrderAction.giveBack.phrase, action: "return", form: DispatchForm.giveBack,
        answers: .orderReceipt, handle: giveBack),
      .post(
        "orders/{number}/ruling", .roles([.dispatcher, .intake, .officer, .staffing]), OrderAction.rule.phrase, action: "rule",
        form: DispatchForm.ruling, answers: .orderReceipt, handle: rule),
      .post(
        "orders/{number}/category", .roles([.agent, .dispatcher, .intake]), OrderAction.recategorise.phrase, action: "recategorise",
        form: DispatchForm.category, answers: .orderReceipt, handle: recategorise),
    ] + proposing + several
  }

  @Sendable private func dispatch(_ call: Call) async throws -> Answer {
    let verb = DispatchOrder(
      order: call.number, unit: UnitID(call.input.text("unit")), assist: call.input.texts("assist").map { UnitID($0) },
      note: call.input.optionalText("note"), seen: call.input.seen)
    return try await ledger.done(verb, call)
  }

  @Sendable private func sign(_ call: Call) async throws -> Answer {
    try await ledger.done(SignOrder(order: call.number, seen: call.input.seen), call)
  }

  @Sendable private func giveBack(_ call: Call) async throws -> Answer {
    let verb = ReturnOrder(
      order: call.number, reason: call.input.text("reason"), basis: call.input.text("basis"), seen: call.input.seen)
    return try await ledger.done(verb, call)
  }

  @Sendable private func rule(_ call: Call) async throws -> Answer {
    let verb = RuleOnReturn(
      order: call.number, decision: call.input.word("decision") ?? .reject, unit: call.input.optionalText("unit").map { UnitID($0) },
      lock: call.input.flag("lock"), note: call.input.optionalText("note"), seen: call.input.seen)
    return try await ledger.done(verb, call)
  }

  @Sendable private func recategorise(_ call: Call) async throws -> Answer {
    let verb = RecategoriseOrder(
      order: call.number, category: call.input.optionalText("category").map { CategoryID($0) }, kind: call.input.word("kind"),
      urgency: call.input.word("urgency"), reason: call.input.optionalText("reason"), seen: call.input.seen)
    return try await ledger.done(verb, call)
  }
}

/// The forms of dispatch.
enum DispatchForm {
  static let dispatch: Form = [
    .required("unit", .reference(.unit), Phrase("承办单位", "Unit")),
    Field("assist", .list(of: .reference(.unit), max: 10), Phrase("协办单位", "Assisting units")), .note, .seen,
  ]
  static let seat: Form = [.required("unit", .reference(.unit), Phrase("值守单位", "Unit on duty")), .note, .seen]
  static let decline: Form = [
    .required("unit", .reference(.unit), Phrase("建议的单位", "Unit proposed")), .tick("back", Phrase("放回建议", "Put it back")), .seen,
  ]
  static let giveBack: Form = [
    .required("reason", .line(60), Phrase("退单理由", "Reason")),
    .words("basis", Phrase("依据", "Basis"), help: Phrase("请写明职责依据。", "Name the rule that says whose duty it is.")), .seen,
  ]
  static let ruling: Form = [
    .required("decision", .choice(of: OrderEvent.Ruling.self), Phrase("裁定", "Ruling")),
    Field("unit", .reference(.unit), Phrase("改派单位", "Unit it goes to")), .tick("lock", Phrase("锁定，不得再退", "Lock: no more returns")),
    .words("note", Phrase("理由", "Why"), required: false, help: Phrase("驳回须写明理由。", "Say why when you reject.")), .seen,
  ]
  static let category: Form = [
    Field("category", .reference(.category), Phrase("分类", "Category")), Field("kind", .choice(of: Kind.self), Phrase("类型", "Kind")),
    Field("urgency", .choice(of: Urgency.self), Phrase("紧急程度", "Urgency")), Field("reason", .lines(500), Phrase("原因", "Why")), .seen,
  ]
}
