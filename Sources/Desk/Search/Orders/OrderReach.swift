import Casework
import Store

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
  /// What a search is narrowed by, since a case carries the tokens of every unit above its own; nil: nothing.
  let tokens: [String]?
  /// From whom complaints about themselves and their group are kept; nil: from nobody.
  private(set) var reader: Reader?
  /// The orders that are kept from the reader, as far as they are read: `keeping`.
  private(set) var kept: [Int64] = []

  struct Reader: Sendable, Equatable {
    let account: AccountID
    let group: String?
  }

  /// Roles that run a desk for their whole scope.
  static let desks: Set<Role> = Role.caseworkers.subtracting([.officer])
  static let readers: Set<Role> = Role.caseworkers.union([.staffing])

  /// Nil for those who see no orders: settings, figures and files only.
  static func of(_ actor: Actor, in organisation: Organisation) -> OrderReach? {
    guard var reach = extent(of: actor, in: organisation) else { return nil }
    if actor.standing == .staff { reach.reader = Reader(account: actor.account, group: actor.group) }
    return reach
  }

  private static func extent(of actor: Actor, in organisation: Organisation) -> OrderReach? {
    if actor.standing == .system { return OrderReach(.all) }
    guard actor.standing == .staff else { return nil }
    let below = organisation.subtree(of: actor.scope)
    let held = below.contains(actor.unit) ? below : below + [actor.unit]
    let isRoot = actor.scope == organisation.root
    let tokens = isRoot ? nil : Array(Set([actor.scope, actor.unit])).sorted().map(ScopeTokens.token)
    let desk: Extent = isRoot ? .all : .within(units: held, owners: below)
    if !actor.roles.isDisjoint(with: desks) { return OrderReach(desk, tokens: tokens) }
    if actor.has(.officer) {
      return OrderReach(isRoot ? .assigned(actor.unit) : .within(units: held, owners: [actor.unit]), tokens: tokens)
    }
    return actor.has(.staffing) ? OrderReach(desk, only: .disputed, tokens: tokens) : nil
  }

  private init(_ extent: Extent, only: OrderState? = nil, tokens: [String]? = nil) {
    (self.extent, self.only, self.tokens) = (extent, only, tokens)
  }

  private static let about = "SELECT id FROM orders WHERE about_agent = $1"
  private static let aboutGroup = "SELECT id FROM orders WHERE about_group = $1"

  /// The same, knowing which orders are complaints about the reader or the reader's group (`Order.isKept`). They are few, so
  /// that leaving them out by id costs the lists neither their indexes nor a look at any row.
  func keeping(_ sql: any SQLSession) throws -> OrderReach {
    guard let reader else { return self }
    var ids = Set(try sql.query(Self.about, [.text(reader.account.value)]) { $0.int(0) })
    if let group = reader.group { ids.formUnion(try sql.query(Self.aboutGroup, [.text(group)]) { $0.int(0) }) }
    var reach = self
    (reach.kept, reach.reader) = (ids.sorted(), nil)
    return reach
  }

  func shows(unit: UnitID?, owner: UnitID, state: OrderState) -> Bool {
    guard only == nil || only == state else { return false }
    switch extent {
    case .all: return true
    case .assigned(let own): return unit != nil || owner == own
    case .within(let units, let owners): return unit.map(units.contains) == true || owners.contains(owner)
    }
  }
}
