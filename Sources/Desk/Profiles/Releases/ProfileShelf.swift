import Casework
import Ledger
import Store
import Synchronization
import Vault
import Workdays

/// The profile in force, held in memory: every request asks it.
public final class ProfileInForce: Sendable {
  private let held: Mutex<Profile>

  public init() {
    let empty = Profile(
      key: "none", name: Phrase("尚未配置", "Not set up yet"), effective: CivilDay(ordinal: 0), prefix: "LX",
      units: Organisation([Unit(id: "root", name: Phrase("未配置", "Not set up"), level: .city, parent: nil)]), taxonomy: Taxonomy(),
      calendar: .national(), limits: LimitTable())
    held = Mutex(empty)
  }

  public var current: Profile { held.withLock { $0 } }

  public func set(_ profile: Profile) { held.withLock { $0 = profile } }
}

/// Releases a profile: checked, and nothing that is open may lose its unit.
struct ReleaseProfile: Verb {
  struct Receipt: Codable, Sendable { let release: Int }

  let profile: Profile
  let yaml: String
  var draft: Int?

  func perform(in session: LedgerSession) throws -> Receipt {
    try refuseAnotherCity(session)
    try refuseLostUnits(session)
    let release = Int64(try session.sql.count("SELECT coalesce(max(id), 0) FROM profiles")) + 1
    let fingerprint = Digest.hex(Digest.sha256(Array(yaml.utf8)))
    let born = ProfileRelease.Event.released(key: profile.key, effective: profile.effective, fingerprint: fingerprint, draft: draft)
    try session.begin(ProfileRelease.self, release, [born])
    try session.sql.execute("INSERT INTO profile_texts (release_id, yaml) VALUES ($1, $2)", [.int(release), .text(yaml)])
    return Receipt(release: Int(release))
  }

  /// One database is one city's, for good: its cases would not fit another's units, numbers and rules.
  private func refuseAnotherCity(_ session: LedgerSession) throws {
    let newest = "SELECT key FROM profiles WHERE withdrawn_at IS NULL ORDER BY id DESC LIMIT 1"
    guard let key = try session.sql.first(newest, [], { $0.text(0) }), key != profile.key else { return }
    let name = session.profile.name
    throw CaseworkProblem.conflict(
      Phrase(
        "这个数据库已是“\(name.zh)”（\(key)）的，不能换成“\(profile.name.zh)”（\(profile.key)）；请另用一个数据目录（--data）。",
        "This database is that of “\(name.en)” (\(key)) and cannot become “\(profile.name.en)” (\(profile.key)); use another data folder (--data)."
      ))
  }

  private func refuseLostUnits(_ session: LedgerSession) throws {
    let holding = try session.sql.query("SELECT DISTINCT unit FROM orders WHERE unit IS NOT NULL AND \(OpenRows.condition)") {
      UnitID($0.text(0))
    }
    let lost = holding.filter { profile.units.units[$0] == nil }.sorted()
    guard lost.isEmpty else {
      let names = lost.map(\.value).joined(separator: ", ")
      throw CaseworkProblem.conflict(
        Phrase(
          "新配置去掉了仍有未办结工单的单位：\(names)。请先改派。",
          "The new profile drops units that still have open orders: \(names). Dispatch those elsewhere first."))
    }
  }
}

/// Releases on the shelf: load, choose the one in force, export.
public struct ProfileShelf: Sendable {
  let ledger: Ledger
  private let inForce: ProfileInForce
  /// Gives the text of a base that a profile extends.
  private let base: @Sendable (String) throws -> String
  let read = ReadReleases()
  let checked = CheckedDraft()

  public init(ledger: Ledger, inForce: ProfileInForce, base: @Sendable @escaping (String) throws -> String) {
    self.ledger = ledger
    self.inForce = inForce
    self.base = base
  }

  /// Checks and releases a profile; what is stored is the merged whole. The same content twice is one release.
  /// - Parameter effective: another day than the file names.
  @discardableResult
  public func release(
    _ yaml: String, file: String, as actor: Actor = .system, base: ((String) throws -> String)? = nil
  ) async throws -> Int {
    let profile = try ProfileReader.read(yaml, file: file, base: base ?? self.base)
    let whole = ProfileWriter.export(profile)
    if let known = try await known(whole) { return known }
    let release = try await ledger.perform(ReleaseProfile(profile: profile, yaml: whole), as: actor).release
    try await refresh()
    return release
  }

  private func known(_ yaml: String) async throws -> Int? {
    let fingerprint = Digest.hex(Digest.sha256(Array(yaml.utf8)))
    return try await ledger.look { sql, _ in
      let newest = try sql.first("SELECT id, fingerprint FROM profiles WHERE withdrawn_at IS NULL ORDER BY id DESC LIMIT 1") {
        (id: Int($0.int(0)), fingerprint: $0.text(1))
      }
      return newest?.fingerprint == fingerprint ? newest?.id : nil
    }
  }

  /// Puts the newest release that holds today into force, with everything that its catalogue has learned until today; the very
  /// first one holds at once.
  public func refresh() async throws {
    let today = ledger.clock().day
    let wanted = try await ledger.look { sql, _ in
      (release: try ProfileReleases(sql).holding(on: today), catalogue: try CatalogueRevisions(sql).version(on: today))
    }
    let current = inForce.current
    guard let release = wanted.release, (current.version, current.catalogue.version) != (Int(release), wanted.catalogue) else { return }
    let base = base
    let profile = try await ledger.look { sql, _ in
      let yaml = try sql.first("SELECT yaml FROM profile_texts WHERE release_id = $1", [.int(release)]) { $0.text(0) } ?? ""
      return try ProfileReader.read(yaml, file: "release-\(release).yaml", base: base).learned(sql, on: today)
    }
    inForce.set(profile.released(as: Int(release)))
  }

  /// The profile in force as it was released, without what it has learned since.
  func released() async throws -> Profile { try await profile(of: inForce.current.version) }

  public var isEmpty: Bool { inForce.current.version == 0 }

  /// The profile in force as YAML.
  public func export() -> String { ProfileWriter.export(inForce.current) }
}

extension Profile {
  func released(as version: Int) -> Profile {
    var profile = self
    profile.version = version
    return profile
  }
}
