import Casework

/// Which orders somebody sees in lists: those on whose side they stand (`Order.sides`), put so that an index can answer it.
/// Computed on every reading, so that a reorganisation takes effect at once.
struct OrderReach: Sendable, Equatable {
  enum Extent: Sendable, Equatable {
    case all
    /// Whatever a unit has, and what this unit itself gave.
    case assigned(UnitID)
    /// What one of the units has, and what one of the owners gave.
    case within(units: [UnitID], owners: [UnitID])
  }

  let extent: Extent
  /// The staffing office sees what is before it, and nothing else.
  let only: OrderState?

  /// Roles that run a desk for their whole scope.
  static let desks: Set<Role> = Role.caseworkers.subtracting([.officer])
  static let readers: Set<Role> = Role.caseworkers.union([.staffing])

  /// Nil for those who see no orders: settings, figures and files only.
  static func of(_ actor: Actor, in organisation: Organisation) -> OrderReach? {
    if actor.standing == .system { return OrderReach(extent: .all, only: nil) }
    guard actor.standing == .staff else { return nil }
    let below = organisation.subtree(of: actor.scope)
    let held = below.contains(actor.unit) ? below : below + [actor.unit]
    let isRoot = actor.scope == organisation.root
    let desk: Extent = isRoot ? .all : .within(units: held, owners: below)
    if !actor.roles.isDisjoint(with: desks) { return OrderReach(extent: desk, only: nil) }
    if actor.has(.officer) {
      return OrderReach(extent: isRoot ? .assigned(actor.unit) : .within(units: held, owners: [actor.unit]), only: nil)
    }
    return actor.has(.staffing) ? OrderReach(extent: desk, only: .disputed) : nil
  }

  func shows(unit: UnitID?, owner: UnitID, state: OrderState) -> Bool {
    guard only == nil || only == state else { return false }
    switch extent {
    case .all: return true
    case .assigned(let own): return unit != nil || owner == own
    case .within(let units, let owners): return unit.map(units.contains) == true || owners.contains(owner)
    }
  }

  /// What a search is narrowed by; nil: nothing.
  var tokens: [String]? {
    guard case .within(let units, let owners) = extent else { return nil }
    // The topmost units say it all, since a case carries the tokens of every unit above its own.
    return Array(Set(units + owners)).sorted().map(ScopeTokens.token)
  }
}
