import CaseFile
import Casework
import HummingbirdTesting
import Ledger
import TestKit
import Testing
import Workdays

@testable import Acceptance
@testable import Intake

/// The four questions: a bad word counts at once, a good one spares nobody the call.
@Suite struct RatingTests {
  private let good = ["solved": "true", "true": "true", "contacted": "true", "grade": "very-satisfied", "service_grade": "satisfied"]
  private let bad = ["solved": "false", "contacted": "false", "grade": "satisfied", "service_grade": "dissatisfied"]

  @Test(arguments: TestDatabases.each) func notSolvedIsDoneAgain(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let (appeal, order) = try await town.answered("路灯坏了")
      let page = try await Self.rate(bad, appeal, client)
      #expect(page.text.contains("还没解决 · 满意") && page.text.contains("您说没有解决，重新办理"))
      let (after, part) = try await town.standing(order)
      #expect(after.state == .pendingSignature && after.redoRounds == 1 && part.state == .open)
      #expect(part.ownAnswers?.contacted == false && part.answers?.serviceGrade == .dissatisfied)
      // The page sent once more changes nothing: it is being done.
      _ = try await Self.rate(bad, appeal, client)
      #expect(try await town.standing(order).0.redoRounds == 1)
    }
  }

  @Test func aGoodWordIsKeptAndSomebodyElseStillCalls() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let (appeal, order) = try await town.answered("路灯坏了")
      let page = try await Self.rate(good, appeal, client)
      #expect(page.text.contains("已经解决 · 非常满意") && page.text.contains("改一改评价"))
      let (after, part) = try await town.standing(order)
      #expect(after.state == .callback && part.state == .open && part.answers == nil)
      #expect(part.ownAnswers?.isTrue == true && part.rating == .verySatisfied)
    }
  }

  @Test func whatIsClosedIsTakenUpAgainWhileItIsNotLongAgo() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let (early, late) = (try await town.answered("路灯坏了"), try await town.answered("井盖丢了"))
      for order in [early.order, late.order] { try await town.close(order) }
      _ = try await Self.rate(bad, early.appeal, client)
      #expect(try await town.standing(early.order).0.state == .pendingSignature)
      town.wait(minutes: 31 * 1440)
      let page = try await Self.rate(bad, late.appeal, client)
      #expect(page.text.contains("还没解决"))
      #expect(try await town.standing(late.order).0.state == .closed)
    }
  }

  @Test func theQuestionsMustBeAnswered() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let (appeal, order) = try await town.answered("路灯坏了")
      let page = try await Self.rate(["contacted": "true"], appeal, client)
      #expect(page.status == 422 && page.text.contains("href=\"#f-solved\"") && page.text.contains("href=\"#f-grade\""))
      #expect(try await town.standing(order).1.rating == nil)
    }
  }

  private static func rate(_ opinion: [String: String], _ appeal: String, _ client: any TestClientProtocol) async throws -> Browser.Page {
    let browser = Browser(client)
    let page = try await browser.follow(appeal, "5678")
    return try await browser.send(opinion, to: "/portal/appeals/\(appeal)/rating", on: page)
  }
}

extension PortalTown {
  /// An appeal by telephone and its order, answered and waiting for the call-back.
  func answered(_ text: String) async throws -> (appeal: String, order: String) {
    let appeal = try await record(text)
    let demand = Demand(kind: .help, category: "城乡建设/路灯", urgency: .normal, title: text, text: "请办理")
    let order = try await ledger.perform(RaiseOrder(appeal: appeal, demand: demand), as: Self.dispatcher).number
    try await act(order, .dispatch, as: Self.dispatcher) { _, _ in [.dispatched(to: "urban", note: nil, clocks: [])] }
    try await act(order, .sign, as: Self.officer) { _, _ in [.signed] }
    try await act(order, .feedBack, as: Self.officer) { session, order in
      let reply = try session.keep("\(text)：已经办好", for: order.matter.citizen)
      return [.fedBack(feedback: Feedback(outcome: .solved, reply: reply, note: nil, contact: nil, fields: [:]))]
    }
    try await act(order, .review, as: Self.dispatcher) { _, _ in
      [.reviewed(passed: true, reason: nil, state: .callback, callbacks: 1, clocks: [])]
    }
    return (appeal, order)
  }

  func close(_ order: String) async throws {
    try await act(order, .close, as: Self.dispatcher) { session, order in
      for part in try session.participations(of: order.id) {
        try session.change(Participation.self, part.id.value, .settle) { _ in [.settled(because: "not-sampled")] }
      }
      return [.closed(ending: "solved", evidence: nil)]
    }
  }

  /// An order as it stands, and its only participation.
  func standing(_ order: String) async throws -> (Order, Participation) {
    try await ledger.perform(Look(order: order), as: Self.dispatcher).pair
  }
}

/// Reads inside a transaction, as verbs do.
private struct Look: Verb {
  struct Found: Codable, Sendable {
    let order: Order
    let part: Participation
    var pair: (Order, Participation) { (order, part) }
  }
  let order: String

  func perform(in session: LedgerSession) throws -> Found {
    let id = OrderID(try session.orderID(order))
    let parts = try session.participations(of: id)
    return Found(order: try session.load(Order.self, id.value), part: try #require(parts.first))
  }
}
