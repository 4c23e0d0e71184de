import Casework
import Ledger
import Store
import Workdays

/// One release of the city's profile, with the day from which it holds. The text stands beside it; the event has its hash.
public struct ProfileRelease: EventStream {
  public enum State: String, Codable, Sendable, CaseIterable, Worded {
    case released, withdrawn

    public var phrase: Phrase {
      switch self {
      case .released: Phrase("已发布", "Released")
      case .withdrawn: Phrase("已撤回", "Withdrawn")
      }
    }
  }

  public enum Action: String, Codable, Sendable, CaseIterable, Worded {
    case release, withdraw

    public var phrase: Phrase {
      switch self {
      case .release: Phrase("发布配置", "Release the profile")
      case .withdraw: Phrase("撤回发布", "Withdraw the release")
      }
    }
  }

  public enum Event: StreamEvent, Equatable {
    /// - Parameter draft: the number of the draft that it came from, where it was made in the browser.
    case released(key: String, effective: CivilDay, fingerprint: String, draft: Int?)
    /// It never came into force.
    case withdrawn

    public var action: Action {
      switch self {
      case .released: .release
      case .withdrawn: .withdraw
      }
    }
  }

  public let id: Int64
  public let key: String
  public let effective: CivilDay
  public let fingerprint: String
  public let releasedAt: Moment
  public let draft: Int?
  public private(set) var withdrawnAt: Moment?
  public var state: State { withdrawnAt == nil ? .released : .withdrawn }

  public static let kind = StreamKind(rawValue: "profile")
  public static let births: [Action: Permission] = [.release: Permission([.admin], .viewer, system: true)]
  public static let lifecycle = Lifecycle<State, Action>([
    Transition([.released], .withdraw, to: [.withdrawn], by: Permission([.admin], .viewer), why: "only before its day")
  ])

  public init?(birth fact: Fact<Event>) {
    guard case .released(let key, let effective, let fingerprint, let draft) = fact.event else { return nil }
    id = fact.stream
    self.key = key
    self.effective = effective
    self.fingerprint = fingerprint
    self.draft = draft
    releasedAt = fact.at
  }

  public mutating func apply(_ fact: Fact<Event>) {
    if case .withdrawn = fact.event { withdrawnAt = fact.at }
  }

  public func sides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> { [.viewer] }
}

extension ProfileRelease: Recorded {
  public static let table = RowTable("profiles", ["key", "effective", "fingerprint", "withdrawn_at"])
  public static let noun = Phrase("配置版本", "profile release")
  public var label: String { String(id) }
  public var columns: [SQLValue] {
    [.text(key), .int(Int64(effective.ordinal)), .text(fingerprint), .num(withdrawnAt?.milliseconds)]
  }

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
