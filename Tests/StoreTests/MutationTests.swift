import Foundation
import Store
import TestKit
import Testing

/// Stored texts and search words, spoiled.
@Suite struct MutationTests {
  private static let json = [
    #"{"matter":{"number":"YX1","place":{"address":"柳岸路 5 号"},"tags":["a","\u00e9\n"]},"n":[-1.5e3,0,12],"yes":true,"no":null}"#,
    #"[{"a":{"b":[[],{}]}},"\ud83c\udf03",1e-7]"#,
  ]
  private static let pieces = ["{", "}", "[", "]", "\"", ":", ",", "\\u", "\\ud83c", "-", "1e999", "null", "\u{0}", "夜", " "]

  /// Whatever the tape reads, its values can be asked for.
  @Test func theTapeReadsOrRefuses() {
    Mutations.eachText(of: Self.json, pieces: Self.pieces, rounds: 5_000) { text in
      let depth = try? JSONGlance.at(text) { Self.walk($0, 0) }
      #expect((depth ?? 0) <= 100)
    }
  }

  /// Where Foundation reads numbers and words, the tape reads the same, what it wrote itself above all.
  @Test func numbersAndWordsReadAsElsewhere() {
    let pieces = ["1", "0", "-", ",", "\"", "[", "]", " ", "\\n", "\\\"", "路"]
    Mutations.eachText(of: [#"{"a":[1,-20,300],"b":[]}"#], pieces: pieces, rounds: 5_000) { text in
      guard let known = try? JSONDecoder().decode([String: [Int64]].self, from: Data(text.utf8)) else { return }
      if let read = try? StoredJSON.decode([String: [Int64]].self, from: text) { #expect(read == known, "\(text)") }
      let again = try? StoredJSON.decode([String: [Int64]].self, from: StoredJSON.encode(known))
      #expect(again == known, "\(text)")
    }
  }

  private static func walk(_ value: JSONGlance, _ depth: Int) -> Int {
    _ = (value.text, value.int, value["matter"]?["place"]?.text)
    return value.elements.map { walk($0, depth + 1) }.max() ?? depth
  }

  private static let words = ["路灯 坏了", "AND \"x\" OR (y)", "YX260930-1-A7KD", "ｆｕｌｌ　ｗｉｄｔｈ", "🌃 夜*"]
  private static let signs = [
    "\"", "'", "*", "(", ")", "AND", "OR", "NOT", "NEAR", ":", "-", "^", "&", "|", "!", "\\", "\u{0}", "_", "%", "　",
  ]

  @Test func queriesAreTermsOfLettersAndDigits() {
    Mutations.eachText(of: Self.words, pieces: Self.signs) { text in
      for term in SearchTokens.query(text) {
        #expect(!term.text.isEmpty && !term.text.unicodeScalars.contains { "\"'*():^&|!\\_% \u{0}".unicodeScalars.contains($0) }, "\(text)")
      }
    }
  }

  private static let piece = 300

  /// No word that anybody types breaks the statement of either engine.
  @Test(arguments: TestDatabases.each) func noQueryBreaksTheIndex(_ engine: TestEngine) async throws {
    let table = Migration(module: "words", number: 1, reason: "words to find") { $0.searchTable("words") }
    try await engine.database([table]) { database in
      var texts: [String] = []
      Mutations.eachText(of: Self.words, pieces: Self.signs, rounds: 300) { texts.append($0) }
      let queries = Array(texts.enumerated())
      // In pieces: a long transaction that writes holds up whoever reads the log on the same server.
      for start in stride(from: 0, to: queries.count, by: Self.piece) {
        let piece = queries[start..<min(start + Self.piece, queries.count)]
        try await database.write { sql in
          for (id, text) in piece { try sql.search(index: "words").put(id: Int64(id), text: text, scope: []) }
        }
      }
      try await database.read { sql in
        let index = sql.search(index: "words")
        for (id, text) in queries where !SearchTokens.query(text).isEmpty {
          // Of all that stand before the next one it is the newest: however many are alike, it is found.
          let found = try index.search(text, anyOf: nil, limit: 1, before: Int64(id) + 1)
          #expect(found == [Int64(id)], "\(text)")
        }
      }
    }
  }
}
