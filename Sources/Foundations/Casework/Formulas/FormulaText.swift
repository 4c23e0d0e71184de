import Workdays

/// Why a text is no formula: what is wrong, and what to write instead.
public struct FormulaProblem: Error, Advising, Hashable, Sendable {
  public let reason: Phrase
  public let remedy: Phrase

  init(_ zh: String, _ en: String, _ remedyZh: String, _ remedyEn: String) {
    (reason, remedy) = (Phrase(zh, en), Phrase(remedyZh, remedyEn))
  }
}

/// Reads formulas as administrators write them: counts by code or by Chinese name, numbers, `+ - * /` or `− × ÷`, brackets.
public struct FormulaText {
  /// The longest formula as it is stored, by codes; what is typed may be longer. And how deep brackets may stand.
  public static let longest = 300
  public static let longestTyped = 600
  private static let deepest = 12

  private let signs: [FormulaSign]
  private var place = 0
  private var depth = 0

  private init(_ signs: [FormulaSign]) { self.signs = signs }

  /// - Throws: `FormulaProblem`
  public static func formula(_ text: String) throws(FormulaProblem) -> Formula {
    guard text.count <= longestTyped else { throw tooLong }
    var reader = FormulaText(try FormulaSign.all(in: text))
    let formula = try reader.sum()
    if let rest = reader.next { throw reader.unexpected(rest) }
    guard formula.counts.contains(where: \.isOfCases) else {
      throw FormulaProblem(
        "公式里没有任何件数", "the formula counts no cases", "请用到至少一个件数，如 replied", "Use at least one count of cases, such as replied")
    }
    // What is accepted is written by its codes, and must be read again.
    guard formula.description.count <= longest else { throw tooLong }
    return formula
  }

  private static let tooLong = FormulaProblem(
    "公式太长", "the formula is too long", "请简化：以代码写出不超过 \(longest) 个字符", "Make it simpler: at most \(longest) characters when written by codes"
  )

  private var next: FormulaSign? { place < signs.count ? signs[place] : nil }

  private mutating func take(_ wanted: [Character]) -> Character? {
    guard case .mark(let mark)? = next, wanted.contains(mark) else { return nil }
    place += 1
    return mark
  }

  private mutating func sum() throws(FormulaProblem) -> Formula {
    var formula = try product()
    while let mark = take(["+", "-"]) {
      let other = try product()
      formula = mark == "+" ? .sum(formula, other) : .difference(formula, other)
    }
    return formula
  }

  private mutating func product() throws(FormulaProblem) -> Formula {
    var formula = try factor()
    while let mark = take(["*", "/"]) {
      let other = try factor()
      if mark == "/", case .number(let number) = other, number.value == 0 {
        throw FormulaProblem("不能除以 0", "nothing can be divided by 0", "请写别的除数", "Divide by something else")
      }
      formula = mark == "*" ? .product(formula, other) : .quotient(formula, other)
    }
    return formula
  }

  private mutating func factor() throws(FormulaProblem) -> Formula {
    if take(["("]) != nil { return try bracket() }
    guard let sign = next else {
      throw FormulaProblem(
        "公式不完整", "the formula is not whole", "请在末尾补上一个数，或去掉多余的符号", "Add what is missing at its end, or take the last sign away")
    }
    place += 1
    switch sign {
    case .count(let count): return .count(count)
    case .number(let number): return .number(number)
    case .mark: throw unexpected(sign)
    }
  }

  private mutating func bracket() throws(FormulaProblem) -> Formula {
    depth += 1
    guard depth <= Self.deepest else {
      throw FormulaProblem("括号套得太深", "brackets stand too deep", "请简化公式", "Make the formula simpler")
    }
    let inner = try sum()
    guard take([")"]) != nil else {
      throw FormulaProblem("括号没有合上", "a bracket is not closed", "请补上 )", "Add the missing )")
    }
    depth -= 1
    return inner
  }

  private func unexpected(_ sign: FormulaSign) -> FormulaProblem {
    FormulaProblem(
      "“\(sign.text)”不该在这里", "“\(sign.text)” cannot stand here", "两个数之间请用 + - * / 连接，括号要成对",
      "Join numbers with + - * / and close every bracket")
  }
}
