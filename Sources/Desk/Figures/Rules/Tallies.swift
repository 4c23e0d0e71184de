import Casework

/// What was added up, by what happened: a formula may set one happening beside another.
struct Tallies: Hashable, Sendable {
  private var tallies: [Happening: Tally]

  init(_ tallies: [Happening: Tally] = [:]) { self.tallies = tallies }

  /// Nothing where nothing happened.
  subscript(happening: Happening) -> Tally { tallies[happening] ?? Tally() }

  func value(of count: FigureCount) -> Double { count.value(self[count.happening]) }

  static func + (one: Tallies, other: Tallies) -> Tallies { Tallies(one.tallies.merging(other.tallies, uniquingKeysWith: +)) }

  static func += (one: inout Tallies, other: Tallies) { one = one + other }
}
