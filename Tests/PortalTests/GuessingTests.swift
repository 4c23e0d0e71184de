import Casework
import TestKit
import Testing
import Workdays

@testable import Intake

@Suite struct GuessingTests {
  @Test(arguments: TestDatabases.each) func wrongDigitsLockTheCaseForAWhile(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let number = try await town.record("路灯坏了")
      for guess in 0..<5 {
        let answer = try await Browser(client, from: "203.0.113.\(guess)").follow(number, "000\(guess)")
        #expect(answer.status == 404 && answer.text.contains("没有查到"))
      }
      let owner = Browser(client, from: "198.51.100.1")
      let locked = try await owner.follow(number, "5678")
      #expect(locked.status == 429 && locked.text.contains("2026年9月30日 08:30") && locked.retryAfter == "1800")
      town.wait(minutes: 12)
      #expect(try await owner.follow(number, "5678").retryAfter == "1080")
      town.wait(minutes: 18)
      #expect(try await owner.follow(number, "5678").status == 200)
    }
  }

  @Test(arguments: TestDatabases.each) func wrongDigitsLockTheAddressForAWhile(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let number = try await town.record("路灯坏了")
      let guesser = Browser(client, from: "203.0.113.9")
      for guess in 0..<30 { #expect(try await guesser.follow("YX260930-\(guess)-AAAA", "5678").status == 404) }
      #expect(try await guesser.follow(number, "5678").status == 429)
      #expect(try await Browser(client, from: "203.0.113.10").follow(number, "5678").status == 200)
      town.wait(minutes: 31)
      #expect(try await guesser.follow("YX260930-9-AAAA", "5678").status == 404)
      // The next lock is twice as long.
      town.wait(minutes: 31)
      #expect(try await guesser.follow(number, "5678").status == 429)
      town.wait(minutes: 30)
      #expect(try await guesser.follow(number, "5678").status == 200)
    }
  }

  @Test(arguments: TestDatabases.each) func whoeverGuessesLearnsNothing(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let (known, nameless) = (try await town.record("路灯坏了"), try await town.record("井盖丢了", phone: nil))
      let unknown = "YX260930-1-AAAA"
      let asked = [(known, "0000"), (nameless, "0000"), (unknown, "0000")]
      var answers: Set<String> = []
      var looked: Set<String> = []
      for (number, digits) in asked {
        let browser = Browser(client)
        let answer = try await browser.follow(number, digits)
        #expect(answer.status == 404)
        answers.insert(answer.without(number))
        let page = try await browser.get("/portal/appeals/\(number)")
        #expect(page.status == 404)
        looked.insert(page.without(number))
      }
      #expect(answers.count == 1 && looked.count == 1)
    }
  }

  @Test func nothingIsDoneWithoutAPass() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let number = try await town.record("路灯坏了")
      let stranger = Browser(client)
      let page = try await stranger.get("/portal/follow")
      let token = try page.hidden("_csrf", in: "/portal/follow")
      for (noun, fields) in [("withdrawal", [:]), ("correction", ["text": "改"]), ("rating", ["solved": "true", "grade": "satisfied"])] {
        var fields: [String: String] = fields
        fields["_csrf"] = token
        #expect(try await stranger.post(fields, to: "/portal/appeals/\(number)/\(noun)").status == 404)
      }
      #expect(try await town.count("events") == 1)
    }
  }

  @Test func halfANumberIsNoGuess() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let number = try await town.record("路灯坏了")
      for digits in ["56", "13812345678", "abcd", "567x"] {
        let answer = try await Browser(client).follow(number, digits)
        #expect(answer.status == 422 && answer.text.contains("最后 4 位"))
      }
      #expect(try await town.count("portal_guesses") == 0)
      #expect(try await Browser(client).follow(number.lowercased(), "５６７８").status == 200)
    }
  }

  @Test func noNumberAndNoAddressStandsInTheTables() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let number = try await town.record("路灯坏了")
      let browser = Browser(client)
      _ = try await browser.follow(number, "0000")
      _ = try await browser.follow(number, "5678")
      let kept = try await town.ledger.look { sql, _ in
        try sql.query("SELECT subject FROM portal_guesses UNION ALL SELECT token_hash FROM portal_passes") { $0.blob(0) }
      }
      #expect(kept.count == 2 && kept.allSatisfy { $0.count == 32 })
    }
  }

  @Test func locksGrowAndQuietForgets() throws {
    let start = try Moment(iso8601: "2026-09-30T08:00:00+08:00")
    var guess = Guess(subject: [], lastAt: start)
    for _ in 1...4 { guess.miss(at: start, tries: 5, lockMinutes: 30) }
    #expect(guess.lock(at: start) == nil)
    let lengths = (1...8).map { _ -> Int in
      guess.miss(at: start, tries: 5, lockMinutes: 30)
      return guess.lockedUntil?.minutes(since: start) ?? 0
    }
    #expect(lengths == [30, 60, 120, 240, 480, 960, 1440, 1440])
    guess.miss(at: start.adding(days: 1), tries: 5, lockMinutes: 30)
    #expect(guess.failures == 1)
  }

  @Test func oneHouseholdIsOneNetwork() {
    #expect(GuessBook.network(of: "2001:db8:1:2::1") == GuessBook.network(of: "2001:db8:1:2:ffff::9"))
    #expect(GuessBook.network(of: "2001:db8:1:3::1") != GuessBook.network(of: "2001:db8:1:2::1"))
    #expect(GuessBook.network(of: "::ffff:203.0.113.9") == GuessBook.network(of: "203.0.113.9"))
    #expect(GuessBook.network(of: "203.0.113.8") != GuessBook.network(of: "203.0.113.9"))
  }
}
