import Casework
import Ledger
import TestKit
import Testing
import Workdays

@testable import CaseFile
@testable import Web

/// Letters of what truly happened, for whoever sees the case, masked, and nothing in them is markup.
@Suite struct LetterPrintTests {
  private static let path = "appeals/{number}/letters/{id}"

  private func print(
    _ town: CaseTown, _ appeal: String, _ occasion: LetterOccasion, of order: String? = nil, as actor: Actor = CaseTown.agent,
    _ language: Language = .zh
  ) async throws -> String {
    var query = Input()
    if let order { query.set("order", .text(order)) }
    return try await town.ask(
      Self.path, appeal, as: actor, .page, language, query: query, parameters: ["number": appeal, "id": occasion.rawValue])
  }

  private func status(_ town: CaseTown, _ appeal: String, _ occasion: LetterOccasion, of order: String? = nil, as actor: Actor) async throws
    -> Int?
  {
    try await town.status { _ = try await print(town, appeal, occasion, of: order, as: actor) }
  }

  @Test(arguments: TestDatabases.each)
  func onlyWhatHappenedIsPrinted(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let appeal = try await town.appeal()
      for occasion in LetterOccasion.allCases {
        #expect(try await status(town, appeal, occasion, as: CaseTown.agent) == 404, "\(occasion)")
      }
      #expect(!(try await town.ask("appeals/{number}", appeal, as: CaseTown.agent, .page)).contains("/letters/"))
      let order = try await town.raise(appeal)
      try await town.handled(order)
      let page = try await town.ask("orders/{number}", order, as: CaseTown.heater, .page)
      #expect(
        page.contains("/letters/accepted?order=\(order)") && !page.contains("/letters/answered") && !page.contains("/letters/extended"))
      let paper = try await print(town, appeal, .accepted, of: order)
      for words in ["云溪市", "受理告知书", "王**：", "unit=供热办", "热线办", "deadline=2026年10月", "today=2026年9月28日", "编号：\(appeal)", "number=\(appeal)"]
      {
        #expect(paper.contains(words), "\(words) is missing")
      }
      for secret in ["王小明", "13800005678", "13911112222", "138****"] { #expect(!paper.contains(secret), "\(secret) is printed") }
      let english = try await print(town, appeal, .accepted, of: order, .en)
      #expect(english.contains("Notice of acceptance") && english.contains("today=28 Sep 2026") && english.contains("unit=Heating office"))
      try await town.answered(order)
      #expect(try await status(town, appeal, .answered, of: order, as: CaseTown.agent) == 404, "it is under review")
      try await town.passed(order)
      #expect(try await print(town, appeal, .answered, of: order, as: CaseTown.heater).contains("reply=阀门已更换，室温 20 度。"))
      #expect(try await status(town, appeal, .answered, as: CaseTown.agent) == 404, "not without its order")
    }
  }

  @Test(arguments: TestDatabases.each)
  func nobodyPrintsWhatIsNotForTheirEyes(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      for confidential in [false, true] {
        let appeal = try await town.appeal(confidential: confidential)
        let order = try await town.raise(appeal, confidential: confidential)
        try await town.handled(order)
        #expect(try await status(town, appeal, .accepted, of: order, as: CaseTown.stranger) == 404)
        for own in [CaseTown.agent, CaseTown.dispatcher, CaseTown.supervisor] {
          #expect(try await status(town, appeal, .accepted, of: order, as: own) == nil, "\(own.account)")
        }
        for unit in [CaseTown.heater, CaseTown.chief] {
          #expect(try await status(town, appeal, .accepted, of: order, as: unit) == (confidential ? 404 : nil), "\(unit.account)")
        }
        let paper = try await print(town, appeal, .accepted, of: order)
        #expect(paper.contains("密级：保密件") == confidential && paper.contains("王**") == !confidential)
        #expect(try await town.ask("orders/{number}", order, as: CaseTown.heater, .page).contains("/letters/") == !confidential)
        // The order of another appeal is no way in.
        let other = try await town.appeal()
        #expect(try await status(town, other, .accepted, of: order, as: CaseTown.agent) == 404)
      }
      #expect(
        try await town.status { _ = try await town.ask(Self.path, "X", as: CaseTown.agent, parameters: ["number": "X", "id": "x"]) } == 404)
    }
  }

  @Test(arguments: TestDatabases.each)
  func refusalsAndExtensionsSayWhyAndWhatNext(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let refused = try await town.appeal()
      _ = try await town.act(CaseTown.agent) { session in
        try session.change(Appeal.self, try session.appealID(refused), .refuse) { _ in [.refused(reason: "court", note: nil)] }
        return 0
      }
      let paper = try await print(town, refused, .declined)
      #expect(paper.contains("reason=诉讼事项") && paper.contains("route=请向法院反映"))
      #expect(try await town.ask("appeals/{number}", refused, as: CaseTown.agent, .page).contains("/letters/declined\""))
      let appeal = try await town.appeal()
      let order = try await town.raise(appeal)
      try await town.handled(order)
      try await town.change(order, as: CaseTown.heater, at: 3, .requestExtension) { order, session in
        .extensionAsked(
          limit: .workingDays(3), reason: "not-listed", text: try session.keep("要等配件", for: order.matter.citizen), clocks: [])
      }
      #expect(try await status(town, appeal, .extended, of: order, as: CaseTown.agent) == 404, "asked for is not granted")
      try await town.change(order, as: CaseTown.dispatcher, at: 4, .decideExtension) { order, session in
        let old = try #require(order.answerClock)
        var clock = session.startClock(old.kind, limit: .workingDays(3), for: order.matter, unit: order.unit, from: old.deadline.at)
        clock.isExtended = true
        return .extensionDecided(granted: true, reason: nil, clocks: [clock])
      }
      let longer = try await print(town, appeal, .extended, of: order)
      #expect(longer.contains("reason=not-listed") && longer.contains("deadline=2026年10月") && !longer.contains("要等配件"))
    }
  }

  @Test(arguments: TestDatabases.each)
  func aCitizensWordsAreWords(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let appeal = try await town.appeal()
      _ = try await town.act(CaseTown.agent) { session in
        try session.change(Appeal.self, try session.appealID(appeal), .answer) { appeal in
          let reply = try session.keep("<script>x</script> {{number}} {{{title}}} 请打 13911112222", for: appeal.matter.citizen)
          return [.answered(reply: reply, kind: .consultation, category: nil)]
        }
        return 0
      }
      let paper = try await print(town, appeal, .answered)
      #expect(paper.contains("reply=&lt;script&gt;x&lt;/script&gt; {{number}} {{{title}}} 请打"))
      #expect(!paper.contains("<script>") && !paper.contains("13911112222"))
      // Nothing was dispatched: the place of the unit is empty.
      #expect(paper.contains("<p>unit=</p>") && paper.contains("title=三单元的暖气"))
    }
  }
}
