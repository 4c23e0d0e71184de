import Casework
import Workdays

/// A figure that one may ask for: a count, or what a formula makes of counts.
struct Metric: Hashable, Sendable, Worded {
  /// By which addresses name it, such as `received` and `on-time-rate`.
  let key: String
  let phrase: Phrase
  let meaning: Phrase
  let measurement: Measurement
  let formula: Formula
  /// The cases that stand behind it.
  let cases: FigureCount

  private init(_ count: FigureCount) {
    (key, phrase, meaning, measurement) = (count.rawValue, count.phrase, count.meaning, .count)
    (formula, cases) = (.count(count), count)
  }

  init(_ made: FigureFormula) {
    (key, phrase, meaning, measurement) = (made.key, made.name, made.meaning, made.measurement)
    (formula, cases) = (made.formula, made.formula.cases)
  }

  static let received = Metric(.received)
  static let raised = Metric(.raised)
  static let dispatched = Metric(.dispatched)
  static let late = Metric(.late)
  static let redone = Metric(.redone)
  static let closed = Metric(.closed)

  /// Whether it is a plain count, whose cases are the figure itself.
  var isCount: Bool { formula == .count(cases) }

  /// What has to be read for it.
  var happenings: Set<Happening> { Set(formula.counts.map(\.happening)) }

  /// How many cases stand behind it.
  func base(_ tallies: Tallies) -> Int64 { Int64(tallies.value(of: cases)) }

  /// Nil where there is nothing to make a share or a mean of.
  func value(_ tallies: Tallies) -> Double? {
    formula.value(tallies.value(of:)).map { measurement == .percent ? $0 * 100 : $0 }
  }
}

extension Profile {
  /// All that may be asked for: the counts, and the city's formulas.
  var metrics: [Metric] { FigureCount.allCases.filter(\.isOfCases).map { .count($0) } + formulas.map { Metric($0) } }

  func metric(_ key: String) -> Metric? { metrics.first { $0.key == key } }
}

extension Metric {
  static func count(_ count: FigureCount) -> Metric { Metric(count) }
}
