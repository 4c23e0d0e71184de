import Casework
import Ledger
import Store
import Workdays

/// One release of the city's profile, with the day from which it holds. The text stands beside it; the event has its hash.
public struct ProfileRelease: EventStream {
  public enum State: String, Codable, Sendable, CaseIterable, Worded {
    case released
    public var phrase: Phrase { Phrase("已发布", "Released") }
  }

  public enum Action: String, Codable, Sendable, CaseIterable { case release }

  public enum Event: StreamEvent, Equatable {
    case released(key: String, effective: CivilDay, fingerprint: String)
    public var action: Action { .release }
  }

  public let id: Int64
  public let key: String
  public let effective: CivilDay
  public let fingerprint: String
  public let releasedAt: Moment
  public var state: State { .released }

  public static let kind = StreamKind(rawValue: "profile")
  public static let births: [Action: Permission] = [.release: Permission([.admin], .viewer, system: true)]
  public static let lifecycle = Lifecycle<State, Action>([])

  public init?(birth fact: Fact<Event>) {
    guard case .released(let key, let effective, let fingerprint) = fact.event else { return nil }
    id = fact.stream
    self.key = key
    self.effective = effective
    self.fingerprint = fingerprint
    releasedAt = fact.at
  }

  public mutating func apply(_ fact: Fact<Event>) {}

  public func sides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> { [.viewer] }
}

extension ProfileRelease: Recorded {
  public static let table = RowTable("profiles", ["key", "effective", "fingerprint"])
  public static let noun = Phrase("配置版本", "profile release")
  public var label: String { String(id) }
  public var columns: [SQLValue] { [.text(key), .int(Int64(effective.ordinal)), .text(fingerprint)] }

  public static let migrations = [
    Migration(module: "profiles", number: 1, reason: "releases of the city's profile and their texts") { dialect in
      Table(
        "profiles",
        [
          .int("id").primaryKey(), .int("version"), .blob("head"), .text("fold"), .text("key"), .int("effective"), .text("fingerprint"),
        ]
      ).statements(dialect)
        + Table("profile_texts", [.int("release_id").primaryKey(), .text("yaml")]).statements(dialect)
    }
  ]
}
