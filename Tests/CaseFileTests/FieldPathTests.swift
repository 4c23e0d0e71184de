import Casework
import TestKit
import Testing
import Web
import Workdays

@testable import CaseFile

/// The one downward path of whoever has an order, and what its page tells of clocks.
@Suite struct FieldPathTests {
  private static let officer = Access.roles([.officer])
  private static let nothing: Endpoint.Handler = { _ in .nothing }
  private static let actions: [Endpoint] =
    CasePageTests.actions + [
      .post(
        "orders/{number}/contact", officer, OrderAction.contact.phrase, action: "contact",
        form: [.required("result", .line(20), Phrase("结果", "Result")), .note, .seen], handle: nothing),
      .post("orders/{number}/attachments", officer, OrderAction.attach.phrase, action: "attach", uploads: .pictures, handle: nothing),
    ]

  @Test(arguments: TestDatabases.each) func thePathStandsForWhoeverHasIt(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let order = try await town.raise(try await town.appeal())
      try await town.handled(order)
      let page = try await town.ask("orders/{number}", order, as: CaseTown.heater, .page, actions: Self.actions)
      for step in ["do-contact", "do-attachments", "do-feedback", "do-return"] { #expect(page.contains("id=\"\(step)\""), "\(step)") }
      #expect(page.contains("capture=\"environment\"") && page.contains("data-locate"))
      #expect(page.contains("hx-post=\"/appeals/") && !page.contains("tel:"), "the number needs a reason first")
      #expect(page.components(separatedBy: "action=\"/orders/\(order)/feedback\"").count == 2, "an action stands once on the page")
      #expect(page.contains("<details class=\"rare\">"), "what is rare is folded away")
    }
  }

  @Test(arguments: TestDatabases.each) func clocksStandWithTheirEvents(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let order = try await town.raise(try await town.appeal())
      try await town.handled(order)
      let file = try await town.ledger.look { sql, vault in
        try OrderFile.load(order, CaseTown.heater, sql, vault, CaseTown.profile, now: town.now(6))
      }
      let dispatched = try #require(file.timeline.first { $0.type == "dispatched" })
      #expect(dispatched.clocks.contains { $0.sentence.zh.hasPrefix("办理时限起算") && !$0.why.isEmpty })
      let signed = try #require(file.timeline.first { $0.type == "signed" })
      #expect(signed.clocks.map(\.sentence.zh) == ["签收时限停止：按时"])
    }
  }
}
