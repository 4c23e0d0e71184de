import Casework
import Store

/// How often the people of a list have spoken of the same category, as far as the reader sees it.
struct Repeats {
  let reach: AppealReach

  /// The newest so many of the people's appeals are looked at.
  private static let most: Int64 = 2000
  private static let category = """
    coalesce((SELECT o.category FROM participations p JOIN orders o ON o.id = p.order_id WHERE p.appeal_id = a.id
      AND p.state <> 'parted' ORDER BY p.id DESC LIMIT 1), a.category)
    """

  private struct Said {
    let id: Int64
    let citizen: Int64
    let category: String?
    let at: Int64
  }

  /// The how-manieth time each is: 1 for what is new, and for what has no category yet.
  func times(of ids: [Int64], _ sql: any SQLSession) throws -> [Int64: Int] {
    guard !ids.isEmpty else { return [:] }
    var args: [SQLValue] = []
    let list = args.whereIn("id", ids)
    let people = try sql.query("SELECT DISTINCT citizen FROM appeals WHERE \(list)", args) { $0.int(0) }
    let said = try said(by: people, sql)
    var times: [Int64: Int] = [:]
    for one in said where ids.contains(one.id) && one.category != nil {
      times[one.id] = said.count { $0.citizen == one.citizen && $0.category == one.category && ($0.at, $0.id) <= (one.at, one.id) }
    }
    return times
  }

  private func said(by people: [Int64], _ sql: any SQLSession) throws -> [Said] {
    var args: [SQLValue] = []
    let list = args.whereIn("a.citizen", people)
    let kept = reach.kept(&args)
    let taken = reach.intake.map { units in " AND \(args.whereIn("a.intake", units.map(\.value)))" } ?? ""
    let most = args.bind(.int(Self.most))
    let statement = """
      SELECT a.id, a.citizen, \(Self.category), a.received_at FROM appeals a WHERE \(list) AND \(kept)\(taken)
      ORDER BY a.received_at DESC, a.id DESC LIMIT \(most)
      """
    return try sql.query(statement, args) { Said(id: $0.int(0), citizen: $0.int(1), category: $0.textOrNil(2), at: $0.int(3)) }
  }
}
