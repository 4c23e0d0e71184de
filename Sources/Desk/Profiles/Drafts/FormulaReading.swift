import Casework
import Store
import Workdays

/// What a formula makes of some days: for the whole city, and for each of its units.
public struct FormulaReading: Sendable {
  public struct Line: Sendable {
    public let name: Phrase
    public let value: Double?

    public init(_ name: Phrase, _ value: Double?) { (self.name, self.value) = (name, value) }
  }

  public let city: Double?
  public let units: [UnitID: Line]

  public init(city: Double?, units: [UnitID: Line]) { (self.city, self.units) = (city, units) }
}

/// Reads it where figures are kept.
public typealias FormulaReader =
  @Sendable (FigureFormula, Profile, ClosedRange<CivilDay>, any SQLSession) throws -> FormulaReading
