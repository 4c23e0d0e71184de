import TestKit
import Testing
import Web

/// The console through its interface: what it is told while somebody types, and calls that end in one breath.
@Suite struct ConsoleTests {
  private func suggest(_ city: City, _ who: String = "agent", _ members: (String, JSONValue)...) async throws -> JSONValue {
    try await city.post(who, "suggestions", .object(members.map { .init($0.0, $0.1) }))
  }

  @Test("what is typed brings the category, the unit with its reason, the limits and the questions", arguments: TestDatabases.each)
  func likely(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let found = try await suggest(city, "agent", ("text", "家里暖气不热，只有十四度。"), ("address", "东湖区湖滨路9号"))
      #expect(found["guesses"]?[0]?["category"]?.text == "城乡建设/供热/室温不达标")
      #expect(found["guesses"]?[0]?["confidence"]?.text == "likely")
      #expect(found["proposal"]?["lead"]?.text == "heat-firm" && found["proposal"]?["confidence"]?.text == "likely")
      #expect(found["proposal"]?["reason"]?.words.contains("供热经营协议") == true)
      #expect(found["limits"]?.words.contains("办结") == true)
      #expect(found["questions"]?[0]?["name"]?.text == "building" && found["area"]?.text == "east-lake")
      #expect(found["answers"]?[0]?["title"]?["zh"]?.text == "采暖期与抢修电话")
      #expect(try await suggest(city)["category"] == nil)
    }
  }

  @Test("the caller is known by the number, masked, with what was said before", arguments: TestDatabases.each)
  func caller(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let first = try await city.record("有人要跳楼！", more: [.init("life_risk", true), .init("category", "政法/生命安全/轻生风险")])
      let found = try await suggest(city, "agent", ("phone", "138 0000 1234"), ("category", "政法/生命安全/轻生风险"))
      let caller = try #require(found["caller"])
      #expect(caller["phone"]?.text == "138****1234" && caller["names"]?[0]?.text == "王**" && !caller.words.contains("13800001234"))
      #expect(caller["cases"] == 1 && caller["time"] == 2 && caller["life_risks"] == 1 && caller["earlier"]?[0]?.text == first)
      #expect(try await suggest(city, "agent", ("phone", "1380000"))["caller"]?["cases"] == 0)
      #expect(try await suggest(city, "agent", ("phone", "138"))["caller"] == nil)
      #expect(try await suggest(city, "intake", ("phone", "13800001234"))["caller"]?["cases"] == 0)
      try await city.post("officer-urban", "suggestions", status: 403)
    }
  }

  @Test("an answer that citizens got before is offered, a confidential one never", arguments: TestDatabases.each)
  func answers(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let open = try await city.record("公园健身器材什么时候更换？")
      try await city.post("agent", "appeals/\(open)/answer", ["reply": "五月底前全部更换，联系 13800009999。"])
      let secret = try await city.record("公园健身器材伤了人，别说是我。", more: [.init("confidential", true)])
      try await city.post("agent", "appeals/\(secret)/answer", ["reply": "已单独回复。"])
      try await city.hotline.index.advanceToEnd()
      let found = try await suggest(city, "agent", ("text", "请问公园健身器材怎么还不更换"))
      let words = found["answers"]?.words ?? ""
      #expect(words.contains("五月底前全部更换") && words.contains(open) && !words.contains("13800009999") && !words.contains("单独回复"))
    }
  }

  @Test("an incident near by stands first among what it may join", arguments: TestDatabases.each)
  func incident(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let place: [JSONValue.Member] = [.init("area", "east-lake"), .init("place", ["address": "湖滨路1号"])]
      let order = try await city.raise(
        try await city.record("湖滨路1号水管爆裂。", more: place), category: "城乡建设/供水/水管爆裂", title: "水管爆裂")
      let other = try await city.raise(
        try await city.record("湖滨路1号又是水管爆裂，水管爆裂。", more: place), category: "城乡建设/供水/水管爆裂", title: "湖滨路水管爆裂")
      let incident: JSONValue = ["kind": "incident", "orders": [.text(order)], "text": "爆管抢修。"]
      let number = try await city.post("supervisor", "measures", incident, status: 201).number
      try await city.hotline.index.advanceToEnd()
      let found = try await suggest(city, "agent", ("text", "门口水管爆裂了"), ("address", "湖滨路１号附近"), ("area", "east-lake"))
      #expect(found["joinable"]?[0]?["order"]?.text == order && found["joinable"]?[0]?["incident"]?.text == number)
      #expect(found["joinable"]?[1]?["order"]?.text == other)
      #expect(found["places"]?[0]?["address"]?.text?.hasPrefix("湖滨路1号") == true)
    }
  }

  @Test("a call is recorded and answered, raised, or joined in one breath; all of it or nothing", arguments: TestDatabases.each)
  func oneBreath(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let told: JSONValue = [
        "channel": "phone", "text": "请问采暖期到哪天？", "then": "answer", "reply": "到三月十五日。", "category": "城乡建设/供热/供热收费",
        "facts": ["time": "每年"],
      ]
      let answered = try await city.post("agent", "appeals", told, status: 201)
      #expect(answered.state == "answered")
      #expect(try await city.get("agent", "appeals/\(answered.number)")["text"]?.text == "请问采暖期到哪天？\n\n时间：每年")
      let bare: JSONValue = ["channel": "phone", "text": "请问几点上班？", "then": "answer"]
      #expect(try await city.post("agent", "appeals", bare, status: 422).words.contains("reply"))
      let cold: JSONValue = ["channel": "phone", "text": "家里冷。", "then": "order", "category": "城乡建设/供热/室温不达标"]
      #expect(try await city.post("agent", "appeals", cold, status: 422).words.contains("answers.building"))
      let before = try await city.get("agent", "appeals")["total"]
      #expect(before == 1)
      try await city.verify()
    }
  }

  @Test("what was asked stands in the order; who may dispatch sends it at once, a duty seat its own firm's", arguments: TestDatabases.each)
  func dispatched(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let cold: JSONValue = [
        "channel": "phone", "text": "家里冷。孩子病了。", "then": "order", "category": "城乡建设/供热/室温不达标", "unit": "heat-firm",
        "answers": ["building": "云溪花园3-2-501", "paid": "paid", "temperature": 14],
      ]
      let seat = try await city.post("agent-heat", "appeals", cold, status: 201)
      #expect(seat.state == "in-hand" && seat["order"]?.state == "pending-signature" && seat["order"]?["unit"]?.text == "heat-firm")
      let order = try await city.get("supervisor", "orders/\(seat["order"]?.number ?? "")")
      #expect(order["title"]?.text == "家里冷")
      #expect(order["text"]?.text?.hasSuffix("小区、楼栋、门牌：云溪花园3-2-501\n室内温度：14 ℃\n是否已缴费：已缴费") == true)
      #expect(try await city.post("agent", "appeals", cold, status: 201)["order"]?.state == "pending-dispatch")
      #expect(try await city.post("dispatcher", "appeals", cold, status: 201)["order"]?.state == "pending-signature")
      let join: JSONValue = ["channel": "phone", "text": "我家也冷。", "then": "join", "into": .text(seat["order"]?.number ?? "")]
      #expect(try await city.post("agent", "appeals", join, status: 201).state == "in-hand")
      #expect(try await city.get("supervisor", "orders/\(seat["order"]?.number ?? "")")["participations"]?[1] != nil)
      try await city.verify()
    }
  }
}
