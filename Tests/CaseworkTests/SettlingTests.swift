import Casework
import Testing

/// How an order ends once all call-backs are done.
@Suite struct SettlingTests {
  private func order(_ outcome: Outcome?) throws -> Order {
    let raised = OrderEvent.raised(matter: Samples.bareMatter, state: .callback, clocks: [])
    var order = try Order.fold(nil, Fact(raised, stream: 1, at: Samples.start, by: "agent", unit: "hotline"))
    order.feedback = outcome.map { Feedback(outcome: $0, reply: TextID(1), note: nil, contact: nil, fields: [:]) }
    return order
  }

  private func said(_ solved: Bool?, _ grade: Grade? = nil, reached: Bool = true, reasonable: Bool? = nil) throws -> Participation {
    let joined = ParticipationEvent.joined(appeal: AppealID(1), order: OrderID(1), citizen: CitizenID(1), merged: false)
    var part = try Participation.fold(nil, Fact(joined, stream: 1, at: Samples.start, by: "agent", unit: "hotline"))
    part.answers = CallbackAnswers(reached: reached, solved: solved, resultGrade: grade, reasonable: reasonable)
    return part
  }

  @Test func aSolvedOrUnreachedCaseCloses() throws {
    #expect(Settling.end(of: try order(.solved), [try said(true)]) == .closed)
    #expect(Settling.end(of: try order(.explained), [try said(nil, reached: false)]) == .closed)
    #expect(Settling.end(of: try order(nil), []) == .closed)
  }

  @Test func oneWhoIsNotContentKeepsItOpen() throws {
    #expect(Settling.end(of: try order(.solved), [try said(true), try said(false)]) == .continuedReport)
    #expect(Settling.end(of: try order(.solved), [try said(true, .dissatisfied)]) == .continuedReport)
  }

  @Test func aDemandIsUnreasonableOnlyOnceTwoSaySo() throws {
    var part = try said(false, reasonable: false)
    #expect(Settling.end(of: try order(.solved), [part]) == .continuedReport)
    part.settledBecause = Participation.unreasonable
    #expect(Settling.end(of: try order(.unresolved), [part]) == .closed)
    #expect(Settling.end(of: try order(.solved), [part, try said(false)]) == .continuedReport)
  }

  @Test func whatIsReportedOnClosesOnlyOnACitizensWord() throws {
    var reported = try order(.solved)
    reported.plan = ReportPlan(text: TextID(2), owner: "officer")
    #expect(Settling.end(of: reported, [try said(nil, reached: false)]) == .continuedReport)
    #expect(Settling.end(of: reported, [try said(true)]) == .closed)
  }

  @Test func whatTheUnitHasNotFinishedClosesOnlyOnACitizensWord() throws {
    for outcome in [Outcome.partial, .unresolved] {
      #expect(Settling.end(of: try order(outcome), [try said(nil, reached: false)]) == .continuedReport)
      #expect(Settling.end(of: try order(outcome), [try said(true, .satisfied)]) == .closed)
    }
  }

  @Test func notSolvedIsSaidByTheAnswerOrByTheGrade() {
    #expect(CallbackAnswers(reached: true, solved: false).isNotSolved)
    #expect(CallbackAnswers(reached: true, solved: true, resultGrade: .veryDissatisfied).isNotSolved)
    #expect(!CallbackAnswers(reached: true, solved: true, resultGrade: .basicallySatisfied).isNotSolved)
    #expect(!CallbackAnswers(reached: false, solved: false).isNotSolved)
  }
}
