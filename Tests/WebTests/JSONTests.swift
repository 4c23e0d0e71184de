import Testing
import Web

@Suite struct JSONTests {
  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .flag(true)), ("-0", .whole(0)), ("12", .whole(12)), ("-7", .whole(-7)),
    ("1.50", .number("1.50")), ("1e3", .number("1e3")), ("9223372036854775808", .number("9223372036854775808")),
    ("\"\"", .text("")), ("\"热线\\n\\u70ed\\ud83d\\ude00\\/\"", .text("热线\n热😀/")), ("[]", .list([])), ("{}", .object([])),
    ("[1,[2]]", .list([.whole(1), .list([.whole(2)])])), ("{\"a\":{\"b\":[]}}", .object([.init("a", .object([.init("b", .list([]))]))])),
  ]) func reads(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONParser.parse(Array(text.utf8)) == value)
    #expect(try JSONParser.parse(value.bytes) == value)
  }

  @Test(arguments: [
    ("", JSONProblem.Reason.empty), ("{", .unfinished), ("[1,]", .unexpected), ("{\"a\":1,}", .unexpected), ("{a:1}", .unexpected),
    ("01", .badNumber), ("1.", .badNumber), ("-", .badNumber), ("+1", .unexpected), (".5", .unexpected), ("1e", .badNumber),
    ("NaN", .unexpected), ("nul", .unfinished), ("trux", .unexpected), ("1 2", .trailing), ("\"a", .unfinished), ("\"\t\"", .control),
    ("\"\\x\"", .badEscape), ("\"\\u12\"", .unfinished), ("\"\\ud800\"", .badEscape), ("\"\\udc00\"", .badEscape),
    ("\"\\ud800\\u0041\"", .badEscape), ("{\"a\":1,\"a\":2}", .duplicate("a")), ("'a'", .unexpected), ("[1 2]", .unexpected),
  ]) func refuses(_ text: String, _ reason: JSONProblem.Reason) {
    let problem = #expect(throws: JSONProblem.self) { try JSONParser.parse(Array(text.utf8)) }
    #expect(problem?.reason == reason)
  }

  @Test func refusesBrokenUTF8AndDepthAndManyDuplicates() {
    for bytes in [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE7, 0x83]] as [[UInt8]] {
      #expect(throws: JSONProblem.self) { try JSONParser.parse([0x22] + bytes + [0x22]) }
      #expect(throws: JSONProblem.self) { try JSONParser.parse([0x22, 0x5C, 0x6E] + bytes + [0x22]) }
    }
    let deep = String(repeating: "[", count: 17) + String(repeating: "]", count: 17)
    #expect(throws: JSONProblem.self) { try JSONParser.parse(Array(deep.utf8)) }
    let many = (0..<40).map { "\"k\($0 % 39)\":1" }.joined(separator: ",")
    let problem = #expect(throws: JSONProblem.self) { try JSONParser.parse(Array("{\(many)}".utf8)) }
    #expect(problem?.reason == .duplicate("k0"))
  }

  /// Whatever arrives, the parser ends with a value or a problem, and a value is written and read back the same.
  @Test func survivesMutations() {
    var random = Seeded(seed: 12345)
    let seed = Array(
      "{\"channel\":\"phone\",\"text\":\"路灯\\u0021 坏了\\n\",\"caller\":{\"phone\":\"13800005678\"},\"n\":[-1.5e3,true,null]}".utf8)
    for _ in 0..<20_000 {
      var bytes = seed
      for _ in 0...Int(random.next() % 4) { mutate(&bytes, &random) }
      if let value = try? JSONParser.parse(bytes) { #expect((try? JSONParser.parse(value.bytes)) == value) }
    }
    for length in 0..<300 { _ = try? JSONParser.parse((0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }) }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout Seeded) {
    let index = Int(random.next() % UInt64(bytes.count))
    switch random.next() % 4 {
    case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
    case 1: bytes.remove(at: index)
    case 2: bytes.insert(Array("{}[]\":,\\u-.0".utf8).randomElement(using: &random) ?? 0, at: index)
    default: bytes.removeLast(min(bytes.count - 1, Int(random.next() % 8)))
    }
  }
}

/// The same numbers on every run (splitmix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
