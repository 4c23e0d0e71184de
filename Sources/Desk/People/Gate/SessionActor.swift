import Casework
import Store
import Workdays

/// Who is behind a secret, as the database says it now.
struct SessionActor {
  private let sql: any SQLSession
  private let units: Organisation

  init(_ sql: any SQLSession, _ units: Organisation) {
    self.sql = sql
    self.units = units
  }

  /// A session as it was found, and whether it is time to note that it was seen.
  struct Found: Sendable {
    let known: ActorCache.Known
    let isDue: Bool
  }

  private static let selectToken = """
    SELECT a.fold FROM api_tokens t JOIN accounts a ON a.id = t.account_id
    WHERE t.digest = $1 AND t.revoked_at IS NULL AND a.state = 'active'
    """
  private static let selectSession = """
    SELECT a.fold, c.must_change, s.csrf, s.last_seen FROM sessions s
    JOIN accounts a ON a.id = s.account_id JOIN credentials c ON c.account_id = a.id
    WHERE s.digest = $1 AND s.expires_at > $2 AND s.last_seen > $3 AND a.state = 'active'
    """

  func bearer(_ digest: [UInt8]) throws -> ActorCache.Known? {
    try sql.first(Self.selectToken, [.blob(digest)]) { row in
      ActorCache.Known(actor: try AccountRows(sql).account(row.text(0)).actor(in: units), csrf: nil)
    }
  }

  func session(_ digest: [UInt8], at now: Moment) throws -> Found? {
    let idle = now.adding(hours: -Sessions.idleHours)
    return try sql.first(Self.selectSession, [.blob(digest), .int(now.milliseconds), .int(idle.milliseconds)]) { row in
      let account = try AccountRows(sql).account(row.text(0))
      let actor = Self.actor(account, mustChange: row.bool(1), in: units)
      let seen = Moment(milliseconds: row.int(3))
      return Found(known: ActorCache.Known(actor: actor, csrf: row.text(2)), isDue: now.minutes(since: seen) >= Sessions.noteAfter)
    }
  }

  /// With a password that somebody else set, a session can do one thing: choose another.
  static func actor(_ account: Account, mustChange: Bool, in units: Organisation) -> Actor {
    let actor = account.actor(in: units)
    guard mustChange else { return actor }
    return Actor(account: actor.account, name: actor.name, roles: [], unit: actor.unit, scope: actor.scope, group: actor.group)
  }
}
