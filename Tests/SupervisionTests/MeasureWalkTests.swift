import Casework
import Store
import Testing
import Workdays

@testable import Supervision

/// Thousands of random ways through the table: whatever happens in whatever order, the fold stays within it.
@Suite struct MeasureWalkTests {
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// An event of this action that a verb could decide; nil where it would refuse.
  private func event(_ action: MeasureAction, of measure: Measure, _ step: Int64, _ dice: inout Dice) -> MeasureEvent? {
    let text = TextID(1000 + step)
    let fresh = [Samples.duty("urban", 2000 + step)]
    let waiting = measure.duties.filter { !$0.isDone }.map(\.unit)
    let party = MeasureParty.allCases.randomElement(using: &dice) ?? .hotline
    switch action {
    case .open: return nil
    case .receive: return waiting.randomElement(using: &dice).map { .received(unit: $0) }
    case .answer: return waiting.randomElement(using: &dice).map { .answered(unit: $0, text: text) }
    case .accept: return MeasureRules.obstacle(to: measure) == nil ? .accepted(text: nil) : nil
    case .reject:
      return measure.duties.isEmpty
        ? nil : .rejected(text: text, duties: measure.duties.map { Duty(unit: $0.unit, demand: $0.demand, clock: Samples.clock()) })
    case .assign: return .assigned(duties: fresh)
    case .instruct: return .instructed(text: text, duties: Bool.random(using: &dice) ? fresh : [])
    case .inspect:
      return .inspected(
        finding: Finding(at: Samples.monday, place: nil, text: text, confirmed: false), duties: Bool.random(using: &dice) ? fresh : [])
    case .fileCase: return .filed(party: party)
    case .opine: return measure.file(of: party).map { $0.signedAt == nil } == true ? .opined(party: party, text: text) : nil
    case .sign: return measure.file(of: party)?.opinion != nil && measure.file(of: party)?.signedAt == nil ? .signed(party: party) : nil
    case .decide:
      guard MeasureRules.obstacle(to: measure, by: .system) == nil else { return nil }
      let decision = MeasureDecision(result: .ruling, unit: "urban", category: nil, text: text, at: Samples.monday)
      return .decided(decision: decision, duties: Bool.random(using: &dice) ? fresh : [])
    case .meet: return .met(meeting: MatterMeeting(at: Samples.monday, units: [], agenda: text, minutes: text), clock: Samples.clock())
    case .review: return .reviewed(text: text, clock: Samples.clock())
    case .approve: return .approved(text: nil, duties: fresh)
    case .refuse: return .refused(text: text)
    case .agree: return .agreed(text: nil, duties: fresh)
    case .link: return .linked(appeals: [AppealID(step)])
    case .broadcast: return .broadcast(text: text)
    case .urge: return .urged(text: nil)
    case .remark: return .remarked(text: text)
    case .attach: return .attached(file: AttachmentID(step))
    case .withdraw: return Int.random(in: 0..<40, using: &dice) == 0 ? .withdrawn(reason: text) : nil
    }
  }

  @Test(arguments: MeasureKind.allCases) func everyWayStaysWithinTheTable(_ kind: MeasureKind) throws {
    var ends: Set<MeasureState> = []
    for seed in 0..<60 {
      var dice = Dice(state: UInt64(seed))
      var measure = try Samples.measure(kind)
      for step in 0..<(kind == .threeParty ? 200 : 40) {
        let known = Measure.lifecycle.actions(in: measure.state).filter(measure.knows)
        guard let action = known.randomElement(using: &dice), let event = event(action, of: measure, Int64(step), &dice) else { continue }
        let line = try #require(Measure.lifecycle.line(measure.state, action))
        let before = measure.state
        measure = try Measure.fold(measure, Samples.fact(event, at: Samples.monday.adding(hours: step)))
        #expect(line.to.contains(measure.state), "\(kind): \(action) led from \(before) to \(measure.state)")
        try check(measure, event)
      }
      ends.insert(measure.state)
    }
    #expect(ends.contains(.closed) && ends.contains(.withdrawn), "\(kind) ends only as \(ends)")
  }

  private func check(_ measure: Measure, _ event: MeasureEvent) throws {
    #expect(try StoredJSON.decode(Measure.self, from: StoredJSON.encode(measure)) == measure)
    #expect(try StoredJSON.decode(MeasureEvent.self, from: StoredJSON.encode(event)) == event)
    for duty in measure.duties where measure.isRunning { #expect(duty.isDone == (duty.clock.stoppedAt != nil)) }
    if measure.state == .answered { #expect(measure.duties.allSatisfy { $0.isDone }) }
    if measure.isRunning { return }
    #expect(measure.closedAt != nil && measure.nextClock == nil && measure.clocks.allSatisfy { $0.stoppedAt != nil })
    #expect(Measure.lifecycle.actions(in: measure.state).isEmpty)
  }

  @Test func everyStateIsReachedAndEveryActionStandsInTheTable() {
    let actions = Set(Measure.lifecycle.transitions.map(\.action)).union(Measure.births.keys)
    #expect(actions == Set(MeasureAction.allCases))
    #expect(Measure.lifecycle.transitions.reduce(into: Set<MeasureState>([.open])) { $0.formUnion($1.to) } == Set(MeasureState.allCases))
    for kind in MeasureKind.allCases { #expect(!kind.openers.isEmpty && kind.actions.isSuperset(of: [.accept, .withdraw])) }
  }

  @Test func noActionStandsInTwoLinesOfOneState() {
    for state in MeasureState.allCases {
      let actions = Measure.lifecycle.actions(in: state)
      #expect(actions.count == Set(actions).count, "\(state) has an action in two lines")
    }
  }
}
