import Workdays

/// A reason or choice of the profile: the code that is stored, and what it says.
public struct ReasonCode: Hashable, Codable, Sendable {
  public let code: String
  public let phrase: Phrase

  public init(_ code: String, _ phrase: Phrase) {
    self.code = code
    self.phrase = phrase
  }
}

/// A matter that the hotline does not take, and the legal way that the citizen is told instead.
public struct RefusalReason: Hashable, Codable, Sendable {
  public let code: String
  public let matter: Phrase
  public let route: Phrase
  /// A second person must agree before anybody is refused for it.
  public let needsApproval: Bool

  public init(code: String, matter: Phrase, route: Phrase, needsApproval: Bool = false) {
    self.code = code
    self.matter = matter
    self.route = route
    self.needsApproval = needsApproval
  }
}

extension Array where Element == ReasonCode {
  public subscript(code code: String) -> ReasonCode? { first { $0.code == code } }
}

extension Array where Element == RefusalReason {
  public subscript(code code: String) -> RefusalReason? { first { $0.code == code } }
}
