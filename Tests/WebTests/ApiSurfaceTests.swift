import HTTPTypes
import HummingbirdTesting
import Testing
import Web

@Suite struct ApiSurfaceTests {
  private let path = "orders/G1-A/return"

  @Test func aGoodCallIsAnswered() async throws {
    try await House.test { client in
      let answer = try await client.api(.post, "orders/g1-a/return", json: #"{"reason":"不属于我单位"}"#)
      #expect(answer.status == .created && answer.json?["number"]?.text == "G1-A" && answer.json?["reason"]?.text == "不属于我单位")
      #expect(answer.headers[.xContentTypeOptions] == "nosniff" && answer.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
      let listed = try await client.api(.get, "orders?limit=5")
      #expect(listed.json?["limit"] == .whole(5))
      #expect(try await client.api(.head, "orders").status == .ok)
    }
  }

  @Test func strangersAreAskedForAToken() async throws {
    try await House.test { client in
      let none = try await client.api(.post, path, token: nil, json: "{}")
      #expect(none.status == .unauthorized && none.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
      let wrong = try await client.api(.post, path, token: "stolen", json: "{}")
      #expect(wrong.status == .unauthorized && wrong.headers[.wwwAuthenticate]?.contains("invalid_token") == true)
      #expect(wrong.headers[.contentType]?.hasPrefix("application/problem+json") == true)
    }
  }

  @Test func theRoleThatMayIsNamed() async throws {
    try await House.test { client in
      let answer = try await client.api(.post, path, token: "disp", json: #"{"reason":"a"}"#)
      #expect(answer.status == .forbidden && answer.json?["detail"]?.text?.contains("承办人") == true)
      let english = try await client.api(.post, path, token: "disp", json: "{}", headers: [.acceptLanguage: "fr, en;q=0.8, zh;q=0.5"])
      #expect(english.json?["detail"]?.text?.contains("Unit officer") == true)
    }
  }

  @Test(arguments: [
    ("{}", 422, "invalid-input"), (#"{"reason":"#, 400, "malformed-json"),
    (#"{"reason":"\#(String(repeating: "x", count: 1001))"}"#, 413, "too-large"),
  ]) func badBodies(_ body: String, _ status: Int, _ code: String) async throws {
    try await House.test { client in
      let answer = try await client.api(.post, path, json: body)
      #expect(Int(answer.status.code) == status && answer.json?["type"]?.text == "urn:lianxin:problem:\(code)")
      #expect(answer.json?["title"]?.text?.isEmpty == false && answer.json?["detail"]?.text?.isEmpty == false)
    }
  }

  @Test func everyWrongFieldIsNamed() async throws {
    try await House.test { client in
      let errors = try await client.api(.post, path, json: #"{"unit":"nobody","extra":1}"#).json?["errors"]
      #expect(errors?[0]?["field"]?.text == "reason" && errors?[1]?["field"]?.text == "unit" && errors?[2]?["field"]?.text == "extra")
      #expect(try await client.api(.get, "orders?limit=500&x=1").json?["errors"]?[1]?["field"]?.text == "x")
    }
  }

  @Test func otherShapes() async throws {
    try await House.test { client in
      let form = try await client.api(.post, path, json: "reason=a", headers: [.contentType: "application/x-www-form-urlencoded"])
      #expect(form.status == .unsupportedMediaType)
      let method = try await client.api(.put, path)
      #expect(method.status == .methodNotAllowed && method.headers[.allow] == "POST")
      #expect(try await client.api(.get, "nothing/here").status == .notFound)
      #expect(try await client.api(.post, "orders/a%20b/return", json: #"{"reason":"a"}"#).status == .notFound)
      #expect(
        try await client.api(.post, path, json: #"{"reason":"a"}"#, headers: [HTTPField.Name("Idempotency-Key")!: "a b"]).status
          == .badRequest)
    }
  }

  @Test func wrongStatesSayWhatIsPossible() async throws {
    try await House.test { client in
      let answer = try await client.api(.post, "orders/G1/signature")
      #expect(answer.status == .conflict && answer.json?["possible"] == .texts(["feedback", "return"]))
    }
  }

  @Test func theUnforeseenLeaksNothing() async throws {
    try await House.test { client in
      let answer = try await client.api(.post, "orders/G1/closure")
      #expect(
        answer.status == .internalServerError && !answer.text.contains("SELECT") && answer.json?["detail"]?.text?.contains("编号") == true)
    }
  }

  @Test func aSessionIsHandedOverAsACookieToo() async throws {
    try await House.test { client in
      let answer = try await client.api(.post, "sessions", token: nil)
      #expect(answer.status == .ok && answer.json?["session"]?.text == "s")
      #expect(answer.headers[values: .setCookie] == ["lianxin_session=s; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"])
    }
  }

  @Test func whoeverMustWaitIsToldHowLong() async throws {
    try await House.test { client in
      let answer = try await client.api(.post, "tries", token: nil)
      #expect(answer.status == .tooManyRequests && answer.headers[.retryAfter] == "120")
    }
  }
}
