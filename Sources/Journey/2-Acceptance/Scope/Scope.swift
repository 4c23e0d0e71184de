import Casework
import Web
import Workdays

/// The public list of the profile in force.
struct Scope: Codable, Sendable, Equatable {
  struct Refused: Codable, Sendable, Equatable {
    let code: String
    let matter: Phrase
    /// Where the law sends the citizen instead.
    let route: Phrase
  }

  struct Line: Codable, Sendable, Equatable {
    let number: String
    let name: Phrase
  }

  let hotline: Line?
  let accepted: [Phrase]
  let refused: [Refused]
  let emergency: [Line]

  init(_ profile: Profile) {
    hotline = profile.mainLine.map { Line(number: $0.number, name: $0.name) }
    accepted = profile.policy.acceptedMatters
    refused = profile.policy.refusals.map { Refused(code: $0.code, matter: $0.matter, route: $0.route) }
    emergency = profile.policy.emergencyLines.map { Line(number: $0.number, name: $0.name) }
  }

  private static let phrase = AnswerShape.object("Phrase", [.init("zh", .text), .init("en", .text)])
  private static let line = AnswerShape.object("ScopeLine", [.init("number", .text), .init("name", phrase)])
  private static let refusal = AnswerShape.object("ScopeRefusal", [.init("code", .text), .init("matter", phrase), .init("route", phrase)])
  static let shape = AnswerShape.object(
    "Scope",
    [
      .maybe("hotline", line), .init("accepted", .list(of: phrase)), .init("refused", .list(of: refusal)),
      .init("emergency", .list(of: line)),
    ])
}
