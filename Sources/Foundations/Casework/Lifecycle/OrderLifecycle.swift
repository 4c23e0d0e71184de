import Workdays

extension Order {
  private typealias Line = Transition<OrderState, OrderAction>

  private static let hub: Set<Role> = [.dispatcher, .intake]
  private static let publishers = Permission([.dispatcher, .followup, .supervisor], .owner)
  private static let ownerOffice: Set<Role> = [.dispatcher, .intake, .officer]

  /// The one table: what can happen to an order, by whom, where it leads and what its clocks do.
  /// Numbers in `why` are those of `docs/sources.md`.
  public static let lifecycle = Lifecycle<OrderState, OrderAction>(
    dispatching + handling + answering + afterwards + anytime)

  private static let dispatching: [Line] = [
    Line(
      [.pendingDispatch], .dispatch, to: [.pendingSignature], by: Permission(ownerOffice, .owner),
      starts: [.sign, .handling, .firstContact, .returnWindow], stops: [.transfer],
      why: "3: the handling clock starts at dispatch, so that not signing never helps"),
    Line([.pendingSignature], .sign, to: [.handling], by: Permission([.officer, .intake], .holder), stops: [.sign]),
    Line([.pendingSignature], .autoSign, to: [.handling], by: .system, stops: [.sign], why: "16: signed by the clock at its limit"),
    Line(
      [.pendingSignature, .handling], .giveBack, to: [.objection], by: Permission([.officer, .intake], .holder),
      starts: [.ruling], stops: [.sign], why: "10: within two working days, with reason and basis"),
    Line(
      [.objection], .rule, to: [.pendingSignature, .pendingDispatch, .handling, .disputed], by: Permission(ownerOffice, .owner),
      starts: [.sign, .handling, .firstContact, .returnWindow, .transfer], stops: [.ruling],
      why: "3: objections are reviewed by the side that dispatched"),
    Line(
      [.disputed], .rule, to: [.pendingSignature, .handling], by: Permission([.staffing], .owner),
      starts: [.sign, .handling, .firstContact, .returnWindow], stops: [.ruling], why: "3: the staffing office rules disputes"),
  ]

  private static let handling: [Line] = [
    Line(
      [.handling], .delegate, to: [.handling], by: Permission([.officer, .intake], .holder),
      why: "the task below inherits the outer deadline"),
    Line(
      [.handling], .assist, to: [.handling], by: Permission([.officer, .intake], .holder).or([.dispatcher, .supervisor], .owner),
      why: "002: one leads, others assist; 000: what units called together agree on are tasks"),
    Line(
      [.pendingSignature], .assist, to: [.pendingSignature], by: Permission(ownerOffice.union([.supervisor]), .owner),
      why: "002: whoever dispatches names the assisting units at once"),
    Line(
      OrderState.open, .collect, to: OrderState.open, by: Permission(ownerOffice, .viewer, system: true),
      why: "a task's end is taken in by the order above it"),
    Line([.handling], .requestExtension, to: [.handling], by: Permission([.officer, .intake], .holder), starts: [.extension]),
    Line(
      [.handling, .pendingSignature, .objection], .decideExtension, to: [.handling, .pendingSignature, .objection],
      by: Permission([.dispatcher, .supervisor, .intake, .officer], .owner), stops: [.extension],
      why: "002: the citizen is told the new date and why"),
    Line(
      [.handling], .suspend, to: [.suspended], by: Permission([.officer, .intake], .holder), pauses: [.handling, .redo, .firstContact]),
    Line([.suspended], .resume, to: [.handling], by: Permission([.officer, .intake, .dispatcher, .supervisor], .viewer, system: true)),
    Line(
      [.pendingSignature, .handling, .suspended, .continuedReport], .contact,
      to: [.pendingSignature, .handling, .suspended, .continuedReport],
      by: Permission([.officer, .intake], .holder), stops: [.firstContact]),
    Line(
      [.handling, .continuedReport], .commit, to: [.handling, .continuedReport], by: Permission([.officer, .intake], .holder),
      starts: [.commitment], why: "004: a promise to the citizen is a clock"),
    Line(
      [.handling], .feedBack, to: [.review], by: Permission([.officer, .intake], .holder),
      stops: [.handling, .redo, .firstContact, .returnWindow, .commitment, .extension],
      why: "what was asked for while it was handled ends with the answer"),
  ]

  private static let answering: [Line] = [
    Line(
      [.review], .headReview, to: [.review, .handling], by: Permission([.leader], .holder), starts: [.redo, .handling],
      why: "004: the answer to what a leader took in person passes under the eyes of the unit's own head before all others"),
    Line(
      [.review], .review, to: [.review, .callback, .handling, .closed, .continuedReport],
      by: Permission([.dispatcher, .supervisor, .intake, .officer, .leader], .owner),
      starts: [.followUp, .continuedReport, .redo, .handling],
      why: "004: what a leader answered passes under those eyes first, then the office's; one that fails goes back with the time left"),
    Line(
      [.callback], .callBack, to: [.callback, .closed, .pendingSignature, .pendingDispatch, .continuedReport],
      by: Permission([.followup, .leader, .intake], .owner, citizen: true, system: true),
      starts: [.redo, .sign, .transfer, .continuedReport], stops: [.followUp],
      why: "003, 17: redone once and shorter, then under supervision; leaders may call back too, and a citizen's own “not solved” counts"),
    Line(
      [.closed], .callBack, to: [.pendingSignature], by: Permission([], .owner, citizen: true), starts: [.redo, .sign],
      why: "17: a citizen who was not asked may still say within the profile's days that it is not solved"),
    Line(
      [.callback], .askUnreasonable, to: [.callback], by: Permission([.followup, .leader, .intake], .owner),
      why: "29: with evidence; until a second person agrees it counts as reasonable"),
    Line(
      [.callback], .decideUnreasonable, to: [.callback, .closed, .pendingSignature, .pendingDispatch, .continuedReport],
      by: Permission([.supervisor, .shiftLeader], .owner), starts: [.redo, .sign, .transfer, .continuedReport], stops: [.followUp],
      why: "29: agreed, it leaves the base of satisfaction; not agreed, it is redone like any other"),
    Line(
      [.handedOver], .reportHandover, to: [.handedOver, .closed],
      by: Permission([.agent, .dispatcher, .supervisor, .shiftLeader, .followup, .intake], .owner),
      why: "2: both sides keep a record of what was handed over"),
    Line(
      [.callback, .handedOver, .continuedReport], .close, to: [.closed], by: Permission([.supervisor, .dispatcher], .owner),
      stops: [.followUp, .continuedReport, .commitment], why: "29: an honest ending needs its evidence and an approver"),
    Line(
      [.closed], .recheck, to: [.closed, .pendingSignature], by: Permission([.followup, .supervisor], .owner),
      starts: [.redo, .sign], why: "002: re-check on file or on site"),
    Line(
      [.closed, .callback, .continuedReport], .report, to: [.continuedReport, .callback],
      by: Permission([.officer, .intake, .supervisor], .viewer), starts: [.continuedReport, .followUp],
      stops: [.continuedReport, .followUp, .commitment],
      why: "003: reported again until it is done; never solved before the citizen says so"),
    Line(
      [.closed], .archive, to: [.archived], by: Permission([.supervisor, .dispatcher, .followup, .intake], .owner, system: true), why: "004"
    ),
  ]

  private static let afterwards: [Line] = [
    Line(
      [.pendingDispatch, .pendingSignature, .handling, .objection, .disputed, .suspended, .review, .callback], .join,
      to: OrderState.open, by: Permission([.agent, .dispatcher, .intake], .viewer, citizen: true),
      why: "3: duplicates are one order"),
    Line(
      [.pendingDispatch, .pendingSignature, .handling, .objection, .disputed, .suspended, .review, .callback], .part,
      to: OrderState.open.union([.withdrawn, .closed, .continuedReport]),
      by: Permission([.agent, .dispatcher, .intake], .viewer, citizen: true, system: true)),
    Line(
      OrderState.open, .withdraw, to: [.withdrawn], by: Permission(ownerOffice, .owner, citizen: true, system: true),
      stops: Set(ClockKind.allCases)),
  ]

  private static let anytime: [Line] = [
    Line(
      [.pendingDispatch, .pendingSignature, .handling, .objection, .disputed, .suspended], .recategorise,
      to: [.pendingDispatch, .pendingSignature, .handling, .objection, .disputed, .suspended],
      by: Permission([.agent, .dispatcher, .intake], .viewer), starts: [.transfer, .handling, .sign],
      why: "the clocks follow the new rule from the old start"),
    Line(OrderState.open, .urge, to: OrderState.open, by: Permission([.supervisor, .leader, .dispatcher, .intake], .viewer), why: "16"),
    Line(
      OrderState.open.union([.closed]), .supervise, to: OrderState.open.union([.closed]),
      by: Permission([.supervisor, .leader], .viewer, system: true),
      why: "11: supervised orders run on their own list; the ladder's measures mark theirs too"),
    Line(
      OrderState.open.union([.closed]), .note, to: OrderState.open.union([.closed]),
      by: Permission(Role.caseworkers.subtracting([.inspector, .analyst]), .viewer)),
    Line(
      OrderState.open, .attach, to: OrderState.open,
      by: Permission([.agent, .dispatcher, .officer, .supervisor, .intake, .followup], .viewer)),
    Line(
      [.closed], .publish, to: [.closed], by: publishers, why: "002: answers that many want are published, without anybody's words or name"),
    Line([.archived], .publish, to: [.archived], by: publishers),
    Line([.closed], .unpublish, to: [.closed], by: publishers),
    Line([.archived], .unpublish, to: [.archived], by: publishers),
    Line(OrderState.open, .reachRung, to: OrderState.open, by: .system, why: "10: cards and reminders are flags; the state stays"),
    Line(
      OrderState.open, .recompute, to: OrderState.open, by: .system,
      why: "32: a published year moves provisional deadlines, never to an earlier end"),
  ]
}
