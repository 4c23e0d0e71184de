import Workdays

/// A seat in the hall where the people of a firm stand by 值守: whoever sits there sends its orders to the firm at once,
/// without the transfer step.
public struct DutySeat: Hashable, Sendable {
  /// The work group of the accounts that sit there.
  public let group: String
  public let unit: UnitID
  public let name: Phrase

  public init(group: String, unit: UnitID, name: Phrase) {
    self.group = group
    self.unit = unit
    self.name = name
  }
}

extension Profile {
  /// The seats at which somebody sits.
  public func dutySeats(of actor: Actor) -> [DutySeat] {
    guard actor.has(.agent), let group = actor.group, units.units[actor.unit]?.level == .hotline else { return [] }
    return dutySeats.filter { $0.group == group }
  }
}

extension Actor {
  /// The same person with the right of the duty seat: whoever sits there dispatches.
  public var seated: Actor {
    Actor(account: account, name: name, roles: roles.union([.dispatcher]), unit: unit, scope: scope, group: group, standing: standing)
  }
}
