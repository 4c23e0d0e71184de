import Casework
import Workdays

/// How long the catalogue takes to propose a unit, with far more rules than any city has.
struct Proposing {
  private static let rules = 5000
  private static let rounds = 20_000

  func run() throws -> [Figure] {
    let profile = try Self.town()
    let questions = (0..<64).map { index in
      CatalogueQuestion(
        category: CategoryID("事项\(index % 50)/类\(index % 10)/项\(index % 4)"), kind: .help, area: AreaID("place-\(index % 20)"))
    }
    var slowest = Duration.zero
    var found = 0
    let clock = ContinuousClock()
    let took = clock.measure {
      for round in 0..<Self.rounds {
        let begun = clock.now
        if profile.proposal(for: questions[round % questions.count], on: profile.effective).lead != nil { found += 1 }
        slowest = max(slowest, clock.now - begun)
      }
    }
    precondition(found == Self.rounds, "every question has its rule")
    return [
      Figure("proposal", "\(Self.rules) rules, mean", Self.milliseconds(took / Self.rounds), "ms", target: "< 1"),
      Figure("proposal", "\(Self.rules) rules, slowest", Self.milliseconds(slowest), "ms"),
    ]
  }

  private static func milliseconds(_ time: Duration) -> Double {
    Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) / 1e15
  }

  private static func town() throws -> Profile {
    let places = (0..<20).map { Area(id: AreaID("place-\($0)"), name: Phrase("地\($0)", "Place \($0)"), parent: "city") }
    let city = Unit(id: "city", name: Phrase("市", "City"), level: .city, parent: nil)
    let units = (0..<200).map { Unit(id: UnitID("unit-\($0)"), name: Phrase("单位\($0)", "Unit \($0)"), level: .bureau, parent: "city") }
    let rules = (0..<rules).map { index in
      CatalogueRule(
        id: "rule-\(index)", matters: [CategoryID("事项\(index % 50)/类\(index / 50 % 10)")],
        areas: index < 500 ? [] : [AreaID("place-\(index % 20)")], lead: .unit(UnitID("unit-\(index % 200)")), basis: Phrase("依据", "Law"))
    }
    return Profile(
      key: "bench", name: Phrase("市", "City"), effective: CivilDay(ordinal: 20_000), prefix: "B", units: Organisation([city] + units),
      areas: [Area(id: "city", name: Phrase("市", "City"))] + places, taxonomy: Taxonomy(), calendar: .national(), limits: LimitTable(),
      catalogue: Catalogue(rules))
  }
}
