import Casework
import Ledger
import Store
import Vault
import Workdays

/// Writes every ruling down as a precedent 先例 for the like matter.
public struct PrecedentProjector: Projector {
  public let name = "precedents"

  public init() {}

  private static let order = "SELECT number, category, area FROM orders WHERE id = $1 AND role = 'main'"
  private static let insert = """
    INSERT INTO precedents (id, number, category, area, unit, at, upheld, locked, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT DO NOTHING
    """

  public func take(_ events: [SealedEvent], _ session: any SQLSession) throws {
    for event in events where event.stream == StreamKind.order.rawValue && event.type == "ruled" {
      guard case .ruled(let decision, let unit?, let lock, let note, _, _) = try StoredJSON.decode(OrderEvent.self, from: event.body),
        decision != .dispute
      else { continue }
      let order = try session.first(Self.order, [.int(event.id)]) { (number: $0.text(0), category: $0.text(1), area: $0.textOrNil(2)) }
      guard let order else { continue }
      try session.execute(
        Self.insert,
        [
          .int(event.position), .text(order.number), .text(order.category), .str(order.area), .text(unit.value),
          .int(event.at.milliseconds),
          .bool(decision == .accept), .bool(lock), .num(note?.value),
        ])
    }
  }
}

/// The precedents as the database has them.
public struct PrecedentBook {
  private let sql: any SQLSession

  public init(_ sql: any SQLSession) { self.sql = sql }

  private static let columns = "id, number, category, area, unit, at, upheld, locked, note"

  /// Rulings in the like matter: the same category, the same area first, then the newest.
  public func like(_ question: CatalogueQuestion, in profile: Profile, limit: Int = 5) throws -> [Precedent] {
    let found = try sql.query(
      "SELECT \(Self.columns) FROM precedents WHERE category = $1 ORDER BY at DESC, id DESC LIMIT 40", [.text(question.category.value)],
      Self.read)
    let living = found.filter { profile.units.units[$0.unit]?.takesOrders == true }
    return Array((living.filter { $0.area == question.area } + living.filter { $0.area != question.area }).prefix(limit))
  }

  /// The newest ruling on an order.
  public func ruling(on number: String) throws -> Precedent? {
    try sql.first("SELECT \(Self.columns) FROM precedents WHERE number = $1 ORDER BY at DESC, id DESC LIMIT 1", [.text(number)], Self.read)
  }

  /// Every precedent, the newest first.
  public func page(after id: Int64?, limit: Int) throws -> [Precedent] {
    try sql.query(
      "SELECT \(Self.columns) FROM precedents WHERE id < $1 ORDER BY id DESC LIMIT $2", [.int(id ?? .max), .int(Int64(limit))], Self.read)
  }

  private static func read(_ row: any SQLRow) -> Precedent {
    Precedent(
      id: row.int(0), order: row.text(1), category: CategoryID(row.text(2)), area: row.textOrNil(3).map { AreaID($0) },
      unit: UnitID(row.text(4)), at: Moment(milliseconds: row.int(5)), upheld: row.bool(6), locked: row.bool(7),
      note: row.intOrNil(8).map { TextID($0) })
  }
}

/// What an order's dispatcher is shown: the proposal and the rulings in the like matter.
public struct OrderProposal: Sendable {
  public let proposal: Proposal
  public let precedents: [Precedent]
  /// The units that somebody found wrong for it.
  public let declined: [UnitID]

  /// Reads the citizen's words only where a rule asks for them.
  public static func read(for order: Order, _ sql: any SQLSession, _ vault: Vault, _ profile: Profile, on day: CivilDay) throws
    -> OrderProposal
  {
    var question = CatalogueQuestion(order.matter)
    if profile.catalogue.asksForWords(in: question.category) {
      let texts = try vault.texts([order.matter.title.value, order.matter.text.value])
      question.text = texts.values.joined(separator: "\n")
    }
    let precedents = try PrecedentBook(sql).like(question, in: profile)
    let declined = try DeclinedProposals(sql).units(of: order.matter.number)
    let proposal = profile.proposal(for: question, precedents: precedents, declined: Set(declined), on: day)
    return OrderProposal(proposal: proposal, precedents: precedents, declined: declined)
  }
}
