import Workdays

/// How the unit says the matter ended.
public enum Outcome: String, Codable, Sendable, CaseIterable, Worded {
  case solved, explained, partial, unresolved
  case untrue
  case notOurs = "not-ours"

  public var phrase: Phrase {
    switch self {
    case .solved: Phrase("已解决", "Solved")
    case .explained: Phrase("已解释说明", "Explained")
    case .partial: Phrase("部分解决", "Partly solved")
    case .unresolved: Phrase("暂未解决", "Not solved yet")
    case .untrue: Phrase("不属实", "Found untrue")
    case .notOurs: Phrase("超出职责", "Beyond our duty")
    }
  }

  /// Whether the unit says that there is nothing more to do. If not, a continued report must follow (source 003).
  public var isFinished: Bool { self != .partial && self != .unresolved }
}

/// One typed outcome value: a count, an amount in fen, a chosen word or a short text.
public enum OutcomeValue: Hashable, Codable, Sendable {
  case number(Int64)
  case word(String)

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int64.self) { self = .number(number) } else { self = .word(try container.decode(String.self)) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .word(let word): try container.encode(word)
    }
  }
}

/// The proof that the unit spoke with the citizen.
public struct ContactProof: Hashable, Codable, Sendable {
  public enum Result: String, Codable, Sendable, CaseIterable, Worded {
    case reached, unreachable, refused
    public var phrase: Phrase {
      switch self {
      case .reached: Phrase("已联系上", "Reached")
      case .unreachable: Phrase("未联系上", "Not reached")
      case .refused: Phrase("拒绝沟通", "Would not talk")
      }
    }
  }

  public let at: Moment
  public let result: Result
  /// The number that was called, in the vault.
  public let number: TextID?

  public init(at: Moment, result: Result, number: TextID?) {
    self.at = at
    self.result = result
    self.number = number
  }
}

/// What a unit answers: the public reply, the internal note and the figures of the outcome.
public struct Feedback: Hashable, Codable, Sendable {
  public let outcome: Outcome
  public let reply: TextID
  public let note: TextID?
  public let contact: ContactProof?
  public let fields: [String: OutcomeValue]

  public init(outcome: Outcome, reply: TextID, note: TextID?, contact: ContactProof?, fields: [String: OutcomeValue]) {
    self.outcome = outcome
    self.reply = reply
    self.note = note
    self.contact = contact
    self.fields = fields
  }
}
