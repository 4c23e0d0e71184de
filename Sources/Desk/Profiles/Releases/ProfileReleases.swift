import Casework
import Ledger
import Store
import Workdays

/// The releases as the database has them. The line of releases runs by their days; of two for one day the later one stands.
public struct ProfileReleases {
  private let sql: any SQLSession

  public init(_ sql: any SQLSession) { self.sql = sql }

  /// What a list shows of one.
  public struct Item: Sendable, Equatable {
    public let id: Int
    public let effective: CivilDay
    public let releasedAt: Moment
    public let releasedBy: AccountID
    public let withdrawnAt: Moment?
    public let draft: Int?
  }

  private static let stands = "withdrawn_at IS NULL"

  /// The last one of the line, which a draft changes.
  public func last() throws -> (id: Int, effective: CivilDay)? {
    try sql.first("SELECT id, effective FROM profiles WHERE \(Self.stands) ORDER BY effective DESC, id DESC LIMIT 1") {
      (Int($0.int(0)), CivilDay(ordinal: Int($0.int(1))))
    }
  }

  /// The one that holds on a day; before all of them, the first.
  func holding(on day: CivilDay) throws -> Int64? {
    let now = try sql.first(
      "SELECT id FROM profiles WHERE \(Self.stands) AND effective <= $1 ORDER BY effective DESC, id DESC LIMIT 1",
      [.int(Int64(day.ordinal))]
    ) { $0.int(0) }
    return try now ?? sql.first("SELECT id FROM profiles WHERE \(Self.stands) ORDER BY effective, id LIMIT 1") { $0.int(0) }
  }

  /// Those that come into force after a day, one for each day of theirs, in the order of time.
  func later(than day: CivilDay) throws -> [Int] {
    try sql.query(
      "SELECT max(id) FROM profiles WHERE \(Self.stands) AND effective > $1 GROUP BY effective ORDER BY effective",
      [.int(Int64(day.ordinal))]
    ) { Int($0.int(0)) }
  }

  public func text(of id: Int) throws -> String? {
    try sql.first("SELECT yaml FROM profile_texts WHERE release_id = $1", [.int(Int64(id))]) { $0.text(0) }
  }

  /// The newest first.
  public func newest(before id: Int? = nil, limit: Int = 50) throws -> [Item] {
    try sql.query(
      """
      SELECT p.fold, e.actor FROM profiles p JOIN events e ON e.stream = 'profile' AND e.id = p.id AND e.version = 1
      WHERE p.id < $1 ORDER BY p.id DESC LIMIT $2
      """, [.int(id.map { Int64($0) } ?? .max), .int(Int64(limit))]
    ) { row in
      let release = try StoredJSON.decode(ProfileRelease.self, from: row.text(0))
      return Item(
        id: Int(release.id), effective: release.effective, releasedAt: release.releasedAt, releasedBy: AccountID(row.text(1)),
        withdrawnAt: release.withdrawnAt, draft: release.draft)
    }
  }
}

/// Takes a release back before its day: what would have held holds on.
public struct WithdrawRelease: Verb {
  public struct Receipt: Codable, Sendable {
    public let release: Int
    public let state: ProfileRelease.State
  }

  private let release: Int

  public init(_ release: Int) { self.release = release }

  public func perform(in session: LedgerSession) throws -> Receipt {
    let releases = ProfileReleases(session.sql)
    let last = try releases.last()
    let after = try session.change(ProfileRelease.self, Int64(release), .withdraw) { standing in
      guard standing.effective > session.now.day else {
        throw CaseworkProblem.conflict(
          Phrase("第 \(release) 版已经生效，不能撤回；请发布新的版本。", "Release \(release) is in force and cannot be withdrawn; release another one."))
      }
      guard last?.id == release else {
        throw CaseworkProblem.conflict(
          Phrase("第 \(last?.id ?? 0) 版在它之后，请先撤回那一版。", "Release \(last?.id ?? 0) stands after it; withdraw that one first."))
      }
      return [.withdrawn]
    }
    return Receipt(release: release, state: after.state)
  }
}
