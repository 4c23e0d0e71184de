import Casework
import Ledger
import Store
import Workdays

/// The proposals that were found wrong, as the database has them.
public struct DeclinedProposals {
  private let sql: any SQLSession

  public init(_ sql: any SQLSession) { self.sql = sql }

  /// One of them, with what the case has come to since.
  public struct Item: Sendable {
    public let proposal: DeclinedProposal
    public let isOrder: Bool
    /// The unit that has the order now, where it is one.
    public let unit: UnitID?
  }

  private static let units = """
    SELECT unit FROM declined_proposals WHERE number = $1 AND state = 'declined' AND unit IS NOT NULL ORDER BY id
    """
  private static let one = """
    SELECT id FROM declined_proposals WHERE number = $1 AND unit = $2 AND state = 'declined' ORDER BY id DESC LIMIT 1
    """
  /// Without what is confidential or about our own staff: whoever keeps the catalogue need not know that there is such a case.
  private static let newest = """
    SELECT d.fold, o.id, o.unit FROM declined_proposals d
    LEFT JOIN orders o ON o.number = d.number LEFT JOIN appeals a ON a.number = d.number
    WHERE d.state = 'declined' AND d.id < $1 AND NOT coalesce(o.confidential, a.confidential)
    AND coalesce(o.kind, a.kind, '') <> '\(Kind.staffComplaint.rawValue)'
    AND coalesce(o.about_agent, o.about_group, a.about_agent, a.about_group) IS NULL ORDER BY d.id DESC LIMIT $2
    """

  /// The units that are not proposed again for an order.
  public func units(of number: String) throws -> [UnitID] {
    try sql.query(Self.units, [.text(number)]) { UnitID($0.text(0)) }
  }

  func id(of unit: UnitID, for number: String) throws -> Int64? {
    try sql.first(Self.one, [.text(number), .text(unit.value)]) { $0.int(0) }
  }

  /// The newest first.
  public func page(after id: Int64?, limit: Int) throws -> [Item] {
    try sql.query(Self.newest, [.int(id ?? .max), .int(Int64(limit))]) { (fold: $0.text(0), order: $0.intOrNil(1), unit: $0.textOrNil(2)) }
      .map { row in
        let proposal = try StoredJSON.decode(DeclinedProposal.self, from: row.fold)
        return Item(proposal: proposal, isOrder: row.order != nil, unit: row.unit.map { UnitID($0) })
      }
  }
}

extension LedgerSession {
  /// Keeps that this category was not what it is about.
  public func decline(_ category: CategoryID, of number: String, area: AreaID?, instead: CategoryID?) throws {
    let content = DeclinedProposal.Content(number: number, category: category, unit: nil, rule: nil, area: area, instead: instead)
    try begin(DeclinedProposal.self, newID(), [.declined(proposal: content)])
  }

  /// Keeps that it is not this unit's duty; saying so twice is saying it once.
  public func decline(_ unit: UnitID, of number: String, _ question: CatalogueQuestion) throws {
    guard try DeclinedProposals(sql).id(of: unit, for: number) == nil else { return }
    let rule = profile.rule(naming: unit, for: question, on: now.day)
    let content = DeclinedProposal.Content(
      number: number, category: question.category, unit: unit, rule: rule?.id, area: question.area, instead: nil)
    try begin(DeclinedProposal.self, newID(), [.declined(proposal: content)])
  }

  /// It may be proposed again.
  public func putBack(_ unit: UnitID, of number: String) throws {
    guard let id = try DeclinedProposals(sql).id(of: unit, for: number) else { return }
    try change(DeclinedProposal.self, id, .takeBack) { _ in [.takenBack] }
  }
}
