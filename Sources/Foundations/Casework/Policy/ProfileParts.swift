import Workdays

/// The parts of a profile that are edited in the browser.
public struct ProfileParts: Sendable, Equatable {
  public var units: [UnitID: Unit]
  public var limits: LimitTable
  public var policy: CasePolicy
  public var calendar: WorkCalendar
  public var overlays: [UnitID: CalendarOverlay]
  public var guides: [CategoryGuide]
  public var areas: [Area]
  public var letters: [Letter]
  public var formulas: [FigureFormula]

  public init(_ profile: Profile) {
    (units, limits, policy) = (profile.units.units, profile.limits, profile.policy)
    (calendar, overlays, guides, areas) = (profile.calendar, profile.overlays, profile.guides, profile.areas)
    letters = profile.letters
    formulas = profile.formulas
  }
}
