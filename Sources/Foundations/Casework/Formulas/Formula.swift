import Workdays

/// How a figure is made of counts: `on-time / replied`. Written and stored as text, which `FormulaText` reads.
public indirect enum Formula: Hashable, Sendable {
  case count(FigureCount)
  case number(Decimals)
  case sum(Formula, Formula)
  case difference(Formula, Formula)
  case product(Formula, Formula)
  case quotient(Formula, Formula)

  /// A number as it was written, so that writing it again changes nothing.
  public struct Decimals: Hashable, Sendable {
    let text: String
    let value: Double
  }

  /// No figure of a city is larger; what is would not be read as a number any more.
  private static let largest = 1e12

  /// Nil where something would be divided by nothing: a share of nothing is no share.
  public func value(_ count: (FigureCount) -> Double) -> Double? {
    func both(_ one: Formula, _ other: Formula, _ make: (Double, Double) -> Double?) -> Double? {
      guard let left = one.value(count), let right = other.value(count), let made = make(left, right) else { return nil }
      return made.magnitude <= Self.largest ? made : nil
    }
    return switch self {
    case .count(let name): count(name)
    case .number(let number): number.value
    case .sum(let one, let other): both(one, other, +)
    case .difference(let one, let other): both(one, other, -)
    case .product(let one, let other): both(one, other, *)
    case .quotient(let one, let other): both(one, other) { $1 == 0 ? nil : $0 / $1 }
    }
  }

  /// The counts that it names, each once, in the order in which they stand.
  public var counts: [FigureCount] {
    var found: [FigureCount] = []
    visit { if !found.contains($0) { found.append($0) } }
    return found
  }

  /// The counts of cases by which something is divided: so many stand behind a share. Without any, all that it names.
  public var bases: [FigureCount] {
    let own = divisors.flatMap(\.counts).filter(\.isOfCases)
    return own.isEmpty ? counts.filter(\.isOfCases) : own
  }

  private var divisors: [Formula] {
    switch self {
    case .count, .number: []
    case .sum(let one, let other), .difference(let one, let other), .product(let one, let other): one.divisors + other.divisors
    case .quotient(let one, let other): one.divisors + [other]
    }
  }

  private func visit(_ see: (FigureCount) -> Void) {
    switch self {
    case .count(let name): see(name)
    case .number: break
    case .sum(let one, let other), .difference(let one, let other), .product(let one, let other), .quotient(let one, let other):
      one.visit(see)
      other.visit(see)
    }
  }

  /// The cases that it is about: of a share those among which the share is counted, else those that it names first.
  public var cases: FigureCount {
    let own = counts.first(where: \.isOfCases) ?? .received
    guard case .quotient(_, let base) = self else { return own }
    return base.counts.first(where: \.isOfCases) ?? own
  }
}

extension Formula: CustomStringConvertible {
  /// `(received - answered) / received`, with no more brackets than are needed.
  public var description: String { written(FormulaSigns(times: "*", by: "/", minus: "-"), \.rawValue) }

  /// `(接到诉求 − 直接答复) ÷ 接到诉求`
  public var phrase: Phrase {
    let signs = FormulaSigns(times: "×", by: "÷", minus: "−")
    return Phrase(written(signs, \.phrase.zh), written(signs) { "“\($0.phrase.en)”" })
  }

  private struct FormulaSigns {
    let times: String
    let by: String
    let minus: String
  }

  private func written(_ signs: FormulaSigns, _ name: (FigureCount) -> String) -> String {
    func pair(_ one: Formula, _ sign: String, _ other: Formula) -> String {
      let left = one.rank < rank ? "(\(one.written(signs, name)))" : one.written(signs, name)
      let right = other.rank <= rank ? "(\(other.written(signs, name)))" : other.written(signs, name)
      return "\(left) \(sign) \(right)"
    }
    return switch self {
    case .count(let count): name(count)
    case .number(let number): number.text
    case .sum(let one, let other): pair(one, "+", other)
    case .difference(let one, let other): pair(one, signs.minus, other)
    case .product(let one, let other): pair(one, signs.times, other)
    case .quotient(let one, let other): pair(one, signs.by, other)
    }
  }

  /// What binds stronger ranks higher.
  private var rank: Int {
    switch self {
    case .sum, .difference: 1
    case .product, .quotient: 2
    case .count, .number: 3
    }
  }
}

extension Formula: Codable {
  public init(from decoder: any Decoder) throws {
    self = try FormulaText.formula(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
