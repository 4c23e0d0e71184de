/// One parameter of a statement. The engines turn it into their own form; times are milliseconds as `.int`.
public enum SQLValue: Sendable, Hashable {
  case null
  case int(Int64)
  case real(Double)
  case text(String)
  case bool(Bool)
  case blob([UInt8])
}

/// For optionals: `.str(phone)` instead of `phone.map { .text($0) } ?? .null`, which costs seconds of type-checking.
extension SQLValue {
  public static func str(_ value: String?) -> SQLValue {
    if let value { return .text(value) }
    return .null
  }

  public static func num(_ value: Int64?) -> SQLValue {
    if let value { return .int(value) }
    return .null
  }

  public static func num(_ value: Int?) -> SQLValue {
    if let value { return .int(Int64(value)) }
    return .null
  }

  public static func num(_ value: Double?) -> SQLValue {
    if let value { return .real(value) }
    return .null
  }

  public static func flag(_ value: Bool?) -> SQLValue {
    if let value { return .bool(value) }
    return .null
  }

  public static func bytes(_ value: [UInt8]?) -> SQLValue {
    if let value { return .blob(value) }
    return .null
  }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int64) { self = .int(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
}
