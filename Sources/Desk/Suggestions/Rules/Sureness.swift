import Casework
import Workdays

/// How sure a proposal is, in words.
public enum Sureness: String, Codable, Sendable, CaseIterable, Worded {
  case likely, possible, uncertain

  public var phrase: Phrase {
    switch self {
    case .likely: Phrase("很可能", "Very likely")
    case .possible: Phrase("可能", "Likely")
    case .uncertain: Phrase("不确定", "Uncertain")
    }
  }

  /// The same words as those of the catalogue's proposals.
  public init(_ confidence: Proposal.Confidence) {
    switch confidence {
    case .rule: self = .likely
    case .precedent: self = .possible
    case .none: self = .uncertain
    }
  }
}
