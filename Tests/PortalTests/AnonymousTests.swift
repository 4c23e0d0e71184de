import Casework
import HummingbirdTesting
import TestKit
import Testing

@testable import Intake

/// Somebody who leaves no telephone gets a code; it opens that one case and guessing it is locked out like the digits.
@Suite struct AnonymousTests {
  private let words = ["text": "油烟直排", "who": "anonymous", "phone": "13812345678", "name": "王小明"]

  @Test(arguments: TestDatabases.each) func aCodeFollowsWhatNobodySigned(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let (number, code) = try await Self.submit(words, client)
      #expect(code.count == 6)
      let elsewhere = Browser(client, from: "198.51.100.7")
      let page = try await elsewhere.follow(number, code)
      #expect(page.status == 200 && page.text.contains("油烟直排") && !page.text.contains("13812345678"))
      #expect(try await elsewhere.get("/portal/appeals/\(number)/receipt").text.contains(code))
    }
  }

  @Test(arguments: TestDatabases.each) func theCodeIsNotGuessed(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let (number, code) = try await Self.submit(words, client)
      let wrong = code == "000000" ? "000001" : "000000"
      for guess in 0..<5 { #expect(try await Browser(client, from: "203.0.113.\(guess)").follow(number, wrong).status == 404) }
      #expect(try await Browser(client, from: "198.51.100.8").follow(number, code).status == 429)
      town.wait(minutes: 31)
      #expect(try await Browser(client, from: "198.51.100.8").follow(number, code).status == 200)
    }
  }

  @Test func theCodeOfOneCaseOpensNoOther() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let (one, code) = try await Self.submit(words, client)
      let (two, other) = try await Self.submit(words, client)
      #expect(one != two && code != other)
      #expect(try await Browser(client).follow(two, code).status == 404)
      let phoned = try await town.record("路灯坏了")
      #expect(try await Browser(client).follow(phoned, town.ledger.keys.followingCode(of: phoned)).status == 404)
    }
  }

  @Test func aConfidentialOneIsFollowedByItsTelephone() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let browser = Browser(client)
      let form = try await browser.get("/portal/appeals/new")
      let said = ["text": "偷排污水", "place": "湖滨街道化工厂", "who": "confidential", "phone": "13812345678"]
      let receipt = try await browser.send(said, to: "/portal/appeals", on: form)
      #expect(receipt.status == 200 && !receipt.text.contains("id=\"code\""))
      let row = try await town.ledger.look { sql, _ in
        try sql.first("SELECT confidential, fold FROM appeals") { (flag: $0.bool(0), fold: $0.text(1)) }
      }
      #expect(row?.flag == true && row?.fold.contains("化工厂") == false && row?.fold.contains("lakeside") == true)
    }
  }

  private static func submit(_ words: [String: String], _ client: any TestClientProtocol) async throws -> (number: String, code: String) {
    let browser = Browser(client)
    let form = try await browser.get("/portal/appeals/new")
    let receipt = try await browser.send(words, to: "/portal/appeals", on: form)
    let number = try #require(receipt.text.firstMatch(of: #/id="number">([A-Z0-9-]+)</#)).1
    let code = try #require(receipt.text.firstMatch(of: #/id="code">([0-9]+)</#)).1
    return (String(number), String(code))
  }
}
