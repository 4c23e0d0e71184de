import Casework
import Workdays

/// One thing that is wrong in a profile: where, what, and what to write instead.
public struct ProfileProblem: Advising, Hashable, Sendable, CustomStringConvertible {
  /// The file as it was named, and its line from 1.
  public let file: String
  public let line: Int
  /// From 1; 0 where nobody knows.
  public let column: Int
  public let reason: Phrase
  public let remedy: Phrase

  public init(file: String, line: Int, column: Int = 0, reason: Phrase, remedy: Phrase) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
    self.remedy = remedy
  }

  public var phrase: Phrase {
    Phrase("\(file) 第 \(line) 行：\(advice.zh)", "\(file) line \(line): \(advice.en)")
  }

  /// `city.yaml:12: …` in both languages, for the command line.
  public var description: String {
    "\(file):\(line): \(advice.zh) / \(advice.en)"
  }
}

/// Everything that is wrong in a profile. A profile with a problem changes nothing.
public struct ProfileProblems: Problem, CustomStringConvertible {
  /// By file and line.
  public let problems: [ProfileProblem]

  public init(_ problems: [ProfileProblem]) {
    self.problems = problems
  }

  public var status: Int { 422 }
  public var code: String { "broken-profile" }

  public var sentence: Phrase {
    Phrase(
      "方案有 \(problems.count) 处错误，未作任何更改；请按所列更正后重试。",
      "The profile is wrong in \(problems.count) place\(problems.count == 1 ? "" : "s"), nothing was changed; correct what is listed.")
  }

  public var fields: [FieldProblem] {
    problems.map { FieldProblem("\($0.file):\($0.line)", $0.phrase) }
  }

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
