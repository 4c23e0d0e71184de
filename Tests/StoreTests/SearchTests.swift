import Store
import TestKit
import Testing

@Suite struct SearchTests {
  private static let documents: [Int64: String] = [
    1: "幸福小区物业不作为，楼下夜间施工噪音扰民",
    2: "建设路 36 路公交车站牌损坏",
    3: "小区内的WiFi信号塔，业主投诉物业公司",
    4: "地下室里有很大的噪声和音乐",
  ]

  private func filled(_ engine: TestEngine, _ body: (any Database) async throws -> Void) async throws {
    try await engine.database(searchFixture) { db async throws in
      try await db.write { session in
        for (id, text) in Self.documents { try session.search(index: "orders").put(id: id, text: text, scope: ["u_\(id % 2)", "all"]) }
      }
      try await body(db)
    }
  }

  private func find(
    _ db: any Database, _ query: String, anyOf scope: [String]? = nil, limit: Int = 20, before: Int64? = nil
  ) async throws -> [Int64] {
    try await db.read { try $0.search(index: "orders").search(query, anyOf: scope, limit: limit, before: before) }
  }

  @Test(arguments: TestDatabases.each) func findsWordsOfAnyLength(_ engine: TestEngine) async throws {
    try await filled(engine) { db async throws in
      #expect(try await find(db, "物业") == [3, 1])
      #expect(try await find(db, "噪音") == [1])
      #expect(try await find(db, "物业公司") == [3])
      #expect(try await find(db, "音") == [4, 1])
      #expect(try await find(db, "民") == [1])
      #expect(try await find(db, "乐") == [4])
      #expect(try await find(db, "没有的") == [])
      #expect(try await find(db, "，。!'\" () *") == [])
    }
  }

  @Test(arguments: TestDatabases.each) func findsMixedQueries(_ engine: TestEngine) async throws {
    try await filled(engine) { db async throws in
      #expect(try await find(db, "小区 噪音") == [1])
      #expect(try await find(db, "ｗｉｆｉ信号") == [3])
      #expect(try await find(db, "建设路36路") == [2])
      #expect(try await find(db, "36 OR NOT \"公交\" & | ':*") == [])
      #expect(try await find(db, "36\" 公交'") == [2])
    }
  }

  @Test(arguments: TestDatabases.each) func reindexingForgetsTheOldText(_ engine: TestEngine) async throws {
    try await filled(engine) { db async throws in
      try await db.write { try $0.search(index: "orders").put(id: 1, text: "路灯不亮", scope: []) }
      #expect(try await find(db, "噪音") == [])
      #expect(try await find(db, "路灯") == [1])
      #expect(try await find(db, "路灯", anyOf: ["u_1"]) == [])
      try await db.write { session in
        try session.search(index: "orders").remove(1)
        try session.search(index: "orders").remove(77)
      }
      #expect(try await find(db, "路灯") == [])
    }
  }

  @Test(arguments: TestDatabases.each) func scopeNarrows(_ engine: TestEngine) async throws {
    try await filled(engine) { db async throws in
      #expect(try await find(db, "小区", anyOf: ["u_1"]) == [3, 1])
      #expect(try await find(db, "小区", anyOf: ["u_0"]) == [])
      #expect(try await find(db, "噪", anyOf: ["u_0", "u_1"]) == [4, 1])
      #expect(try await find(db, "小区", anyOf: []) == [])
      #expect(try await find(db, "小区", anyOf: ["U_1", "u-1", "u"]) == [])
    }
  }

  @Test(arguments: TestDatabases.each) func pagesFromTheNewest(_ engine: TestEngine) async throws {
    try await filled(engine) { db async throws in
      #expect(try await find(db, "小区", limit: 1) == [3])
      #expect(try await find(db, "小区", before: 3) == [1])
      #expect(try await find(db, "all_ u_1 _all") == [])
    }
  }

  @Test(arguments: TestDatabases.each) func longTextsAreBounded(_ engine: TestEngine) async throws {
    try await filled(engine) { db async throws in
      let word = String(repeating: "x", count: 100_000)
      let text = "开头\(String(repeating: "天地玄黄宇宙洪荒", count: 20_000))结尾 \(word)"
      try await db.write { try $0.search(index: "orders").put(id: 9, text: text, scope: ["all"]) }
      #expect(try await find(db, "开头玄黄") == [])
      #expect(try await find(db, "开头 玄黄", anyOf: ["all"]) == [9])
      #expect(try await find(db, "结尾") == [])
    }
  }

  @Test func cutsIntoPairsAndWords() {
    #expect(SearchTokens.index("噪音！ ABC１２，栋3号") == "噪音 音 abc12 栋 3 号")
    #expect(SearchTokens.index("路路路路") == "路路 路")
    #expect(SearchTokens.index(" ，。") == "")
    #expect(SearchTokens.query("噪音扰民") == ["噪音", "音扰", "扰民"].map { SearchTerm(text: $0, isPrefix: false) })
    #expect(SearchTokens.query("栋") == [SearchTerm(text: "栋", isPrefix: true)])
    #expect(SearchTokens.scope("u_a") != SearchTokens.scope("u-a"))
  }
}
