import Casework
import Profiles
import Testing
import Workdays

/// A way to spoil the small profile, and what the reader must say: the line, and words of the English reason or remedy.
struct Spoiled: CustomTestStringConvertible, Sendable {
  let line: Int
  let text: String?
  let expected: Int
  let words: String

  /// - Parameter expected: the line of the problem, where it is not the spoiled one.
  init(_ line: Int, _ text: String?, says words: String, at expected: Int? = nil) {
    self.line = line
    self.text = text
    self.expected = expected ?? line
    self.words = words
  }

  var testDescription: String { "\(text ?? "without line \(line)"): \(words)" }
}

@Suite struct BrokenProfileTests {
  @Test func theSmallProfileIsWhole() {
    #expect(ProfileFiles.problems(in: ProfileFiles.small) == [])
  }

  static let spoiled = [
    Spoiled(4, "prefx: ST", says: "unknown key “prefx”"),
    Spoiled(4, "prefx: ST", says: "Did you mean “prefix”?"),
    Spoiled(2, nil, says: "“name” is missing", at: 1),
    Spoiled(4, "prefix: [ST]", says: "this must be a text"),
    Spoiled(4, "prefix: st-1", says: "number prefix “st-1” will not do"),
    Spoiled(3, "effective: 2026-02-30", says: "“2026-02-30” is no day"),
    Spoiled(3, "effective: soon", says: "“soon” is no day"),
    Spoiled(6, "  - {number: \"12345\", name: 热线, mode: mian}", says: "Did you mean “main”?"),
    Spoiled(8, "  - {id: north, name: 北区, parent: south}", says: "there is no area “south”"),
    Spoiled(8, "  - {id: north, name: 北区, longitude: 200}", says: "a number from -180.0 to 180.0"),
    Spoiled(10, "  - {id: small, name: 小城, level: city, area: noth}", says: "there is no area “noth”"),
    Spoiled(11, "  - {id: roads, name: 道路局, level: bureau, parent: smal}", says: "Did you mean “small”?"),
    Spoiled(11, "  - {id: roads, name: 道路局, level: bureau, parent: lamps}", says: "run in a circle: roads → lamps → roads"),
    Spoiled(11, "  - {id: small, name: 道路局, level: bureau, parent: small}", says: "“small” stands here twice"),
    Spoiled(11, "  - {id: roads, name: 道路局, level: bureau}", says: "there are two root units"),
    Spoiled(11, "  - {id: roads, name: 道路局, level: office, parent: small}", says: "“office” is not known here"),
    Spoiled(11, "  - {id: roads, level: bureau, parent: small}", says: "“name” is missing"),
    Spoiled(11, "  - {id: Road Office, name: 道路局, level: bureau, parent: small}", says: "has other characters"),
    Spoiled(11, "  - {id: roads, name: 道路局, level: bureau, parent: small, intake: yes}", says: "true or false"),
    Spoiled(11, "  - roads", says: "a map of keys and values"),
    Spoiled(14, "  道路 | Roads: [路灯 | Lamps, \"\"]", says: "a category has no name"),
    Spoiled(14, "  道路 | Roads: [路灯 | Lamps, \"坑洼 |\"]", says: "lacks a side"),
    Spoiled(14, "  道路 | Roads: [路灯 | Lamps, 路灯 | Lights]", says: "“道路/路灯” stands here twice"),
    Spoiled(14, "  道路 | Roads: [路灯, 坑/洼]", says: "has a “/”"),
    Spoiled(17, "    - week: {1-5: [\"08:30-12:00\", \"13:30-25:00\"]}", says: "“13:30-25:00” are no working hours"),
    Spoiled(17, "    - week: {1-5: [\"08:30-12:00\", \"11:30-17:30\"]}", says: "11:30-17:30 overlaps 08:30-12:00"),
    Spoiled(17, "    - week: {1-8: [\"08:30-12:00\"]}", says: "“1-8” are no weekdays"),
    Spoiled(17, "    - week: {1-5: []}", says: "no working time"),
    Spoiled(19, "  - {clock: handling, limit: 5 days}", says: "“5 days” is no time limit"),
    Spoiled(19, "  - {clock: handlin, limit: 5wd}", says: "Did you mean “handling”?"),
    Spoiled(19, "  - {clock: handling, limit: 5wd, categories: 道路/路登}", says: "Did you mean “道路/路灯”?"),
    Spoiled(19, "  - {clock: handling, limit: 5wd, units: road}", says: "there is no unit “road”"),
    Spoiled(19, "  - {clock: handling, limit: 5wd, season: winter}", says: "“winter” is no season"),
    Spoiled(19, "  - {clock: handling, limit: 5wd, kinds: [complain]}", says: "Did you mean “complaint”?"),
    Spoiled(21, "  - {clock: transfer, limit: 4wh, urgencies: normal}", says: "no transfer limit for consultation × urgent", at: 18),
    Spoiled(20, nil, says: "no handling limit for", at: 18),
    Spoiled(22, nil, says: "no sign limit for", at: 18),
    Spoiled(24, "  returns: {within: 2wd, rounds: many}", says: "a whole number from 0 to 99"),
    Spoiled(25, "  return-reasons: [not-ours]", says: "a map of keys and values"),
    Spoiled(27, "  - {name: poles, label: 灯杆数, type: number}", says: "“number” is not known here"),
    Spoiled(27, "  - {name: poles, label: 灯杆数, type: choice}", says: "“options” is missing"),
    Spoiled(27, "details: {leader-days: {weekday: 9}}", says: "a whole number from 1 to 7", at: 27),
    Spoiled(1, "extends: base.yaml", says: "there is no base.yaml to extend"),
    Spoiled(3, "effective: \"2026", says: "this is not YAML", at: 0),
    Spoiled(3, "name: 又一个", says: "repeated key name", at: 0),
  ]

  /// A line of 0 leaves the place to the YAML parser.
  @Test(arguments: spoiled) func theReaderNamesLineAndReason(_ spoiled: Spoiled) throws {
    let problems = ProfileFiles.problems(in: ProfileFiles.small(line: spoiled.line, spoiled.text))
    let problem = try #require(problems.first { "\($0.reason.en). \($0.remedy.en)".contains(spoiled.words) }, "\(problems)")
    #expect(spoiled.expected == 0 || problem.line == spoiled.expected)
    #expect(problem.file == "city.yaml" && !problem.reason.zh.isEmpty && !problem.remedy.zh.isEmpty && !problem.remedy.en.isEmpty)
  }

  @Test func everyProblemIsReportedAtOnce() {
    var yaml = ProfileFiles.small(line: 3, "effective: never")
    yaml = yaml.replacing("limit: 4wh", with: "limit: 4 hours").replacing("mode: main", with: "mode: big")
    let problems = ProfileFiles.problems(in: yaml)
    #expect(problems.map(\.line) == [3, 6, 18, 21])
  }

  @Test func whatIsNotThereIsOneProblem() {
    let missing = ProfileFiles.problems(in: "extends: bse.yaml\nkey: small\nunits:\n  - {id: roads, parent: city}")
    #expect(missing.map(\.reason.en) == ["there is no bse.yaml to extend"])
    #expect(ProfileFiles.problems(in: "extends: [a]\nkey: small").map(\.line) == [1])
  }

  @Test func aQuestionHasOneMark() throws {
    let problem = try #require(ProfileFiles.problems(in: ProfileFiles.small(line: 4, "prefx: ST")).first { $0.reason.en.contains("prefx") })
    #expect(problem.advice.zh.hasSuffix("是否想写“prefix”？") && problem.advice.en.hasSuffix("Did you mean “prefix”?"))
  }

  @Test func problemsSpeakBothLanguagesAndNameTheirPlace() throws {
    let problem = try #require(ProfileFiles.problems(in: ProfileFiles.small(line: 1, "kee: small")).first)
    #expect(problem.phrase.zh.hasPrefix("city.yaml 第 1 行："))
    #expect(problem.description.hasPrefix("city.yaml:1: "))
  }

  @Test(arguments: ["", "[]", "just text", "key: *nothing", "a: b: c", "\u{0}", String(repeating: "[", count: 5000)])
  func whatIsNoProfileIsRefused(_ yaml: String) {
    #expect(!ProfileFiles.problems(in: yaml).isEmpty)
  }

  /// Bytes changed, lost and doubled at seeded places: the reader answers each time, with a profile or with problems.
  @Test func damagedTextsNeverStopTheProgram() {
    var seed: UInt64 = 12345
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let signs = Array("{}[]:,#&*!|>'\"%@`-? \n\t\u{0}x1".utf8)
    for _ in 0..<1500 {
      var bytes = Array(ProfileFiles.small.utf8)
      for _ in 0...next(4) {
        let place = next(bytes.count)
        switch next(3) {
        case 0: bytes[place] = signs[next(signs.count)]
        case 1: bytes.remove(at: place)
        default: bytes.insert(signs[next(signs.count)], at: place)
        }
      }
      let problems = ProfileFiles.problems(in: String(decoding: bytes, as: UTF8.self))
      #expect(problems.allSatisfy { $0.line >= 1 })
    }
  }

  @Test func aliasesCannotBlowUp() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml.append("a\(level): &a\(level) [\(aliases)]\n")
    }
    #expect(ProfileFiles.problems(in: yaml).contains { $0.reason.en == "the file has too many values" })
  }
}
