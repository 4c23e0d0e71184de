import Workdays

/// The five grades of satisfaction (source 17).
public enum Grade: String, Codable, Sendable, CaseIterable, Worded {
  case verySatisfied = "very-satisfied"
  case satisfied
  case basicallySatisfied = "basically-satisfied"
  case dissatisfied
  case veryDissatisfied = "very-dissatisfied"

  public var phrase: Phrase {
    switch self {
    case .verySatisfied: Phrase("非常满意", "Very satisfied")
    case .satisfied: Phrase("满意", "Satisfied")
    case .basicallySatisfied: Phrase("基本满意", "Basically satisfied")
    case .dissatisfied: Phrase("不满意", "Dissatisfied")
    case .veryDissatisfied: Phrase("非常不满意", "Very dissatisfied")
    }
  }

  public var isSatisfied: Bool { self != .dissatisfied && self != .veryDissatisfied }
}

/// What the citizen said when called back: contact, solution, result and attitude are asked apart.
public struct CallbackAnswers: Hashable, Codable, Sendable {
  public var reached: Bool
  /// Whether what the unit reported is true.
  public var isTrue: Bool?
  /// Whether the unit had spoken with the citizen.
  public var contacted: Bool?
  public var solved: Bool?
  public var resultGrade: Grade?
  public var serviceGrade: Grade?
  /// False: the caller thinks the demand unreasonable; it counts only once a second person agrees.
  public var reasonable: Bool?
  public var note: TextID?

  public init(
    reached: Bool, isTrue: Bool? = nil, contacted: Bool? = nil, solved: Bool? = nil, resultGrade: Grade? = nil,
    serviceGrade: Grade? = nil, reasonable: Bool? = nil, note: TextID? = nil
  ) {
    self.reached = reached
    self.isTrue = isTrue
    self.contacted = contacted
    self.solved = solved
    self.resultGrade = resultGrade
    self.serviceGrade = serviceGrade
    self.reasonable = reasonable
    self.note = note
  }

  /// The citizen says that it is not done, or is not content with the result.
  public var isNotSolved: Bool { reached && (solved == false || resultGrade.map { !$0.isSatisfied } ?? false) }
}
