import Casework
import Ledger
import TestKit
import Testing
import Web

/// Two who act at once: one wins, the other is told what happened.
@Suite struct RaceTests {
  @Test(arguments: TestDatabases.each) func ofTwoOfficersOneWins(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let officers = [city.person(.officer, "urban", account: "liu"), city.person(.officer, "urban", account: "ma")]
      for _ in 0..<50 {
        let (_, order) = try await city.dispatched()
        let losses = try await withThrowingTaskGroup(of: (AccountID, (any Problem)?).self) { group in
          for officer in officers {
            group.addTask { (officer.account, try await problem { try await city.post("orders/\(order)/signature", as: officer) }) }
          }
          return try await group.reduce(into: [:]) { $0[$1.0] = .some($1.1) }
        }
        let winner = try #require(losses.first { $0.value == nil }?.key)
        let loser = try #require(losses.first { $0.value != nil }?.value)
        #expect(losses.count == 2 && losses.count(where: { $0.value == nil }) == 1)
        #expect(loser.status == 409 && loser.code == "wrong-state")
        #expect(loser.sentence.en.contains("last: \(winner)") && loser.sentence.en.contains("Sign for it"))
        #expect(loser.possible.contains("feedback") && !loser.possible.contains("sign"))
      }
      #expect(try await city.hotline.verify().isSound)
    }
  }

  @Test(arguments: TestDatabases.each) func whoSawAnOlderVersionIsToldWhoActed(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let (_, order) = try await city.dispatched()
      let officer = city.person(.officer, "urban")
      let version = try await city.count("SELECT version FROM orders")
      let stale = try await problem {
        try await city.post("orders/\(order)/signature", .members(("seen", .count(version - 1))), as: officer)
      }
      #expect(stale?.status == 409 && stale?.code == "changed-meanwhile")
      #expect(stale?.sentence.en.contains("dispatcher-hotline") == true)
      #expect(try await city.row(Order.self, order).state == .pendingSignature)
      try await city.post("orders/\(order)/signature", .members(("seen", .count(version))), as: officer)
      #expect(try await city.row(Order.self, order).state == .handling)
    }
  }

  @Test(arguments: TestDatabases.each) func whatIsNotThereAndWhatIsNotVisibleLookAlike(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let (_, order) = try await city.dispatched()
      let stranger = city.person(.officer, "police")
      let hidden = try #require(try await problem { try await city.post("orders/\(order)/signature", as: stranger) })
      let unknown = try #require(try await problem { try await city.post("orders/YX260928-W1-2222/signature", as: stranger) })
      #expect(hidden.status == 404 && unknown.status == 404 && hidden.code == unknown.code)
      #expect(hidden.sentence.zh.replacing(order, with: "N") == unknown.sentence.zh.replacing("YX260928-W1-2222", with: "N"))
      #expect(hidden.possible.isEmpty)
      let appeal = try #require(
        try await problem {
          try await city.post("appeals/YX260928-1-2222/answer", .members(("reply", .text("好"))), as: city.person(.agent))
        })
      #expect(appeal.status == 404)
    }
  }

  @Test(arguments: TestDatabases.each) func aWrongRoleIsForbiddenAndToldWhoMay(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let (_, order) = try await city.dispatched()
      let forbidden = try await problem {
        try await city.post("orders/\(order)/dispatch", .members(("unit", .text("police"))), as: city.person(.agent))
      }
      #expect(forbidden?.status == 403)
    }
  }
}
