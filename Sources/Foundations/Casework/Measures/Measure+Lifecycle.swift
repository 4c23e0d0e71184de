import Workdays

extension Measure {
  private typealias Line = Transition<MeasureState, MeasureAction>

  private static let supervising: Set<Role> = [.supervisor, .leader, .dispatcher, .intake]
  private static let answering: Set<Role> = [.officer, .intake, .leader]
  private static let parties = Set(MeasureParty.allCases.map(\.role))

  public static let births: [MeasureAction: Permission] = [
    .open: Permission(MeasureKind.allCases.reduce(into: Set()) { $0.formUnion($1.openers) }, .owner, system: true)
  ]

  /// The one table for all kinds; which of its lines a kind knows stands in `MeasureKind.actions`. Numbers in `why` are
  /// those of `docs/sources.md`.
  public static let lifecycle = Lifecycle<MeasureState, MeasureAction>(byUnits + byLeaders + byParties + atAnyTime)

  private static let byUnits: [Line] = [
    Line([.open, .inHand], .receive, to: [.inHand], by: Permission(answering, .holder)),
    Line(
      [.open, .inHand], .answer, to: [.inHand, .answered], by: Permission(answering, .holder),
      why: "each unit answers for itself; with the last answer it is judged"),
    Line([.inHand, .answered], .accept, to: [.closed], by: Permission(supervising, .owner), why: "closed only with every duty answered"),
    Line([.answered], .reject, to: [.inHand], by: Permission(supervising, .owner), why: "an answer that fails gets a new clock"),
    Line([.open, .inHand, .answered], .assign, to: [.inHand], by: Permission(supervising, .owner)),
    Line(
      [.open, .inHand, .answered], .agree, to: [.inHand], by: Permission(supervising, .owner),
      why: "000: units called together agree on what each does"),
  ]

  private static let byLeaders: [Line] = [
    Line(
      [.open, .inHand, .answered], .instruct, to: [.inHand, .answered], by: Permission([.leader], .owner),
      why: "004: the instruction comes back as duties with clocks"),
    Line(
      [.open], .approve, to: [.inHand, .answered], by: Permission([.leader], .owner), why: "12: criticism is published by approval only"),
    Line([.open], .refuse, to: [.withdrawn], by: Permission([.leader], .owner)),
  ]

  private static let byParties: [Line] = [
    Line([.open, .inHand], .fileCase, to: [.inHand], by: Permission(parties, .viewer), why: "003: each office opens this case's file"),
    Line([.inHand], .opine, to: [.inHand], by: Permission(parties, .viewer)),
    Line([.inHand], .sign, to: [.inHand, .answered], by: Permission(parties, .viewer), why: "003: decided only when all three signed"),
    Line(
      [.inHand, .answered], .decide, to: [.inHand, .answered], by: Permission(supervising.union([.staffing]), .owner),
      why: "003: a ruling, a duty list or a referral"),
    Line(
      [.open, .inHand, .answered], .meet, to: [.inHand], by: Permission([.supervisor, .dispatcher], .owner),
      why: "002: meetings on what is hard"),
    Line(
      [.inHand, .open], .review, to: [.inHand], by: Permission([.supervisor], .owner), why: "a long-running matter is looked at again"),
    Line([.open, .inHand, .answered], .inspect, to: [.inHand, .answered], by: Permission([.supervisor, .leader], .owner), why: "000"),
  ]

  private static let atAnyTime: [Line] = [
    Line(
      [.open, .inHand], .link, to: [.inHand], by: Permission([.agent, .dispatcher, .intake], .owner),
      why: "30: many callers, one order; each is still told and called back"),
    Line([.open, .inHand], .broadcast, to: [.inHand], by: Permission(supervising.union([.shiftLeader]), .owner)),
    Line(MeasureState.running, .urge, to: MeasureState.running, by: Permission(supervising, .owner, system: true)),
    Line(MeasureState.running, .remark, to: MeasureState.running, by: Permission(supervising.union(answering).union(parties), .viewer)),
    Line(MeasureState.running, .attach, to: MeasureState.running, by: Permission(supervising.union([.officer]), .viewer)),
    Line(MeasureState.running, .withdraw, to: [.withdrawn], by: Permission([.supervisor, .leader], .owner)),
  ]
}
