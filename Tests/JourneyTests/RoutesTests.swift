import App
import Casework
import TestKit
import Testing
import Web

@Suite struct RoutesTests {
  @Test("who may call what is what stands on the route's line, role by role")
  func roleByRole() async throws {
    try await City.open(.sqlite) { city in
      for endpoint in city.hotline.endpoints where endpoint.surfaces.contains(.api) && endpoint.method != .delete {
        let path = endpoint.path.replacing("{number}", with: "YX260302-1-AAAA").replacing("{login}", with: "nobody")
          .replacing("{id}", with: "1").replacing("{token}", with: "1").replacing("{metric}", with: "closed")
        for role in Role.allCases {
          let status = try await city.status(of: endpoint.method, path, by: role.rawValue)
          let actor = try await city.hotline.accounts.actor(for: role.rawValue)
          let refused = status == 403
          #expect(refused == !endpoint.who.admits(actor), "\(role.rawValue) \(endpoint.method) \(endpoint.path): \(status)")
        }
      }
    }
  }

  @Test("the OpenAPI document names exactly the routes that are served")
  func document() async throws {
    try await City.open(.sqlite) { city in
      guard case .object(let paths)? = try await city.document()["paths"] else {
        Issue.record("the document has no paths")
        return
      }
      let written = Set(
        paths.flatMap { path -> [String] in
          guard case .object(let methods) = path.value else { return [] }
          return methods.filter { ["get", "post", "delete"].contains($0.name) }.map { "\($0.name.uppercased()) \(path.name)" }
        })
      let served = Set(city.hotline.endpoints.filter { $0.surfaces.contains(.api) }.map { "\($0.method.rawValue) /api/v1/\($0.path)" })
      let short = Set(written.map { $0.contains("/api/v1") ? $0 : $0.replacing(" /", with: " /api/v1/") })
      #expect(short == served)
    }
  }

  /// That it is so in every call of every story, the mount asserts.
  @Test("what creates something is described by 201, what takes files by their form alone")
  func described() async throws {
    try await City.open(.sqlite) { city in
      let paths = try #require(try await city.document()["paths"])
      func post(_ path: String) -> JSONValue? { (paths["/api/v1/\(path)"] ?? paths["/\(path)"])?["post"] }
      let creating = [
        "appeals", "appeals/{number}/orders", "sessions", "admin/accounts", "admin/accounts/{login}/tokens", "admin/displays",
      ]
      for path in creating { #expect(post(path)?["responses"]?["201"] != nil && post(path)?["responses"]?["200"] == nil, "\(path)") }
      #expect(post("orders/{number}/signature")?["responses"]?["200"] != nil)
      for path in ["appeals/{number}/attachments", "orders/{number}/attachments"] {
        let content = post(path)?["requestBody"]?["content"]
        #expect(content?["application/json"] == nil && post(path)?["requestBody"]?["required"] == true)
        #expect(content?["multipart/form-data"]?["schema"]?["required"] == ["files"], "\(path)")
      }
      let appeal = try await city.record("路灯不亮。")
      let empty = try await city.post("agent", "appeals/\(appeal)/attachments", status: 422)
      #expect(empty["errors"]?[0]?["field"] == "files")
    }
  }

  @Test("every action of the lifecycle tables that people take has its endpoint")
  func everyVerb() async throws {
    try await City.open(.sqlite) { city in
      let orders = Set(city.hotline.endpoints.filter { $0.path.hasPrefix("orders/") }.compactMap(\.action))
      let inside: Set<OrderAction> = [.raise, .autoSign, .collect, .join, .part, .reachRung, .recompute]
      for action in OrderAction.allCases where !inside.contains(action) { #expect(orders.contains(action.rawValue), "\(action)") }
      let appeals = Set(city.hotline.endpoints.filter { $0.path.hasPrefix("appeals") }.compactMap(\.action))
      // A refusal that needs a second person is asked for by refusing; what an emergency line says is logged on the shadow order.
      for action in AppealAction.allCases where ![.askRefusal, .hearHandover].contains(action) {
        #expect(appeals.contains(action.rawValue), "\(action)")
      }
    }
  }
}
