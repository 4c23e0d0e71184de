import Casework
import Ledger
import Store
import Workdays

/// The draft of the city's profile: changes gathered before a release. There is one at a time, and every administrator sees
/// what the others did in it.
public struct ProfileDraft: EventStream {
  public enum State: String, Codable, Sendable, CaseIterable, Worded {
    case draft, released, discarded

    public var phrase: Phrase {
      switch self {
      case .draft: Phrase("草稿", "Draft")
      case .released: Phrase("已发布", "Released")
      case .discarded: Phrase("已放弃", "Discarded")
      }
    }
  }

  public enum Action: String, Codable, Sendable, CaseIterable, Worded {
    case open, change, rebase, release, discard

    public var phrase: Phrase {
      switch self {
      case .open: Phrase("起草配置", "Begin a draft of the profile")
      case .change: Phrase("修改配置草稿", "Change the draft of the profile")
      case .rebase: Phrase("以新版本为准重新对照", "Set the draft beside the new release")
      case .release: Phrase("发布配置", "Release the profile")
      case .discard: Phrase("放弃配置草稿", "Discard the draft of the profile")
      }
    }
  }

  public enum Event: StreamEvent, Equatable {
    /// - Parameter base: the release that it changes.
    case opened(number: Int, base: Int)
    case changed(edit: ProfileEdit)
    /// This part is again as in the release.
    case undone(part: String)
    /// What was released meanwhile has been seen; the draft's own changes stand.
    case rebased(base: Int)
    case released(release: Int, effective: CivilDay)
    case discarded

    public var action: Action {
      switch self {
      case .opened: .open
      case .changed, .undone: .change
      case .rebased: .rebase
      case .released: .release
      case .discarded: .discard
      }
    }
  }

  /// One part with what it shall be, and who last said so.
  public struct Part: Codable, Sendable, Equatable {
    public let edit: ProfileEdit
    public let by: AccountID
    public let at: Moment
  }

  public let id: Int64
  public let number: Int
  public private(set) var base: Int
  public private(set) var state = State.draft
  /// By the name of the part.
  public private(set) var parts: [Part] = []
  public private(set) var release: Int?
  public let openedAt: Moment
  public let openedBy: AccountID

  public var edits: [ProfileEdit] { parts.map(\.edit) }
  public subscript(_ part: String) -> Part? { parts.first { $0.edit.part == part } }
}

extension ProfileDraft {
  public static let kind = StreamKind(rawValue: "profile-draft")
  public static let editors: Set<Role> = [.admin]
  public static let births: [Action: Permission] = [.open: Permission(editors, .viewer)]

  private typealias Line = Transition<State, Action>
  private static let keepers = Permission(editors, .viewer)
  public static let lifecycle = Lifecycle<State, Action>([
    Line([.draft], .change, to: [.draft], by: keepers), Line([.draft], .rebase, to: [.draft], by: keepers),
    Line([.draft], .release, to: [.released], by: keepers), Line([.draft], .discard, to: [.discarded], by: keepers),
  ])

  public init?(birth fact: Fact<Event>) {
    guard case .opened(let number, let base) = fact.event else { return nil }
    (id, self.number, self.base, openedAt, openedBy) = (fact.stream, number, base, fact.at, fact.by)
  }

  public mutating func apply(_ fact: Fact<Event>) {
    switch fact.event {
    case .opened: break
    case .changed(let edit): set(edit.part, Part(edit: edit, by: fact.by, at: fact.at))
    case .undone(let part): set(part, nil)
    case .rebased(let base): self.base = base
    case .released(let release, _): (self.release, state) = (release, .released)
    case .discarded: state = .discarded
    }
  }

  private mutating func set(_ name: String, _ part: Part?) {
    parts.removeAll { $0.edit.part == name }
    if let part { parts.append(part) }
    parts.sort { $0.edit.part < $1.edit.part }
  }

  public func sides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> { actor.standing == .staff ? [.viewer] : [] }
}

extension ProfileDraft: Recorded {
  public static let table = RowTable("profile_drafts", ["number", "state", "open"])
  public static let noun = Phrase("配置草稿", "draft of the profile")
  public var label: String { String(number) }
  /// `open` is 1 or nothing, so that there is one draft at a time.
  public var columns: [SQLValue] {
    [.int(Int64(number)), .text(state.rawValue), .num(state == .draft ? Int64(1) : nil)]
  }

  public static let migrations = [
    Migration(module: "profiles", number: 2, reason: "a draft of the profile, and releases that are withdrawn before their day") {
      dialect in
      Table(
        "profile_drafts",
        [
          .int("id").primaryKey(), .int("version"), .blob("head"), .text("fold"), .int("number").unique(),
          .text("state").oneOf(State.allCases.map(\.rawValue)), .int("open").optional().unique(),
        ]
      ).statements(dialect) + ["ALTER TABLE profiles ADD COLUMN withdrawn_at \(dialect.intType)"]
    }
  ]
}

/// The drafts as the database has them.
struct ProfileDrafts {
  let sql: any SQLSession

  /// The one that is worked on, with its version.
  func open() throws -> (draft: ProfileDraft, version: Int)? {
    try sql.first("SELECT fold, version FROM profile_drafts WHERE open = 1") {
      (try StoredJSON.decode(ProfileDraft.self, from: $0.text(0)), Int($0.int(1)))
    }
  }

  func nextNumber() throws -> Int { try sql.count("SELECT coalesce(max(number), 0) FROM profile_drafts") + 1 }
}
