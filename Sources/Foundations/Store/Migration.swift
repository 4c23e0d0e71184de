/// One numbered step of a module's schema; forward only. Its id is like "dispatch-003".
public struct Migration: Sendable {
  public let module: String
  public let number: Int
  /// One line that says why, kept in the database.
  public let reason: String
  /// The statements in order, each text one statement.
  public let statements: @Sendable (Dialect) -> [String]

  public init(
    module: String, number: Int, reason: String, statements: @Sendable @escaping (Dialect) -> [String]
  ) {
    self.module = module
    self.number = number
    self.reason = reason
    self.statements = statements
  }

  public var id: String {
    let digits = String(number)
    return "\(module)-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits)"
  }
}
