import Casework
import Testing
import Workdays

/// Case numbers are read out over the phone and must not be guessed.
@Suite struct NumberTests {
  private let day = CivilDay("2026-09-03") ?? CivilDay(ordinal: 0)

  @Test func aNumberTellsDayCounterAndRandomEnd() {
    #expect(CaseNumber.issue(prefix: "YX", day: day, sequence: 10482, random: 0) == "YX260903-10482-2222")
    #expect(CaseNumber.issue(prefix: "YX", day: day, sequence: 7, mark: "W", random: 0) == "YX260903-W7-2222")
  }

  @Test func theEndSpreadsOverItsAlphabetWithoutLookAlikes() {
    var generator = SeededGenerator(state: 1)
    var ends = Set<String>()
    for _ in 0..<5000 {
      let number = CaseNumber.issue(prefix: "YX", day: day, sequence: 1, random: generator.next())
      ends.insert(String(number.suffix(CaseNumber.checkLength)))
    }
    let letters = ends.reduce(into: Set<Character>()) { $0.formUnion($1) }
    #expect(ends.count > 4900)
    #expect(letters.count == 31)
    #expect(letters.isDisjoint(with: "01OIL"))
  }

  @Test func whatIsTypedIsPutStraight() {
    #expect(CaseNumber.normalised(" yx260903-7- abcd\n") == "YX260903-7-ABCD")
  }
}
