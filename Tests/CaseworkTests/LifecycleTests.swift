import Casework
import Testing

/// The tables as tables: no state without a way in or out, no line that contradicts another, nobody left out.
@Suite struct LifecycleTests {
  /// Actions that leave an order where it stands, so that they count neither as a way in nor as a way out.
  private static let staying: Set<OrderAction> = [
    .delegate, .assist, .collect, .requestExtension, .decideExtension, .contact, .recategorise, .urge, .supervise, .note, .attach, .join,
    .reachRung, .recompute, .commit, .askUnreasonable,
  ]

  /// Where each state leads by actions that move it; parting an appeal moves an order to an end only.
  private static func ways(from state: OrderState) -> Set<OrderState> {
    var ways = Set<OrderState>()
    for line in Order.lifecycle.transitions where line.from.contains(state) && !staying.contains(line.action) {
      ways.formUnion(line.action == .part ? line.to.subtracting(OrderState.open) : line.to)
    }
    return ways.subtracting([state])
  }

  private static func reached<S: Hashable>(from start: Set<S>, _ ways: (S) -> Set<S>) -> Set<S> {
    var known = start
    var fresh = start
    while !fresh.isEmpty {
      fresh = fresh.reduce(into: Set()) { $0.formUnion(ways($1)) }.subtracting(known)
      known.formUnion(fresh)
    }
    return known
  }

  @Test func everyStateOfAnOrderCanBeReached() {
    #expect(Self.reached(from: [.pendingDispatch, .handedOver], Self.ways) == Set(OrderState.allCases))
  }

  @Test(arguments: OrderState.allCases) func whatIsOpenHasAWayOutAndCanEnd(_ state: OrderState) {
    if OrderState.ended.contains(state) { return }
    #expect(!Self.ways(from: state).isEmpty)
    #expect(!Self.reached(from: [state], Self.ways).isDisjoint(with: OrderState.ended))
  }

  @Test func openAndEndedAreAllStates() {
    #expect(OrderState.open.isDisjoint(with: OrderState.ended))
    #expect(OrderState.open.union(OrderState.ended) == Set(OrderState.allCases))
  }

  @Test func onlyAClosedOrderMovesOnFromItsEnd() {
    #expect(Self.ways(from: .archived).isEmpty, "what is published stays archived")
    #expect(Self.ways(from: .withdrawn).isEmpty)
    #expect(Self.ways(from: .closed) == [.archived, .pendingSignature, .continuedReport, .callback])
  }

  @Test func everyActionOfAnOrderStandsInTheTable() {
    #expect(Set(Order.lifecycle.transitions.map(\.action)).union(Order.births.keys) == Set(OrderAction.allCases))
    #expect(Set(Appeal.lifecycle.transitions.map(\.action)).union(Appeal.births.keys) == Set(AppealAction.allCases))
    #expect(Set(Participation.lifecycle.transitions.map(\.action)).union(Participation.births.keys) == Set(ParticipationAction.allCases))
  }

  private static func soundness<S: EventStream>(_ type: S.Type) where S.State: CaseIterable {
    for state in S.State.allCases {
      let actions = S.lifecycle.actions(in: state)
      #expect(actions.count == Set(actions).count, "\(state.rawValue) has an action in two lines")
      for action in actions { #expect(S.lifecycle.line(state, action)?.action == action) }
    }
    for line in S.lifecycle.transitions {
      #expect(!line.from.isEmpty && !line.to.isEmpty)
      #expect(!line.who.roles.isEmpty || line.who.system || line.who.citizen, "nobody may do \(line.action.rawValue)")
      #expect(line.starts.isDisjoint(with: line.pauses))
    }
  }

  @Test func noActionStandsInTwoLinesAndSomebodyMayTakeEach() {
    Self.soundness(Order.self)
    Self.soundness(Appeal.self)
    Self.soundness(Participation.self)
  }

  @Test func everyStateOfAnAppealCanBeReached() {
    let ways = { (state: AppealState) in
      Appeal.lifecycle.transitions.filter {
        $0.from.contains(state) && ![.correct, .rate, .attach, .reveal, .askRefusal, .hearHandover].contains($0.action)
      }
      .reduce(into: Set<AppealState>()) { $0.formUnion($1.to) }
    }
    #expect(Self.reached(from: [.recorded], ways) == Set(AppealState.allCases))
  }

  @Test func whoDispatchesNeverSignsForTheUnit() {
    let sign = Order.lifecycle.line(.pendingSignature, .sign)
    #expect(sign?.who == Permission([.officer, .intake], .holder))
    #expect(Order.lifecycle.line(.pendingSignature, .autoSign)?.who == .system)
    #expect(Order.lifecycle.line(.disputed, .rule)?.who == Permission([.staffing], .owner))
  }

  @Test func everyWordIsInTwoLanguages() {
    let phrases =
      OrderState.allCases.map(\.phrase) + OrderAction.allCases.map(\.phrase) + AppealState.allCases.map(\.phrase)
      + AppealAction.allCases.map(\.phrase) + Role.allCases.map(\.phrase) + ClockKind.allCases.map(\.phrase)
    #expect(phrases.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty })
  }
}
