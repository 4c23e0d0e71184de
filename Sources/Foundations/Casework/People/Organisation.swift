import Workdays

/// An office that can be given orders: a bureau, a county, a township, a utility, the hotline itself.
public struct Unit: Hashable, Codable, Sendable {
  public enum Level: String, Codable, Sendable, CaseIterable {
    case province, city, hotline, bureau, county, township, station, utility
    /// A public-service firm dealt with directly, without a middle level (source 004).
    case contactPoint = "contact-point"
  }

  public let id: UnitID
  public let name: Phrase
  public let level: Level
  public let parent: UnitID?
  /// Where its people act: the hotline office serves the whole city although it stands beside the bureaus.
  public let serves: UnitID
  /// May record, answer and dispatch appeals within its own subtree.
  public let intake: Bool
  /// Not on line: somebody at the hotline passes its orders on by hand.
  public let relay: Bool
  public let area: AreaID?
  /// The last day on which it takes orders, where it is closed; what it had stays with it until somebody moves it.
  public let until: CivilDay?

  public init(
    id: UnitID, name: Phrase, level: Level, parent: UnitID?, serves: UnitID? = nil, intake: Bool = false,
    relay: Bool = false, area: AreaID? = nil, until: CivilDay? = nil
  ) {
    self.id = id
    self.name = name
    self.level = level
    self.parent = parent
    self.serves = serves ?? id
    self.intake = intake
    self.relay = relay
    self.area = area
    self.until = until
  }
}

/// The tree of units at one moment. Visibility is computed from it on every read, so a reorganisation takes effect at once.
public struct Organisation: Sendable, Equatable {
  public let units: [UnitID: Unit]
  public let root: UnitID
  private let paths: [UnitID: [UnitID]]
  private let below: [UnitID: [UnitID]]

  /// - Parameter units: in any order; one of them has no parent. A parent that is unknown counts as none.
  public init(_ units: [Unit]) {
    let table = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    self.units = table
    root = units.first { $0.parent == nil }?.id ?? "root"
    var paths: [UnitID: [UnitID]] = [:]
    var below: [UnitID: [UnitID]] = [:]
    for unit in units {
      let path = Self.path(to: unit.id, in: table)
      paths[unit.id] = path
      for ancestor in path { below[ancestor, default: []].append(unit.id) }
    }
    self.paths = paths
    self.below = below.mapValues { $0.sorted() }
  }

  /// From the root down to the unit itself.
  public func path(to unit: UnitID) -> [UnitID] { paths[unit] ?? [unit] }

  /// The unit and everything below it.
  public func subtree(of unit: UnitID) -> [UnitID] { below[unit] ?? [unit] }

  public func contains(_ unit: UnitID, below ancestor: UnitID) -> Bool { path(to: unit).contains(ancestor) }

  public func name(of unit: UnitID) -> Phrase { units[unit]?.name ?? Phrase(unit.value, unit.value) }

  private static func path(to unit: UnitID, in table: [UnitID: Unit]) -> [UnitID] {
    var path = [unit]
    var next = table[unit]?.parent
    while let parent = next, !path.contains(parent) {
      path.append(parent)
      next = table[parent]?.parent
    }
    return path.reversed()
  }
}
