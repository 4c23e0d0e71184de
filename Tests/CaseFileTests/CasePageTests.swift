import Casework
import Foundation
import Ledger
import TestKit
import Testing
import Workdays

@testable import CaseFile
@testable import Web

@Suite struct CasePageTests {
  private static let officer = Access.roles([.officer])
  private static let nothing: Endpoint.Handler = { _ in .nothing }
  static let actions: [Endpoint] = [
    .post(
      "orders/{number}/feedback", officer, Phrase("反馈结果", "Feed back"), action: "feedback",
      form: [.words("public_reply", Phrase("公开答复", "Public reply")), Field("fields", .open(max: 20), Phrase("成效", "Outcome")), .seen],
      handle: nothing),
    .post(
      "orders/{number}/return", officer, Phrase("退单", "Return"), action: "return",
      form: [.required("reason", .line(40), Phrase("理由", "Reason")), .seen], handle: nothing),
    .post("orders/{number}/signature", officer, Phrase("签收", "Sign"), action: "sign", form: [.seen], handle: nothing),
    .post(
      "orders/{number}/callback", .roles([.followup]), Phrase("回访", "Call back"), action: "callback",
      form: [.required("appeal", .identifier, Phrase("诉求", "Appeal")), .seen], handle: nothing),
    .post("orders/{number}/dispatch", .roles([.dispatcher]), Phrase("派单", "Dispatch"), action: "dispatch", form: [.seen], handle: nothing),
  ]

  @Test(arguments: TestDatabases.each)
  func onlyWhatIsPossibleStandsThere(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let order = try await town.raise(try await town.appeal())
      try await town.handled(order)
      let page = try await town.ask("orders/{number}", order, as: CaseTown.heater, .page, actions: Self.actions)
      #expect(page.contains("action=\"/orders/\(order)/feedback\"") && page.contains("action=\"/orders/\(order)/return\""))
      for other in ["signature", "callback", "dispatch"] { #expect(!page.contains("/\(order)/\(other)\"")) }
      #expect(page.contains("name=\"seen\" value=\"4\""), "the version that was seen goes with each form")
      #expect(page.contains("name=\"fields.recovered\"") && page.contains("挽回金额"))
      #expect(page.contains("value=\"not-ours\"") && page.contains("不在辖区"), "the profile's reasons are offered")
      #expect(page.contains("id=\"f-return-reason\"") && page.components(separatedBy: "class=\"primary\"").count >= 2)
      #expect(page.contains("供热办须在"))
    }
  }

  @Test(arguments: TestDatabases.each)
  func theCallBackKnowsWhomToCall(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let appeal = try await town.appeal()
      let order = try await town.raise(appeal)
      try await town.handled(order)
      try await town.answered(order)
      try await town.passed(order)
      let page = try await town.ask("orders/{number}", order, as: CaseTown.caller2, .page, actions: Self.actions)
      #expect(page.contains("value=\"\(appeal)\" checked"))
      #expect(page.contains("class=\"note\""), "internal notes are tinted")
      #expect(try await town.ask("appeals/{number}", appeal, as: CaseTown.caller2, .page, .en).contains("The citizen&#39;s words"))
    }
  }

  @Test(arguments: TestDatabases.each)
  func theCitizenFollowsInPlainWords(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let appeal = try await town.appeal()
      let order = try await town.raise(appeal)
      try await town.handled(order)
      try await town.answered(order)
      let before = try await file(appeal, town)
      #expect(before.tracks.first?.replies.isEmpty == true, "nothing is public before the review")
      #expect(before.canRate == false)
      #expect(before.next.zh == "我们正在核对供热办的答复，之后会告诉您。")
      try await town.passed(order)
      try await town.closed(order, appeal)
      let after = try await file(appeal, town)
      #expect(after.standing.rawValue == "closed" && after.canRate)
      #expect(after.tracks.first?.replies.map(\.text) == ["阀门已更换，室温 20 度。"])
      #expect(after.tracks.first?.steps.map(\.isDone) == Array(repeating: true, count: 7))
      #expect(!after.text.contains("13911112222"))
    }
  }

  private func file(_ appeal: String, _ town: CaseTown) async throws -> CitizenFile {
    try await town.ledger.look { sql, vault in try CitizenFile.load(appeal, sql, vault, CaseTown.profile) }
  }
}
