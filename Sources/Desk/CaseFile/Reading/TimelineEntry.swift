import Casework
import Workdays

/// One thing that happened, ready to be read: who did what when, and the words that came with it, masked.
public struct TimelineEntry: Sendable {
  /// A text that belongs to the event.
  public struct Quote: Sendable, Hashable {
    public let label: Phrase
    public let text: String
    /// For colleagues only.
    public let isInternal: Bool
  }

  public struct Fact: Sendable, Hashable {
    public let label: Phrase
    public let value: Phrase
  }

  public let stream: StreamKind
  public let version: Int64
  public let at: Moment
  public let by: AccountID
  /// The person's name, 市民 or 系统.
  public let name: Phrase
  /// For which unit the person acted; nobody's for citizens and the system.
  public let unit: UnitID?
  public let unitName: Phrase?
  /// The word of the event in the log: `dispatched`.
  public let type: String
  /// What was done: 派单给水务局.
  public let deed: Phrase
  public let facts: [Fact]
  public let quotes: [Quote]
  /// The whole event is the matter of colleagues.
  public let isInternal: Bool
  public let file: AttachmentID?
  /// What the clocks of the order did at it.
  public var clocks: [ClockMoment] = []

  /// `住建局 李强 派单给供热办`, `Li Qiang (Housing Bureau) dispatched it to the Heating Office`.
  public var sentence: Phrase {
    guard let unitName else { return Phrase("\(name.zh) \(deed.zh)", "\(name.en) \(deed.en)") }
    return Phrase("\(unitName.zh) \(name.zh) \(deed.zh)", "\(name.en) (\(unitName.en)) \(deed.en)")
  }
}

/// The names behind accounts.
struct PersonNames: Sendable {
  private var names: [AccountID: String] = [:]

  subscript(_ account: AccountID) -> Phrase {
    if account == Actor.system.account { return Phrase("系统", "The system") }
    if account == Actor.citizen.account { return Phrase("市民", "The citizen") }
    let name = names[account] ?? account.value
    return Phrase(name, name)
  }

  static func isNobody(_ account: AccountID) -> Bool { account == Actor.system.account || account == Actor.citizen.account }
}

extension PersonNames {
  /// Asks for all of them at once.
  init(of accounts: Set<AccountID>, _ reader: CaseReader) throws {
    let wanted = accounts.filter { !Self.isNobody($0) }.map(\.value).sorted()
    guard !wanted.isEmpty else { return }
    for (login, name) in try reader.accounts(wanted) { names[AccountID(login)] = name }
  }
}
