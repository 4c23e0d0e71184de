import CaseFile
import Casework
import Store
import Vault
import Workdays

/// An order as a list shows it: enough to know what it is about, where, who has it and by when.
public struct OrderGlance: Sendable {
  public let id: Int64
  public let number: String
  public let state: OrderState
  public let kind: Kind
  public let category: CategoryID
  public let urgency: Urgency
  public let area: AreaID?
  public let unit: UnitID?
  public let owner: UnitID
  public let role: OrderRole
  public let isConfidential: Bool
  public let due: Moment?
  public let isProvisional: Bool
  public let raisedAt: Moment
  public let dispatchedAt: Moment?
  public let closedAt: Moment?
  public let supervisions: Int
  public let card: Order.Card.Colour?
  /// How often its unit was urged.
  public let urges: Int
  /// One line, masked; empty where it has been erased.
  public internal(set) var title: String
  public let place: String?
  /// The same on a map.
  public let point: GeoPoint?
  /// The clock that ends next, with its limit.
  public let clock: ClockKind?
  public let limit: Limit?
  /// The leader who took the call.
  public let answeredBy: AccountID?

  let titleID: Int64

  /// What a list calls it: by its number where the title has been erased.
  public var heading: String { title.isEmpty ? number : title }
}

extension OrderGlance {
  private static let columns = """
    id, number, state, kind, category, urgency, area, unit, owner, role, confidential, due_at, provisional, raised_at, dispatched_at,
    closed_at, supervisions, title, fold, card
    """

  /// The orders with these ids, in this order; their titles are opened in one query.
  static func load(_ ids: [Int64], _ sql: any SQLSession, _ vault: Vault) throws -> [OrderGlance] {
    guard !ids.isEmpty else { return [] }
    var args: [SQLValue] = []
    let list = args.whereIn("id", ids)
    let rows = try sql.query("SELECT \(columns) FROM orders WHERE \(list)", args) { try OrderGlance($0) }
    let titles = try vault.texts(rows.map(\.titleID))
    let table = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return ids.compactMap { table[$0] }.map { glance in
      var glance = glance
      glance.title = OneLine.of(titles[glance.titleID])
      return glance
    }
  }

  /// Those of these orders that a person may see, in this order.
  public static func load(
    _ ids: [Int64], for actor: Actor, _ profile: Profile, _ sql: any SQLSession, _ vault: Vault
  ) throws -> [OrderGlance] {
    guard let reach = try OrderReach.of(actor, in: profile.units)?.keeping(sql) else { return [] }
    return try load(ids, sql, vault).filter {
      reach.shows(unit: $0.unit, owner: $0.owner, state: $0.state) && !reach.kept.contains($0.id)
    }
  }

  private init(_ row: any SQLRow) throws {
    let fold = try OrderFold(row.text(18), until: row.intOrNil(11))
    id = row.int(0)
    number = row.text(1)
    state = OrderState(rawValue: row.text(2)) ?? .handling
    kind = Kind(rawValue: row.text(3)) ?? .help
    category = CategoryID(row.text(4))
    urgency = Urgency.allCases[min(max(Int(row.int(5)), 0), Urgency.allCases.count - 1)]
    area = row.textOrNil(6).map { AreaID($0) }
    unit = row.textOrNil(7).map { UnitID($0) }
    owner = UnitID(row.text(8))
    role = OrderRole(rawValue: row.text(9)) ?? .main
    isConfidential = row.bool(10)
    due = row.intOrNil(11).map { Moment(milliseconds: $0) }
    isProvisional = row.bool(12)
    raisedAt = Moment(milliseconds: row.int(13))
    dispatchedAt = row.intOrNil(14).map { Moment(milliseconds: $0) }
    closedAt = row.intOrNil(15).map { Moment(milliseconds: $0) }
    supervisions = Int(row.int(16))
    titleID = row.int(17)
    card = row.textOrNil(19).flatMap { Order.Card.Colour(rawValue: $0) }
    title = ""
    (place, point, clock, limit, answeredBy, urges) = (fold.place, fold.point, fold.clock, fold.limit, fold.answeredBy, fold.urges)
  }
}

/// What a list reads of an order's fold, without taking the whole of it apart.
private struct OrderFold {
  let place: String?
  let point: GeoPoint?
  /// The clock that ends at the order's due time.
  let clock: ClockKind?
  let limit: Limit?
  let answeredBy: AccountID?
  let urges: Int

  init(_ fold: String, until due: Int64?) throws {
    (place, point, clock, limit, answeredBy, urges) = try JSONGlance.at(fold) { fold in
      let running = fold["clocks"]?.elements.first { clock in
        clock["stoppedAt"] == nil && clock["pausedAt"] == nil && clock["deadline"]?["at"]?.int == due && Self.kind(clock) != .returnWindow
      }
      let limit = try running?["deadline"]?["limit"]?.text.map { try Limit(parsing: $0) }
      let matter = fold["matter"]
      return (
        matter?["place"]?["address"]?.text, matter?["place"].flatMap(Self.point), running.flatMap(Self.kind), limit,
        matter?["answeredBy"]?.text.map { AccountID($0) }, Int(fold["urges"]?.int ?? 0)
      )
    }
  }

  private static func point(_ place: JSONGlance) -> GeoPoint? {
    guard let latitude = place["latitude"]?.real, let longitude = place["longitude"]?.real else { return nil }
    return GeoPoint(latitude: latitude, longitude: longitude)
  }

  private static func kind(_ clock: JSONGlance) -> ClockKind? { clock["kind"]?.text.flatMap(ClockKind.init(rawValue:)) }
}

/// The first words of a text, masked.
enum OneLine {
  static func of(_ text: String?, most: Int = 80) -> String {
    guard let text else { return "" }
    let line = Masking.text(text).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.count > most ? "\(line.prefix(most))…" : line
  }
}
