import Casework
import Store
import Vault
import Workdays

/// An appeal as a list shows it.
public struct AppealGlance: Sendable {
  public let id: Int64
  public let number: String
  public let state: AppealState
  public let channel: Channel
  public let kind: Kind?
  public let category: CategoryID?
  public let area: AreaID?
  public let intake: UnitID
  public let isConfidential: Bool
  public let lifeRisk: Bool
  public let receivedAt: Moment
  public let endedAt: Moment?
  public let place: String?
  /// The title or the first words, masked; empty where they have been erased.
  public internal(set) var title: String
  /// The how-manieth time it is that this person speaks of this category, as far as the reader sees it.
  public internal(set) var time = 1
  let titleID: Int64
}

extension AppealGlance {
  private static let columns = """
    id, number, state, channel, kind, category, area, intake, confidential, life_risk, received_at, ended_at, title, text, fold
    """

  /// The appeals with these ids, in this order, without those that are kept from the reader.
  static func load(_ ids: [Int64], _ reach: AppealReach, _ sql: any SQLSession, _ vault: Vault) throws -> [AppealGlance] {
    guard !ids.isEmpty else { return [] }
    var args: [SQLValue] = []
    let list = args.whereIn("id", ids)
    let kept = reach.kept(&args)
    let rows = try sql.query("SELECT \(columns) FROM appeals WHERE \(list) AND \(kept)", args) { try AppealGlance($0) }
    let seen = reach.intake.map { units in rows.filter { units.contains($0.intake) } } ?? rows
    let titles = try vault.texts(seen.map(\.titleID))
    let table = Dictionary(seen.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let times = try Repeats(reach: reach).times(of: seen.map(\.id), sql)
    return ids.compactMap { table[$0] }.map { glance in
      var glance = glance
      glance.title = OneLine.of(titles[glance.titleID])
      glance.time = times[glance.id] ?? 1
      return glance
    }
  }

  private init(_ row: any SQLRow) throws {
    let fold = try StoredJSON.decode(AppealFold.self, from: row.text(14))
    id = row.int(0)
    number = row.text(1)
    state = AppealState(rawValue: row.text(2)) ?? .recorded
    channel = Channel(rawValue: row.text(3)) ?? .phone
    kind = row.textOrNil(4).flatMap { Kind(rawValue: $0) }
    category = row.textOrNil(5).map { CategoryID($0) }
    area = row.textOrNil(6).map { AreaID($0) }
    intake = UnitID(row.text(7))
    isConfidential = row.bool(8)
    lifeRisk = row.bool(9)
    receivedAt = Moment(milliseconds: row.int(10))
    endedAt = row.intOrNil(11).map { Moment(milliseconds: $0) }
    titleID = row.intOrNil(12) ?? row.int(13)
    title = ""
    place = fold.matter.place?.address
  }
}

/// What a list reads of an appeal's fold.
private struct AppealFold: Decodable {
  struct Matter: Decodable { let place: Spot? }
  struct Spot: Decodable { let address: String }

  let matter: Matter
}
