import Workdays

/// A figure that is made of counts, by a formula that the city may write.
public struct FigureFormula: Hashable, Codable, Sendable {
  /// By which programs and profiles name it, such as `on-time-rate`.
  public let key: String
  public var name: Phrase
  /// What is made of what, and why, in words.
  public var meaning: Phrase
  public var formula: Formula
  public var measurement: Measurement

  public init(_ key: String, _ name: Phrase, _ formula: Formula, as measurement: Measurement, meaning: Phrase) {
    (self.key, self.name, self.formula, self.measurement, self.meaning) = (key, name, formula, measurement, meaning)
  }
}

extension FigureFormula {
  /// Those that every city has until its profile says otherwise.
  public static let standard: [FigureFormula] = [onTimeRate, handlingHours, solvedRate, satisfiedRate]

  public static let onTimeRate = FigureFormula(
    "on-time-rate", Phrase("按时反馈率", "On-time rate"), .quotient(.count(.onTime), .count(.replied)), as: .percent,
    meaning: FigureCount.onTime.meaning)
  public static let handlingHours = FigureFormula(
    "handling-hours", Phrase("平均办理时长", "Mean handling time"), .quotient(.count(.handlingTime), .count(.replied)), as: .hours,
    meaning: Phrase("从派单到反馈的自然时间。", "From the dispatch to the answer, nights and holidays included."))
  public static let solvedRate = FigureFormula(
    "solved-rate", Phrase("解决率", "Solved rate"), .quotient(.count(.solved), .count(.asked)), as: .percent,
    meaning: FigureCount.solved.meaning)
  public static let satisfiedRate = FigureFormula(
    "satisfied-rate", Phrase("满意率", "Satisfaction"), .quotient(.count(.satisfied), .count(.graded)), as: .percent,
    meaning: FigureCount.satisfied.meaning)

  public static func standard(_ key: String) -> FigureFormula? { standard.first { $0.key == key } }
}

extension [FigureFormula] {
  public subscript(key key: String) -> FigureFormula? { first { $0.key == key } }

  /// One that every city has, as this one makes it.
  public func asMade(_ standard: FigureFormula) -> FigureFormula { self[key: standard.key] ?? standard }

  /// With this one in the place of its like, or last; nil: as every city has it, or none at all.
  public mutating func set(_ key: String, _ formula: FigureFormula?) {
    let formula = formula ?? FigureFormula.standard(key)
    let place = firstIndex { $0.key == key }
    switch (place, formula) {
    case (let place?, let formula?): self[place] = formula
    case (let place?, nil): remove(at: place)
    case (nil, let formula?): append(formula)
    case (nil, nil): break
    }
  }
}
