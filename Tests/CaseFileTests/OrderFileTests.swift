import Casework
import Ledger
import TestKit
import Testing
import Workdays

@testable import CaseFile
@testable import Web

@Suite struct OrderFileTests {
  @Test(arguments: TestDatabases.each)
  func theUnitSeesTheCallerMasked(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let appeal = try await town.appeal()
      let order = try await town.raise(appeal)
      try await town.handled(order)
      let all = try await town.everything(order, as: CaseTown.heater)
      for secret in ["王小明", "13800005678", "13911112222"] { #expect(!all.contains(secret), "\(secret) stands in clear") }
      for masked in ["王**", "138****5678", "139****2222", appeal] { #expect(all.contains(masked), "\(masked) is missing") }
    }
  }

  @Test(arguments: TestDatabases.each)
  func aConfidentialOrderGivesTheUnitNoHint(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let appeal = try await town.appeal(confidential: true)
      let order = try await town.raise(appeal, confidential: true)
      try await town.handled(order)
      try await town.answered(order)
      try await town.passed(order)
      _ = try await town.ask("appeals/{number}/reveal", appeal, as: CaseTown.dispatcher, input: Self.reveal)
      for person in [CaseTown.heater, CaseTown.bureau, CaseTown.chief] {
        let all = try await town.everything(order, as: person)
        for hint in ["王小明", "王**", "13800005678", "138****5678", "139****2222", appeal, "三单元", "承接诉求", "took up appeal", "revealed"] {
          #expect(!all.contains(hint), "\(person.account) reads \(hint)")
        }
        let json = try await town.ask("orders/{number}", order, as: person)
        #expect(json.contains("\"participations\":[]"))
        #expect(try await town.status { _ = try await town.ask("appeals/{number}", appeal, as: person) } == 404)
        #expect(try await town.status { _ = try await town.ask("appeals/{number}/reveal", appeal, as: person, input: Self.reveal) } == 404)
      }
      #expect(try await town.ask("orders/{number}", order, as: CaseTown.dispatcher).contains(appeal))
    }
  }

  static let reveal: Input = {
    var input = Input()
    input.set("fields", .list([.text("name"), .text("phone")]))
    input.set("reason", .text("核实地址"))
    return input
  }()

  @Test(arguments: TestDatabases.each)
  func visibilityFollowsTheTree(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let order = try await town.raise(try await town.appeal())
      #expect(try await town.status { _ = try await town.ask("orders/{number}", order, as: CaseTown.bureau) } == 404, "not dispatched yet")
      try await town.handled(order)
      for person in [CaseTown.heater, CaseTown.bureau, CaseTown.chief, CaseTown.agent] {
        #expect(try await town.ask("orders/{number}", order, as: person).contains(order))
      }
      for path in ["orders/{number}", "orders/{number}/events", "orders/{number}/volume", "orders/{number}/sheet"] {
        #expect(try await town.status { _ = try await town.ask(path, order, as: CaseTown.stranger) } == 404)
      }
      #expect(try await town.status { _ = try await town.ask("orders/{number}", order, as: .citizen) } == 404)
    }
  }

  @Test(arguments: TestDatabases.each)
  func aComplaintAboutAColleagueIsNoCaseForTheGroup(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let named = CaseTown.person("chen.jing", .agent, "hotline", group: "A")
      let friend = CaseTown.person("chu.qing", .agent, "hotline", group: "A")
      let appeal = try await town.appeal(kind: .staffComplaint, about: named)
      let order = try await town.raise(appeal)
      for person in [named, friend] {
        #expect(try await town.status { _ = try await town.ask("orders/{number}", order, as: person) } == 404)
        #expect(try await town.status { _ = try await town.ask("appeals/{number}", appeal, as: person) } == 404)
      }
      #expect(try await town.ask("orders/{number}", order, as: CaseTown.supervisor).contains(appeal))
    }
  }

  @Test(arguments: TestDatabases.each)
  func theOrderTellsClocksAnswerAndWhatIsPossible(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let order = try await town.raise(try await town.appeal())
      try await town.handled(order)
      let before = try await town.ask("orders/{number}", order, as: CaseTown.heater)
      #expect(
        before.contains(
          "\"possible\":[\"return\",\"delegate\",\"assist\",\"extension\",\"suspend\",\"contact\",\"commitment\",\"feedback\",\"note\",\"attach\"]"
        ))
      #expect(before.contains("\"limit\":\"5wd\"") && before.contains("5 working days end"))
      try await town.answered(order)
      let after = try await town.ask("orders/{number}", order, as: CaseTown.heater)
      #expect(after.contains("\"recovered\":500050") && after.contains("物业拖延"))
      #expect(try await town.ask("orders/{number}", order, as: CaseTown.bureau, .page).contains("5000.50 元"))
    }
  }

  @Test(arguments: TestDatabases.each)
  func eventsComePageByPage(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let order = try await town.raise(try await town.appeal())
      try await town.handled(order)
      let page = try await town.ledger.look { sql, vault in
        try EventsPage.load(order, after: 1, limit: 2, CaseTown.heater, sql, vault, CaseTown.profile)
      }
      #expect(page.entries.map(\.type) == ["joined", "dispatched"])
      #expect(page.entries.last?.sentence.zh == "热线办 zhao.yun 派单给供热办")
      #expect(page.next == 3)
    }
  }
}
