import Casework
import Ledger
import Store
import Workdays

/// What a draft would have done to orders that went out already.
public struct CatalogueTrial: Hashable, Codable, Sendable {
  public let from: CivilDay
  public let to: CivilDay
  /// Dispatched orders of that time.
  public let orders: Int
  /// Of them: the draft names another unit than the one that got it.
  public let elsewhere: Int
  /// The draft names nobody.
  public let byHand: Int
  /// The draft says something else than the catalogue in force.
  public let changed: Int

  public init(from: CivilDay, to: CivilDay, orders: Int = 0, elsewhere: Int = 0, byHand: Int = 0, changed: Int = 0) {
    (self.from, self.to, self.orders, self.elsewhere, self.byHand, self.changed) = (from, to, orders, elsewhere, byHand, changed)
  }
}

/// A revision of the dispatch catalogue: changes to the rules before it, tried on past orders, then released with the day from
/// which they hold. The profile's own rules are version 1.
public struct CatalogueRevision: EventStream {
  public enum State: String, Codable, Sendable, CaseIterable, Worded {
    case draft, tried, released, discarded

    public var phrase: Phrase {
      switch self {
      case .draft: Phrase("草稿", "Draft")
      case .tried: Phrase("已试行", "Tried")
      case .released: Phrase("已发布", "Released")
      case .discarded: Phrase("已放弃", "Discarded")
      }
    }
  }

  public enum Action: String, Codable, Sendable, CaseIterable, Worded {
    case open, change, `try`, release, discard

    public var phrase: Phrase {
      switch self {
      case .open: Phrase("起草目录修订", "Begin a revision")
      case .change: Phrase("修改目录草稿", "Change the draft")
      case .try: Phrase("试运行", "Try it")
      case .release: Phrase("发布目录", "Release it")
      case .discard: Phrase("放弃草稿", "Discard the draft")
      }
    }
  }

  public enum Event: StreamEvent, Equatable {
    case opened(number: Int)
    case set(rule: CatalogueRule)
    case dropped(rule: String)
    /// The change to this rule is taken back.
    case undone(rule: String)
    case tried(figures: CatalogueTrial)
    case released(effective: CivilDay)
    case discarded

    public var action: Action {
      switch self {
      case .opened: .open
      case .set, .dropped, .undone: .change
      case .tried: .try
      case .released: .release
      case .discarded: .discard
      }
    }
  }

  public let id: Int64
  public let number: Int
  public private(set) var state = State.draft
  /// One for each rule that changes, by id.
  public private(set) var amendments: [CatalogueAmendment] = []
  public private(set) var trial: CatalogueTrial?
  public private(set) var effective: CivilDay?
  public let openedAt: Moment
  public let openedBy: AccountID
  public private(set) var endedAt: Moment?
  public private(set) var endedBy: AccountID?

  public var isOpen: Bool { state == .draft || state == .tried }
}

extension CatalogueRevision {
  public static let kind = StreamKind(rawValue: "catalogue")
  public static let editors: Set<Role> = [.admin, .dispatcher, .staffing]
  /// Whose duty a matter is, is settled by the staffing office or by the administrator on its word.
  public static let releasers: Set<Role> = [.admin, .staffing]
  public static let births: [Action: Permission] = [.open: Permission(editors, .viewer)]

  private typealias Line = Transition<State, Action>
  public static let lifecycle = Lifecycle<State, Action>([
    Line([.draft, .tried], .change, to: [.draft], by: Permission(editors, .viewer), why: "a trial speaks of the draft as it was"),
    Line([.draft, .tried], .try, to: [.tried], by: Permission(editors, .viewer)),
    Line([.draft, .tried], .release, to: [.released], by: Permission(releasers, .viewer)),
    Line([.draft, .tried], .discard, to: [.discarded], by: Permission(editors, .viewer)),
  ])

  public init?(birth fact: Fact<Event>) {
    guard case .opened(let number) = fact.event else { return nil }
    (id, self.number, openedAt, openedBy) = (fact.stream, number, fact.at, fact.by)
  }

  public mutating func apply(_ fact: Fact<Event>) {
    switch fact.event {
    case .opened: break
    case .set(let rule): change(rule.id, to: CatalogueAmendment(rule))
    case .dropped(let id): change(id, to: CatalogueAmendment(without: id))
    case .undone(let id): change(id, to: nil)
    case .tried(let figures): (trial, state) = (figures, .tried)
    case .released(let day):
      effective = day
      end(.released, fact)
    case .discarded: end(.discarded, fact)
    }
  }

  private mutating func change(_ id: String, to amendment: CatalogueAmendment?) {
    amendments.removeAll { $0.id == id }
    if let amendment { amendments.append(amendment) }
    amendments.sort { $0.id < $1.id }
    (state, trial) = (.draft, nil)
  }

  private mutating func end(_ state: State, _ fact: Fact<Event>) {
    (self.state, endedAt, endedBy) = (state, fact.at, fact.by)
  }

  public func sides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> { actor.standing == .staff ? [.viewer] : [] }

  /// The changes as they stand in the catalogue: a rule without a first day of its own begins with the release.
  public var settled: [CatalogueAmendment] {
    amendments.map { amendment in
      guard var rule = amendment.rule, rule.from == nil else { return amendment }
      rule.from = effective
      return CatalogueAmendment(rule)
    }
  }
}
