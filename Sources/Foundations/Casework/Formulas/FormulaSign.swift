import Workdays

/// One sign of a formula's text: a count, a number, or a mark.
enum FormulaSign {
  case count(FigureCount)
  case number(Formula.Decimals)
  case mark(Character)

  var text: String {
    switch self {
    case .count(let count): count.rawValue
    case .number(let number): number.text
    case .mark(let mark): String(mark)
    }
  }

  private static let marks: [Character: Character] = [
    "+": "+", "-": "-", "*": "*", "/": "/", "(": "(", ")": ")", "＋": "+", "−": "-", "－": "-", "×": "*", "÷": "/", "（": "(", "）": ")",
  ]

  static func all(in text: String) throws(FormulaProblem) -> [FormulaSign] {
    var signs: [FormulaSign] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if let mark = marks[first] {
        rest.removeFirst()
        signs.append(.mark(mark))
      } else if isDigit(first) {
        signs.append(.number(try number(&rest)))
      } else {
        signs.append(.count(try count(&rest)))
      }
    }
    return signs
  }

  private static func isDigit(_ one: Character) -> Bool { ("0"..."9").contains(one) }

  private static func number(_ rest: inout Substring) throws(FormulaProblem) -> Formula.Decimals {
    let text = String(rest.prefix { isDigit($0) || $0 == "." })
    rest.removeFirst(text.count)
    guard let value = Double(text), text.last != ".", text.count <= 12 else {
      throw FormulaProblem("“\(text)”不是数", "“\(text)” is no number", "请写如 100 或 0.5", "Write one such as 100 or 0.5")
    }
    return Formula.Decimals(text: text, value: value)
  }

  /// A code takes its hyphens along: `on-time`. A minus therefore stands between blanks.
  private static func count(_ rest: inout Substring) throws(FormulaProblem) -> FigureCount {
    let isCode = rest.first?.isASCII == true
    let word = String(rest.prefix { !$0.isWhitespace && !isDigit($0) && ($0 == "-" ? isCode : marks[$0] == nil) })
    rest.removeFirst(word.count)
    if let count = FigureCount.allCases.first(where: { $0.rawValue == word || $0.phrase.zh == word }) { return count }
    if isCode, word.contains("-") {
      throw FormulaProblem(
        "没有叫“\(word)”的件数", "there is no count “\(word)”", "减号两边请留空格，如 received - answered",
        "Leave blanks around a minus: received - answered")
    }
    let known = FigureCount.allCases.map(\.rawValue).joined(separator: ", ")
    let names = FigureCount.allCases.map(\.phrase.zh).joined(separator: "、")
    throw FormulaProblem("没有叫“\(word)”的件数", "there is no count “\(word)”", "可用：\(names)（或代码 \(known)）", "Known: \(known)")
  }
}
