import Casework

/// The terms by which a search is narrowed to what somebody may see: the units of a case and all units above them.
/// A prefilter only: what is found is checked once more against the organisation of the moment.
enum ScopeTokens {
  static func of(_ units: [UnitID?], in organisation: Organisation) -> [String] {
    var tokens: [String] = []
    for unit in units.compactMap({ $0 }) {
      for step in organisation.path(to: unit) where !tokens.contains(token(step)) { tokens.append(token(step)) }
    }
    return tokens
  }

  static func token(_ unit: UnitID) -> String { "u_\(unit.value)" }
}
