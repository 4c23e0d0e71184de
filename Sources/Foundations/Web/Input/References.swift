/// What a field may refer to.
public enum ReferenceKind: String, Sendable, CaseIterable {
  case unit, category, area, account
}

/// The units, categories, areas and accounts of the moment. Asked on every reading of a form, so it answers from memory.
public protocol References: Sendable {
  func exists(_ kind: ReferenceKind, _ value: String) -> Bool
  func options(_ kind: ReferenceKind) -> [Choice]
  /// What a person is called; nil for an account that nobody knows.
  func name(ofAccount account: String) -> String?
}

extension References {
  public func name(ofAccount account: String) -> String? { options(.account).first { $0.value == account }?.label.zh }
}

/// A world in which nothing can be referred to.
public struct NoReferences: References {
  public init() {}
  public func exists(_ kind: ReferenceKind, _ value: String) -> Bool { false }
  public func options(_ kind: ReferenceKind) -> [Choice] { [] }
}
