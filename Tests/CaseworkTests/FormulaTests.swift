import Testing
import Workdays

@testable import Casework

/// Formulas as administrators write them.
@Suite struct FormulaTests {
  private static func counts(_ count: FigureCount) -> Double {
    switch count {
    case .received: 200
    case .answered: 50
    case .replied: 80
    case .onTime: 60
    case .late: 20
    default: 0
    }
  }

  @Test(
    "codes, Chinese names and both kinds of signs say the same",
    arguments: [
      ("on-time / replied", 0.75), ("按时反馈 ÷ 已反馈", 0.75), ("（接到诉求 − 直接答复）÷接到诉求", 0.75), ("(received - answered)/received", 0.75),
      ("answered + replied", 130), ("received - answered - replied", 70), ("received - (answered - replied)", 230),
      ("late * 100 / replied", 25), ("late / (replied * 0.5)", 0.5), ("received / replied / answered", 0.05),
    ])
  func values(_ text: String, _ value: Double) throws {
    #expect(try FormulaText.formula(text).value(Self.counts) == value)
  }

  @Test(
    "what is wrong is named with a remedy",
    arguments: [
      ("", "不完整"), ("replied /", "不完整"), ("/ replied", "不该在这里"), ("replied on-time", "不该在这里"), ("(replied", "没有合上"),
      ("replied)", "不该在这里"), ("1 + 2", "没有任何件数"), ("handling-time / 60", "没有任何件数"), ("replied / 0", "不能除以 0"), ("1.2.3 * replied", "不是数"),
      ("repleid / received", "没有叫“repleid”的件数"), ("received-answered", "减号两边请留空格"), ("满意 ÷ 已反馈", "没有叫“满意”的件数"),
      (String(repeating: "(", count: 40) + "replied", "套得太深"), (String(repeating: "late+", count: 120) + "late", "太长"),
      (String(repeating: "立单+", count: 99) + "立单", "太长"),
      ("replied; DROP", "没有叫"),
    ])
  func faults(_ text: String, _ words: String) {
    let problem = #expect(throws: FormulaProblem.self) { try FormulaText.formula(text) }
    #expect(problem?.advice.zh.contains(words) == true, "\(problem?.advice.zh ?? "nothing") for \(text)")
  }

  @Test func ofNothingThereIsNoShare() throws {
    let formula = try FormulaText.formula("closed / redone")
    #expect(formula.value(Self.counts) == nil)
    let most = String(repeating: " * 999999999999", count: 12)
    #expect(try FormulaText.formula("received\(most)").value(Self.counts) == nil, "too large to be read as a number")
    #expect(FigureFormula.satisfiedRate.formula.value(Self.counts) == nil)
    #expect(FigureFormula.onTimeRate.formula.value(Self.counts) == 0.75)
  }

  @Test func aShareStandsOnTheCasesAmongWhichItIsCounted() throws {
    #expect(FigureFormula.standard.map(\.formula.cases) == [.replied, .replied, .asked, .graded])
    #expect(try FormulaText.formula("answered + replied").cases == .answered)
    #expect(try FormulaText.formula("handling-time / (late + on-time)").cases == .late)
    #expect(try FormulaText.formula("(on-time / replied + satisfied / graded) / 2").bases == [.replied, .graded])
    #expect(try FormulaText.formula("answered + replied").bases == [.answered, .replied])
  }

  /// Written again, a formula is the same formula: brackets stand where they are needed, and nowhere else.
  @Test(arguments: 0..<20) func writingAndReadingAreOne(_ seed: Int) throws {
    var dice = SeededGenerator(state: UInt64(seed))
    for _ in 0..<200 {
      let formula = Formula.random(&dice, depth: 4)
      guard formula.counts.contains(where: \.isOfCases) else { continue }
      guard formula.description.count <= FormulaText.longest else {
        #expect(throws: FormulaProblem.self, "what could not be read again is not accepted") { try FormulaText.formula(formula.phrase.zh) }
        continue
      }
      #expect(try FormulaText.formula(formula.description) == formula, "\(formula)")
      #expect(try FormulaText.formula(formula.phrase.zh) == formula, "\(formula.phrase.zh)")
    }
  }

  /// No text of odd signs brings the reader down.
  @Test(arguments: 0..<20) func oddTextIsRefusedOrRead(_ seed: Int) {
    var dice = SeededGenerator(state: UInt64(seed))
    let signs = Array("()（）+-*/×÷−. 019replied on-time 满意\u{0}\u{301}👨‍👩‍👧٣é\n")
    for _ in 0..<500 {
      let text = String((0..<Int.random(in: 0..<24, using: &dice)).map { _ in signs.randomElement(using: &dice) ?? "-" })
      if let formula = try? FormulaText.formula(text) { #expect((try? FormulaText.formula(formula.description)) == formula, "\(text)") }
    }
  }
}

extension Formula {
  fileprivate static func random(_ dice: inout SeededGenerator, depth: Int) -> Formula {
    if depth == 0 || Int.random(in: 0..<3, using: &dice) == 0 {
      if Int.random(in: 0..<4, using: &dice) == 0 {
        let number = 1 + Int.random(in: 0..<900, using: &dice)
        return .number(Decimals(text: "\(number)", value: Double(number)))
      }
      return .count(FigureCount.allCases.randomElement(using: &dice) ?? .closed)
    }
    let (one, other) = (random(&dice, depth: depth - 1), random(&dice, depth: depth - 1))
    return switch Int.random(in: 0..<4, using: &dice) {
    case 0: .sum(one, other)
    case 1: .difference(one, other)
    case 2: .product(one, other)
    default: .quotient(one, other)
    }
  }
}
