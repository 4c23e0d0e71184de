import Workdays

/// What went wrong, said so that a person knows what to do next. Every error that a user can meet is one.
public protocol Problem: Error, Sendable {
  /// The HTTP status that fits.
  var status: Int { get }
  /// A stable word for programs, e.g. `wrong-state`.
  var code: String { get }
  /// One sentence for the person: what happened and what to do next.
  var sentence: Phrase { get }
  /// How loudly the log speaks of it.
  var gravity: Gravity { get }
  /// Invalid fields, each with its reason.
  var fields: [FieldProblem] { get }
  /// The actions that are possible now, where the state was wrong.
  var possible: [String] { get }
  /// From when on it makes sense to try again, where waiting helps.
  var again: Moment? { get }
  /// The same with people called by their names, where it speaks of any.
  /// - Parameter name: of an account; nil for one that nobody knows.
  func calling(_ name: (String) -> String?) -> any Problem
}

public enum Gravity: String, Sendable { case debug, notice, warning, error }

/// One field of an input and what is wrong with it.
public struct FieldProblem: Hashable, Sendable, Codable {
  public let field: String
  public let reason: Phrase

  public init(_ field: String, _ reason: Phrase) {
    self.field = field
    self.reason = reason
  }
}

extension Problem {
  public var gravity: Gravity { .notice }
  public var fields: [FieldProblem] { [] }
  public var possible: [String] { [] }
  public var again: Moment? { nil }
  public func calling(_ name: (String) -> String?) -> any Problem { self }
}
