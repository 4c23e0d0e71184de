import Casework

/// Whose figures somebody sees: those of everything below where they act, computed anew on every reading.
struct FigureReach: Sendable, Equatable {
  /// Where this person's figures begin.
  let top: UnitID
  /// Nil: the whole city.
  let units: [UnitID]?

  static let readers: Set<Role> = [
    .dispatcher, .officer, .supervisor, .followup, .shiftLeader, .inspector, .analyst, .leader, .congress, .discipline, .intake, .admin,
  ]
  /// They oversee the whole city, wherever their office stands.
  private static let overseers: Set<Role> = [.congress, .discipline]

  static func of(_ actor: Actor, in organisation: Organisation) -> FigureReach {
    let overall = actor.standing == .system || !actor.roles.isDisjoint(with: overseers)
    let top = overall ? organisation.root : actor.scope
    return FigureReach(top: top, units: top == organisation.root ? nil : organisation.subtree(of: top))
  }

  /// The units of a question; nil for the whole city.
  /// - Throws: `CaseworkProblem.invalid` where the unit lies outside.
  func units(of unit: UnitID?, in organisation: Organisation) throws -> [UnitID]? {
    guard let unit, unit != organisation.root || units != nil else { return units }
    guard organisation.contains(unit, below: top) else {
      throw CaseworkProblem.field("unit", "不在您的统计范围内；请选本单位或下级单位。", "That unit is not within yours: choose your own or one below it.")
    }
    return organisation.subtree(of: unit)
  }
}
