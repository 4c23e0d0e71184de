/// A number that names one row of one kind; the kind is part of the type, so an order's id never passes for an appeal's.
public struct Identifier<Subject>: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  public let value: Int64

  public init(_ value: Int64) { self.value = value }

  public init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(Int64.self) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  public static func < (one: Self, other: Self) -> Bool { one.value < other.value }

  public var description: String { String(value) }
}

/// A word of the profile that names one thing of one kind for good: a unit, a category, an area, an account.
public struct Code<Subject>: Hashable, Comparable, Codable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let value: String

  public init(_ value: String) { self.value = value }

  public init(stringLiteral value: String) { self.value = value }

  public init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(String.self) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  public static func < (one: Self, other: Self) -> Bool { one.value < other.value }

  public var description: String { value }
}

/// Subjects of identifiers that have no richer type of their own in this module.
public enum Citizen {}
public enum VaultText {}
public enum Attachment {}
public enum CategoryLeaf {}
public enum AreaPlace {}
public enum AccountHolder {}

public typealias AppealID = Identifier<Appeal>
public typealias OrderID = Identifier<Order>
public typealias ParticipationID = Identifier<Participation>
public typealias CitizenID = Identifier<Citizen>
/// A text kept in the vault; the events and rows hold only this.
public typealias TextID = Identifier<VaultText>
public typealias AttachmentID = Identifier<Attachment>
public typealias UnitID = Code<Unit>
/// The path of the category's names, `level 1/level 2/level 3`.
public typealias CategoryID = Code<CategoryLeaf>
public typealias AreaID = Code<AreaPlace>
public typealias AccountID = Code<AccountHolder>
