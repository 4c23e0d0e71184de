import Casework
import Testing
import Web
import Workdays

/// Steps that many stories take in the same words.
extension City {
  func record(_ text: String, caller: String = "王芳", phone: String = "13800001234", more: [JSONValue.Member] = []) async throws -> String {
    let body: [JSONValue.Member] = [
      .init("channel", "phone"), .init("text", .text(text)), .init("caller", ["name": .text(caller), "phone": .text(phone)]),
    ]
    return try await post("agent", "appeals", .object(body + more), status: 201).number
  }

  func raise(_ appeal: String, category: String = "城乡建设/公用设施/路灯", kind: String = "help", title: String = "路灯不亮") async throws -> String {
    let body: JSONValue = [
      "kind": .text(kind), "category": .text(category), "urgency": "normal", "title": .text(title), "text": "请核实办理。",
    ]
    return try await post("agent", "appeals/\(appeal)/orders", body, status: 201).number
  }

  func dispatch(_ order: String, to unit: String, assist: [String] = []) async throws {
    let answer = try await post("dispatcher", "orders/\(order)/dispatch", ["unit": .text(unit), "assist": .list(assist.map { .text($0) })])
    #expect(answer.state == "pending-signature")
  }

  func sign(_ order: String, by officer: String) async throws {
    #expect(try await post(officer, "orders/\(order)/signature").state == "handling")
  }

  func feedBack(_ order: String, by officer: String, outcome: String = "solved", reply: String = "已经修好，请查看。") async throws {
    let body: JSONValue = [
      "outcome": .text(outcome), "public_reply": .text(reply), "contact": ["at": .text(clock.now.iso8601), "result": "reached"],
    ]
    #expect(try await post(officer, "orders/\(order)/feedback", body).state == "review")
  }

  func pass(_ order: String, by reviewer: String = "dispatcher") async throws -> String {
    try await post(reviewer, "orders/\(order)/review", ["decision": "pass"]).state
  }

  /// Calls the citizen back; returns the order's state.
  func callBack(_ order: String, _ appeal: String, solved: Bool, grade: String? = nil) async throws -> String {
    let body: JSONValue = [
      "appeal": .text(appeal), "reached": true, "true": true, "contacted": true, "solved": .flag(solved),
      "result_grade": .text(grade ?? (solved ? "satisfied" : "dissatisfied")), "service_grade": "very-satisfied",
    ]
    return try await post("followup", "orders/\(order)/callback", body).state
  }

  /// The words of the order's events, in order.
  func events(_ order: String, by who: String = "supervisor") async throws -> [String] {
    try await get(who, "orders/\(order)/events").items.compactMap { $0["type"]?.text }
  }
}
