import Store
import TestKit
import Testing

@Suite struct ValuesTests {
  private static let insert = """
    INSERT INTO things (name, size, weight, urgent, bytes) VALUES ($1, $2, $3, $4, $5)
    """

  @Test(arguments: TestDatabases.each) func everyKindComesBackAsItWent(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      let name = "幸福路三号楼路灯不亮，𠮷祥里。'\"\\ \u{1F6A8}"
      let bytes = (0...255).map { UInt8($0) }
      let row = try await db.write { session in
        try session.execute(Self.insert, [.text(name), .int(.min), .real(0.1), true, .blob(bytes)])
        return try session.first("SELECT name, size, weight, urgent, bytes FROM things WHERE urgent") { row in
          (row.text(0), row.int(1), row.real(2), row.bool(3), row.blob(4))
        }
      }
      let found = try #require(row)
      #expect(found.0 == name)
      #expect(found.1 == .min)
      #expect(found.2 == 0.1)
      #expect(found.3)
      #expect(found.4 == bytes)
    }
  }

  @Test(arguments: TestDatabases.each) func nothingIsNotTheSameAsEmpty(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      let (nothing, empty) = try await db.write { session in
        try session.execute(Self.insert, [.str(nil), .num(Int64?.none), nil, .flag(nil), .bytes(nil)])
        try session.execute(Self.insert, ["", 0, .real(0), false, .blob([])])
        let rows = try session.query("SELECT name, size, weight, urgent, bytes FROM things ORDER BY id") { row in
          (0..<5).map { row.isNull($0) }
        }
        return (rows[0], rows[1])
      }
      #expect(nothing == [true, true, true, true, true])
      #expect(empty == [false, false, false, false, false])
    }
  }

  @Test(arguments: TestDatabases.each) func parametersAreBoundByNumber(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      let found = try await db.write { session in
        try session.execute("INSERT INTO things (size, name) VALUES ($2, $1)", ["路灯", 7])
        return try session.count("SELECT count(*) FROM things WHERE size = $2 AND name = $1 AND size = $2", ["路灯", 7])
      }
      #expect(found == 1)
    }
  }

  @Test(arguments: TestDatabases.each) func aNulInATextIsRefused(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      await #expect(throws: StoreError.invalidValue("a NUL character in a text")) {
        try await db.write { _ = try $0.execute("INSERT INTO things (name) VALUES ($1)", ["路\u{0}灯"]) }
      }
      await #expect(throws: StoreError.invalidValue("a number that is not finite")) {
        try await db.write { _ = try $0.execute("INSERT INTO things (weight) VALUES ($1)", [.real(.infinity)]) }
      }
    }
  }

  @Test(arguments: TestDatabases.each) func aWrongCountOfParametersIsAnError(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      for args: [SQLValue] in [[], ["a", "b"]] {
        await #expect(throws: StoreError.self) {
          try await db.write { _ = try $0.execute("INSERT INTO things (name) VALUES ($1)", args) }
        }
      }
      await #expect(throws: StoreError.self) {
        try await db.write { _ = try $0.execute("DELETE FROM things; DELETE FROM things") }
      }
    }
  }

  @Test(arguments: TestDatabases.each) func theSameTextRunsInsideItsOwnResult(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      let pairs = try await db.write { session in
        for size in 1...3 { try session.execute("INSERT INTO things (size) VALUES ($1)", [.num(size)]) }
        let sql = "SELECT size FROM things WHERE size > $1 ORDER BY size"
        return try session.query(sql, [0]) { row in
          let size = row.int(0)
          return try session.query(sql, [.int(size)]) { $0.int(0) }
        }
      }
      #expect(pairs == [[2, 3], [3], []])
    }
  }

  @Test(arguments: TestDatabases.each) func whereInTakesListsOfAnyLength(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      let counts = try await db.write { session in
        for size in 1...9 { try session.execute("INSERT INTO things (size, name) VALUES ($1, 'a')", [.num(size)]) }
        return try [[], [2], [2, 4, 6], [1, 2, 3, 4, 99]].map { (ids: [Int64]) in
          var args: [SQLValue] = []
          let name = "name = \(args.bind("a"))"
          let sizes = args.whereIn("size", ids)
          return try session.count("SELECT count(*) FROM things WHERE \(name) AND \(sizes)", args)
        }
      }
      #expect(counts == [0, 1, 3, 4])
    }
  }

  @Test(arguments: TestDatabases.each) func executeCountsRows(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      let counts = try await db.write { session in
        for size in 1...3 { try session.execute("INSERT INTO things (size) VALUES ($1)", [.num(size)]) }
        let changed = try session.execute("UPDATE things SET name = 'x' WHERE size < $1", [3])
        let none = try session.execute("DELETE FROM things WHERE size > $1", [99])
        return [changed, none]
      }
      #expect(counts == [2, 0])
    }
  }
}
