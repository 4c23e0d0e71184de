import App
import Casework
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestKit
import Testing
import Web

@Suite("Pages that stay open hear of what changes, each only of what it may show") struct LiveTests {
  @Test("a change in one session arrives at another's stream, over the real server", arguments: TestDatabases.each)
  func changeArrives(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let heard = try await city.listening("dispatcher", to: "desk/dispatcher") {
        _ = try await city.raise(city.record("路灯不亮。"))
      }
      #expect(heard.messages.first?["counts"]?["pending"] == .whole(0))
      #expect(heard.messages.last?["counts"]?["pending"] == .whole(1))
      #expect(heard.messages.first?["marks"]?["pending"] != heard.messages.last?["marks"]?["pending"])
    }
  }

  @Test("a case says who did what, and who else has it open", arguments: TestDatabases.each)
  func caseSpeaks(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(city.record("路灯不亮。"))
      let heard = try await city.listening("dispatcher", to: "order/\(order)") {
        let agent = try await city.hotline.accounts.actor(for: "agent")
        try await city.dispatch(order, to: "urban")
        #expect(agent.name == "陈晓")
      }
      let (before, after) = (try #require(heard.messages.first), try #require(heard.messages.last))
      #expect(before["version"] != after["version"])
      #expect(after["deed"]?["zh"]?.text?.contains("派单") == true && after["by"]?["zh"] == .text("周敏"))
    }
  }

  @Test("what a page would not show is not told of, be it confidential, another unit's or nothing", arguments: TestDatabases.each)
  func nothingOfOthers(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let secret = try await city.record("举报某工地。", more: [.init("confidential", true)])
      let order = try await city.raise(secret)
      try await city.dispatch(order, to: "urban")
      let topics = "appeal/\(secret),desk/dispatcher,order/YX260302-XX-NONE"
      #expect(try await city.listening("officer-urban", to: topics) { try await city.sign(order, by: "officer-urban") }.messages.isEmpty)
      let elsewhere = try await city.listening("officer-market", to: "order/\(order),board/all") {}
      #expect(elsewhere.messages.isEmpty)
      #expect(try await !city.listening("agent", to: "appeal/\(secret)") {}.messages.isEmpty)
    }
  }

  @Test("a complaint about somebody moves no count of theirs", arguments: TestDatabases.each)
  func ownComplaint(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let about: [JSONValue.Member] = [.init("kind", "staff-complaint"), .init("about_agent", "agent2"), .init("about_group", "night")]
      let heard = try await city.listening("agent2", to: "desk/agent") { _ = try await city.record("话务员态度不好。", more: about) }
      #expect(heard.messages.allSatisfy { $0["counts"]?["waiting"] == .whole(0) })
      let other = try await city.listening("shift-leader", to: "desk/shift-leader") {}
      #expect(other.messages.last?["counts"]?["waiting"] == .whole(1))
    }
  }

  @Test("a stream ends with its session", arguments: TestDatabases.each)
  func endsWithSession(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let heard = try await city.listening("dispatcher", to: "desk/dispatcher", signsOut: true) {}
      #expect(heard.endedByItself && heard.messages.count == 1)
    }
  }
}

/// What one stream said.
struct Heard {
  let messages: [JSONValue]
  /// Whether it was over before everything was shut.
  let endedByItself: Bool
}

extension City {
  /// Listens over the real server, as somebody who has signed in, while something happens.
  func listening(
    _ who: String, to topics: String, signsOut: Bool = false, while happens: @Sendable () async throws -> Void
  ) async throws -> Heard {
    let session = try await hotline.accounts.signIn(name: who, password: FixtureCity.password).session
    let live = hotline.live
    return try await Application(router: hotline.router()).test(.live) { client in
      async let answer = client.execute(
        uri: "/events?topics=\(topics)", method: .get, headers: [.cookie: "lianxin_session=\(session)"])
      var follower = LiveFollower(hotline)
      try await follower.round()
      while await live.count == 0 { await Task.yield() }
      // What it looks like at first is read before anything happens.
      for _ in 0..<3 { try await follower.round() }
      try await happens()
      try await hotline.ledger.sealNow()
      if signsOut { try await hotline.accounts.signOut(session: session) }
      for _ in 0..<11 { try await follower.round() }
      let isOver = await live.count == 0
      await live.endAll()
      let body = try await answer.body
      for _ in 0..<4 { await live.round() }
      let lines = String(buffer: body).split(separator: "\n").filter { $0.hasPrefix("data: ") }
      return Heard(messages: try lines.map { try JSONParser.parse(Array($0.dropFirst(6).utf8)) }, endedByItself: isOver)
    }
  }
}
