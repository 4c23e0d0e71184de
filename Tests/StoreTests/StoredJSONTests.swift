import Foundation
import Store
import Testing

@Suite struct StoredJSONTests {
  private struct Thing: Codable, Equatable {
    enum Act: Codable, Equatable {
      case signed
      case moved(to: String, steps: [Int])
    }

    var name: String
    var count: Int64
    var share: Double
    var flag: Bool
    var missing: String?
    var acts: [Act]
    var words: [String: String]
    var inner: [Thing]
  }

  private static let thing = Thing(
    name: "路灯\n\"坏\"了\\ / \u{1}😀", count: .min, share: 35.6, flag: true, missing: nil, acts: [.signed, .moved(to: "", steps: [1, -2])],
    words: ["甲": "乙", "b": ""],
    inner: [Thing(name: "", count: .max, share: -1e-9, flag: false, missing: "x", acts: [], words: [:], inner: [])])

  @Test func readsWhatItWrote() throws {
    #expect(try StoredJSON.decode(Thing.self, from: StoredJSON.encode(Self.thing)) == Self.thing)
  }

  @Test func isJSONForOthersToo() throws {
    let text = try StoredJSON.encode(Self.thing)
    #expect(try JSONDecoder().decode(Thing.self, from: Data(text.utf8)) == Self.thing)
    let foreign = String(decoding: try JSONEncoder().encode(Self.thing), as: UTF8.self)
    #expect(try StoredJSON.decode(Thing.self, from: foreign) == Self.thing)
  }

  @Test func writesCompactly() throws {
    #expect(try StoredJSON.encode(Thing.Act.signed) == #"{"signed":{}}"#)
    #expect(try StoredJSON.encode(Thing.Act.moved(to: "a/b", steps: [1])) == #"{"moved":{"to":"a/b","steps":[1]}}"#)
    #expect(try StoredJSON.encode("told") == #""told""#)
    #expect(try StoredJSON.encode([String: Int]()) == "{}")
  }

  @Test func readsEscapesAndSpaces() throws {
    #expect(try StoredJSON.decode([String].self, from: " [ \"\\u8def\\ud83d\\ude00\\/\" , \"b\" ] ") == ["路😀/", "b"])
    #expect(try StoredJSON.decode([Int?].self, from: "[1,null]") == [1, nil])
  }

  @Test(arguments: [
    "", "{", "[1", "[1,]", "[1 2]", "\"a", "[\"\\", "tru", "[1]x", "{\"a\"}", "[-]", "[99999999999999999999]", "[1.5]", "[\"\\u12",
  ])
  func refusesDamage(_ text: String) {
    #expect(throws: (any Error).self) { try StoredJSON.decode([Int].self, from: text) }
  }

  @Test func refusesEndlessDepth() {
    #expect(throws: (any Error).self) { try StoredJSON.decode([Int].self, from: String(repeating: "[", count: 100_000)) }
  }
}
