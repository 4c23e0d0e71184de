import Casework
import Testing

/// What has been written must be readable for ever: the shapes in `WrittenShapes.swift` may get company, never change.
@Suite struct StoredShapeTests {
  private func check<E: StreamEvent & Equatable>(_ events: [E], _ written: [String]) throws {
    #expect(events.count == written.count)
    for (event, text) in zip(events, written) {
      #expect(try json(event) == text)
      #expect(try decode(E.self, text) == event)
    }
  }

  @Test func orderEventsAreWrittenAsEver() throws { try check(Samples.order, WrittenShapes.order) }
  @Test func appealEventsAreWrittenAsEver() throws { try check(Samples.appeal, WrittenShapes.appeal) }
  @Test func participationEventsAreWrittenAsEver() throws { try check(Samples.participation, WrittenShapes.participation) }

  @Test func measureEventsAreWrittenAsEver() throws { try check(Samples.measure, WrittenShapes.measure) }

  @Test func everyKindOfEventIsAmongThem() {
    #expect(Set(Samples.order.map(\.action)) == Set(OrderAction.allCases))
    #expect(Set(Samples.appeal.map(\.action)) == Set(AppealAction.allCases))
    #expect(Set(Samples.participation.map(\.action)) == Set(ParticipationAction.allCases))
    #expect(Set(Samples.measure.map(\.action)) == Set(MeasureAction.allCases))
  }

  @Test func eachIsOneWordWithItsContent() {
    for text in WrittenShapes.order + WrittenShapes.appeal + WrittenShapes.participation + WrittenShapes.measure {
      #expect(text.hasPrefix("{\"") && text.contains("\":{") && text.hasSuffix("}}"))
    }
  }

  @Test func storedWordsStay() {
    #expect(
      OrderState.allCases.map(\.rawValue) == [
        "pending-dispatch", "pending-signature", "handling", "objection", "disputed", "suspended", "review", "callback", "continued-report",
        "closed", "archived", "withdrawn", "handed-over",
      ])
    #expect(AppealState.allCases.map(\.rawValue) == ["recorded", "answered", "refused", "handed-over", "in-hand", "withdrawn"])
    #expect(ParticipationState.allCases.map(\.rawValue) == ["open", "settled", "parted"])
    #expect(Outcome.allCases.map(\.rawValue) == ["solved", "explained", "partial", "unresolved", "untrue", "not-ours"])
    #expect(OrderEvent.Verdict.allCases.map(\.rawValue) == ["settled", "unreached", "unsolved", "unreasonable"])
    #expect(OrderEvent.Ruling.allCases.map(\.rawValue) == ["accept", "reject", "dispute"])
  }
}
