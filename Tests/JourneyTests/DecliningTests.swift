import TestKit
import Testing
import Web

/// What is proposed and wrong is put away: the next best comes, and whoever keeps the catalogue learns of it.
@Suite struct DecliningTests {
  private let cold = "城乡建设/供热/室温不达标"
  private let dogs = "城乡建设/街面秩序/流浪犬"

  @Test("a wrong category and a wrong unit make room for the next best, and the keeper sees both", arguments: TestDatabases.each)
  func whileTyping(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let said: [JSONValue.Member] = [.init("text", "家里暖气不热，供热收费还涨了。")]
      let first = try await city.post("agent", "suggestions", .object(said))
      #expect(first["guesses"]?[0]?["category"]?.text == cold && first["proposal"]?["lead"]?.text == "heat-firm")
      let dog: [JSONValue.Member] = [.init("text", "流浪犬追人。"), .init("category", .text(dogs))]
      #expect(try await city.post("agent", "suggestions", .object(dog))["proposal"]?["lead"]?.text == "police")
      let other = try await city.post("agent", "suggestions", .object(dog + [.init("wrong_units", ["police"])]))
      #expect(other["proposal"]?["lead"]?.text == "urban")
      let next = try await city.post("agent", "suggestions", .object(said + [.init("wrong_categories", [.text(cold)])]))
      #expect(next["guesses"]?[0]?["category"]?.text?.hasPrefix("城乡建设/供热") == true && !next.words.contains(cold))
      let told: JSONValue = [
        "channel": "phone", "text": "供热收费涨了。", "then": "order", "category": "城乡建设/供热/供热收费", "wrong_categories": [.text(cold)],
        "wrong_units": ["heat-firm"], "answers": ["building": "云溪花园3-2-501", "paid": "paid"],
      ]
      let order = try #require(try await city.post("agent", "appeals", told, status: 201)["order"]?.number)
      let seen = try await city.get("admin", "catalogue/declined-proposals").items
      #expect(seen.map(\.number) == [order, order])
      #expect(seen.contains { $0["category"]?.text == cold && $0["unit"] == nil && $0["instead"]?.text == "城乡建设/供热/供热收费" })
      #expect(seen.contains { $0["unit"]?.text == "heat-firm" })
      try await city.get("agent", "catalogue/declined-proposals", status: 403)
      try await city.verify()
    }
  }

  @Test("on an order the next best stays until it is put back; saying so twice is saying it once", arguments: TestDatabases.each)
  func onAnOrder(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("流浪犬追人。"), category: dogs, title: "流浪犬")
      #expect(try await city.get("dispatcher", "orders/\(order)/proposal")["lead"]?.text == "police")
      try await city.post("officer-environment", "orders/\(order)/declined-proposals", ["unit": "police"], status: 404)
      for _ in 1...2 { try await city.post("dispatcher", "orders/\(order)/declined-proposals", ["unit": "police"]) }
      let next = try await city.get("dispatcher", "orders/\(order)/proposal")
      #expect(next["lead"]?.text == "urban" && next["confidence"]?.text == "rule")
      #expect(try await city.get("staffing", "catalogue/declined-proposals").items.map { $0["rule"]?.text } == ["stray-dogs"])
      while let lead = try await city.get("dispatcher", "orders/\(order)/proposal")["lead"]?.text {
        try await city.post("dispatcher", "orders/\(order)/declined-proposals", ["unit": .text(lead)])
      }
      let last = try await city.get("dispatcher", "orders/\(order)/proposal")
      #expect(last["reason"]?["zh"]?.text?.contains("没有别的建议") == true)
      try await city.post("dispatcher", "orders/\(order)/declined-proposals", ["unit": "police", "back": true])
      #expect(try await city.get("dispatcher", "orders/\(order)/proposal")["lead"]?.text == "police")
      try await city.dispatch(order, to: "environment")
      try await city.post("dispatcher", "orders/\(order)/declined-proposals", ["unit": "police"], status: 409)
      #expect(try await city.get("staffing", "catalogue/declined-proposals").items.allSatisfy { $0["unit_now"]?.text == "environment" })
      try await city.verify()
    }
  }

  @Test("the keeper's list tells nothing of a confidential case", arguments: TestDatabases.each)
  func confidential(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      for confidential in [true, false] {
        let told: JSONValue = [
          "channel": "phone", "text": "流浪犬追人。", "then": "order", "category": .text(dogs), "confidential": .flag(confidential),
          "wrong_categories": [.text(cold)], "wrong_units": ["police"],
        ]
        let order = try #require(try await city.post("agent", "appeals", told, status: 201)["order"]?.number)
        let listed = try await city.get("admin", "catalogue/declined-proposals").items
        #expect(listed.filter { $0.number == order }.count == (confidential ? 0 : 2), "\(listed)")
      }
    }
  }

  @Test("a call ends with what the city does not take, by the public list only", arguments: TestDatabases.each)
  func refused(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      func call(_ members: JSONValue.Member...) -> JSONValue {
        .object([.init("channel", "phone"), .init("text", "法院判得不公。"), .init("then", "refuse")] + members)
      }
      let ended = try await city.post("agent", "appeals", call(.init("refusal", "litigation"), .init("reply", "请找法院。")), status: 201)
      #expect(ended.state == "refused")
      #expect(try await city.post("agent", "appeals", call(.init("refusal", "mood")), status: 422).words.contains("refusal"))
      #expect(try await city.post("agent", "appeals", call(.init("refusal", "repeated")), status: 422).words.contains("reply"))
      let asked = try await city.post("agent", "appeals", call(.init("refusal", "repeated"), .init("reply", "没有新情况。")), status: 201)
      #expect(asked.state == "recorded")
      #expect(try await city.get("agent", "appeals")["total"] == 2)
      try await city.verify()
    }
  }
}
