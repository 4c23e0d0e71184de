import Casework
import Testing
import Workdays

/// The fold: pure, the same each time, and never outside the table.
@Suite struct FoldTests {
  private func fact<E: StreamEvent>(_ event: E, by: AccountID = "agent", minutes: Int = 0) -> Fact<E> {
    Fact(event, stream: 7, at: Samples.start.adding(minutes: minutes), by: by, unit: "hotline")
  }

  private func order(in state: OrderState) throws -> Order {
    var order = try Order.fold(nil, fact(OrderEvent.raised(matter: Samples.bareMatter, state: state, clocks: [Samples.clock()])))
    order.unit = state == .pendingDispatch ? nil : "urban"
    order.pendingCallbacks = 1
    return order
  }

  @Test(arguments: OrderState.allCases) func whatTheTableAllowsLeadsWhereTheTableSays(_ state: OrderState) throws {
    for line in Order.lifecycle.transitions where line.from.contains(state) {
      for event in Samples.order where event.action == line.action {
        let before = try order(in: state)
        let after = try Order.fold(before, fact(event, minutes: 5))
        let claimed = Self.claimedState(of: event)
        if let claimed { #expect(after.state == claimed) } else { #expect(line.to.contains(after.state)) }
        #expect(try Order.fold(before, fact(event, minutes: 5)) == after)
        #expect(try decode(Order.self, json(after)) == after)
      }
    }
  }

  /// The state that an event itself carries; the ledger holds it against the table before it is written.
  private static func claimedState(of event: OrderEvent) -> OrderState? {
    switch event {
    case .ruled(_, _, _, _, let state, _), .reviewed(_, _, let state, _, _), .calledBack(_, _, _, let state, _),
      .rechecked(_, _, _, let state, _),
      .reported(_, _, _, let state, _, _, _), .unreasonableDecided(_, _, _, _, let state, _), .parted(_, _, _, let state):
      state
    default: nil
    }
  }

  @Test func aHistoryFoldsTheSameEachTimeAndThroughItsStoredForm() throws {
    var generator = SeededGenerator(state: 5)
    for _ in 0..<200 {
      let events = (0..<40).map { _ in Samples.order.randomElement(using: &generator) ?? .signed }
      var one = try order(in: .pendingDispatch)
      var other = one
      for (index, event) in events.enumerated() {
        one.apply(fact(event, minutes: index))
        other = try decode(Order.self, json(other))
        other.apply(fact(try decode(OrderEvent.self, json(event)), minutes: index))
      }
      #expect(one == other)
    }
  }

  @Test func appealsAndParticipationsFoldTheSameThroughTheirStoredForm() throws {
    var appeal = try Appeal.fold(nil, fact(Samples.appeal[0]))
    for event in Samples.appeal.dropFirst(2) {
      appeal.apply(fact(event))
      #expect(try decode(Appeal.self, json(appeal)) == appeal)
    }
    var part = try Participation.fold(nil, fact(Samples.participation[0]))
    for event in Samples.participation.dropFirst() {
      part.apply(fact(event))
      #expect(try decode(Participation.self, json(part)) == part)
    }
    #expect(part.state == .parted)
  }

  @Test func nothingButABirthBeginsAStream() {
    for event in Samples.order.dropFirst(2) { #expect(throws: FoldProblem.self) { try Order.fold(nil, fact(event)) } }
    for event in Samples.appeal.dropFirst(2) { #expect(throws: FoldProblem.self) { try Appeal.fold(nil, fact(event)) } }
    for event in Samples.participation.dropFirst() { #expect(throws: FoldProblem.self) { try Participation.fold(nil, fact(event)) } }
  }

  @Test func theTableStopsAndPausesTheClocks() throws {
    var order = try order(in: .handling)
    order.clocks = [Samples.clock(.handling), Samples.clock(.firstContact)]
    order.apply(fact(.suspended(reason: "works", text: nil, until: nil), minutes: 10))
    #expect(order.clocks.allSatisfy { $0.pausedAt == Samples.start.adding(minutes: 10) && !$0.isRunning })
    order.apply(fact(.resumed(clocks: [Samples.clock(.handling), Samples.clock(.firstContact)]), minutes: 20))
    order.apply(fact(.fedBack(feedback: Samples.feedback), by: "officer", minutes: 30))
    #expect(order.clocks.allSatisfy { $0.stoppedAt == Samples.start.adding(minutes: 30) })
    #expect(order.handlers == ["officer"] && order.nextClock == nil)
  }

  @Test func anAttemptDoesNotEndTheFirstContact() throws {
    var order = try order(in: .handling)
    order.clocks = [Samples.clock(.firstContact)]
    order.apply(fact(.contacted(proof: ContactProof(at: Samples.start, result: .unreachable, number: nil), note: nil), minutes: 1))
    #expect(order.clock(.firstContact)?.isRunning == true)
    order.apply(fact(.contacted(proof: ContactProof(at: Samples.start, result: .reached, number: nil), note: nil), minutes: 2))
    #expect(order.clock(.firstContact)?.stoppedAt == Samples.start.adding(minutes: 2))
  }

  @Test func aRedoneOrderIsOpenAgainAndCountsItsRounds() throws {
    var order = try order(in: .callback)
    order.apply(fact(.calledBack(appeal: AppealID(1), verdict: .unsolved, pending: 1, state: .pendingSignature, clocks: [])))
    #expect(order.redoRounds == 1 && order.closedAt == nil && order.unit == "urban" && order.signedAt == nil)
    order.state = .callback
    order.apply(fact(.calledBack(appeal: AppealID(1), verdict: .unsolved, pending: 1, state: .pendingDispatch, clocks: [])))
    #expect(order.redoRounds == 2 && order.supervisions == 1 && order.unit == nil)
  }
}
