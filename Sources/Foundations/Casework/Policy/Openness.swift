import Workdays

/// What of the work everybody may read at the portal.
public struct OpennessPolicy: Hashable, Codable, Sendable {
  /// Staff may publish the answer of a closed order.
  public var answers = true
  /// Of these categories, with all below them, open matters are shown by area and kind, without anybody's words. What is not
  /// named is not shown, because many matters are those of single people.
  public var openMatters: [CategoryID] = []
  /// The figures of each month.
  public var figures = true
  /// So many times may one network say "me too" in a day.
  public var meTooPerDay = 20

  public init() {}

  public var showsMatters: Bool { !openMatters.isEmpty }

  public func shows(_ category: CategoryID) -> Bool { openMatters.contains(where: category.isWithin) }
}
