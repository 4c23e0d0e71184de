import Casework
import Ledger
import Profiles
import Store
import Workdays

/// What a draft would have done with orders that went out: read from the rows alone, so rules that ask for words take no part.
struct TrialRun: Sendable {
  let profile: Profile
  let draft: Catalogue
  let from: CivilDay
  let to: CivilDay
  /// The day by whose rules both catalogues are asked.
  let day: CivilDay

  /// One order that would have gone elsewhere.
  struct Moved: Sendable {
    let number: String
    let category: CategoryID
    let area: AreaID?
    let unit: UnitID
    /// Nil where the draft leaves it to a person.
    let proposed: UnitID?
    let raisedAt: Moment
    let isChanged: Bool
  }

  /// The draft of the moment; the catalogue in force where there is none.
  static func prepare(_ ledger: Ledger, from: CivilDay, to: CivilDay, on day: CivilDay) async throws -> TrialRun {
    let profile = ledger.profile()
    let amendments = try await ledger.look { sql, _ in try CatalogueRevisions(sql).draft()?.amendments ?? [] }
    return TrialRun(profile: profile, draft: profile.catalogue.amended(by: amendments), from: from, to: to, day: day)
  }

  private static let span = "role = 'main' AND unit IS NOT NULL AND raised_at >= $1 AND raised_at < $2"
  private static let groups = "SELECT category, kind, area, unit, count(*) FROM orders WHERE \(span) GROUP BY category, kind, area, unit"
  private static let rows = """
    SELECT id, raised_at, number, category, kind, area, unit FROM orders WHERE \(span) AND NOT confidential AND (raised_at, id) < ($3, $4)
    ORDER BY raised_at DESC, id DESC LIMIT $5
    """
  private static let block = 1000

  private var bounds: [SQLValue] { [.int(from.midnight.milliseconds), .int(to.adding(days: 1).midnight.milliseconds)] }

  func figures(_ sql: any SQLSession) throws -> CatalogueTrial {
    var memory = Memory(self)
    var (orders, elsewhere, byHand, changed) = (0, 0, 0, 0)
    let groups = try sql.query(Self.groups, bounds) { (matter: Self.question($0, 0), unit: UnitID($0.text(3)), count: Int($0.int(4))) }
    for group in groups {
      let said = memory.ask(group.matter)
      orders += group.count
      if said.draft == nil { byHand += group.count } else if said.draft != group.unit { elsewhere += group.count }
      if said.draft != said.now { changed += group.count }
    }
    return CatalogueTrial(from: from, to: to, orders: orders, elsewhere: elsewhere, byHand: byHand, changed: changed)
  }

  /// The next orders that would have gone elsewhere, the newest first.
  /// - Parameter after: the place of the last one, `raised.id`.
  func moved(_ sql: any SQLSession, onlyChanged: Bool, after: (at: Int64, id: Int64)?, limit: Int) throws -> (items: [Moved], next: String?)
  {
    var memory = Memory(self)
    var (items, place) = ([Moved](), after ?? (.max, .max))
    while true {
      let args = bounds + [.int(place.at), .int(place.id), .int(Int64(Self.block))]
      let rows = try sql.query(Self.rows, args) { row in
        (id: row.int(0), at: row.int(1), number: row.text(2), matter: Self.question(row, 3), unit: UnitID(row.text(6)))
      }
      for row in rows {
        place = (row.at, row.id)
        let said = memory.ask(row.matter)
        guard onlyChanged ? said.draft != said.now : said.draft != row.unit else { continue }
        items.append(
          Moved(
            number: row.number, category: row.matter.category, area: row.matter.area, unit: row.unit, proposed: said.draft,
            raisedAt: Moment(milliseconds: row.at), isChanged: said.draft != said.now))
        if items.count == limit { return (items, "\(place.at).\(place.id)") }
      }
      if rows.count < Self.block { return (items, nil) }
    }
  }

  private static func question(_ row: any SQLRow, _ first: Int) -> CatalogueQuestion {
    CatalogueQuestion(
      category: CategoryID(row.text(first)), kind: Kind(rawValue: row.text(first + 1)), area: row.textOrNil(first + 2).map { AreaID($0) })
  }

  /// Like matters are asked about once.
  private struct Memory {
    private let run: TrialRun
    private var said: [CatalogueQuestion: (draft: UnitID?, now: UnitID?)] = [:]

    init(_ run: TrialRun) { self.run = run }

    mutating func ask(_ question: CatalogueQuestion) -> (draft: UnitID?, now: UnitID?) {
      if let known = said[question] { return known }
      let answer = (
        draft: run.profile.proposal(for: question, by: run.draft, on: run.day).lead,
        now: run.profile.proposal(for: question, on: run.day).lead
      )
      said[question] = answer
      return answer
    }
  }
}
