/// How far the suggestion goes that two appeals are about one and the same thing.
public struct MergingPolicy: Hashable, Codable, Sendable {
  /// Open orders that were raised longer ago are not offered any more.
  public var days = 14
  /// So many are offered at most.
  public var most = 5

  public init() {}
}
