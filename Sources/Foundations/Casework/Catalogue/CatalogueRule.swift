import Workdays

/// One line of the dispatch catalogue 派单目录: whose duty a matter is, by which law, and how far down it may be given.
public struct CatalogueRule: Hashable, Codable, Sendable {
  /// Where a rule came from.
  public struct Origin: Hashable, Codable, Sendable {
    public enum Source: String, Codable, Sendable, CaseIterable, Worded {
      case profile, ruling, meeting, office

      public var phrase: Phrase {
        switch self {
        case .profile: Phrase("城市方案", "The city's profile")
        case .ruling: Phrase("裁定", "A ruling")
        case .meeting: Phrase("会议决定", "A meeting's decision")
        case .office: Phrase("目录修订", "A revision of the catalogue")
        }
      }
    }

    public let source: Source
    /// The number of the order that was ruled on, or the name of the meeting.
    public let reference: String?

    public init(_ source: Source, _ reference: String? = nil) {
      self.source = source
      self.reference = reference
    }

    public static let profile = Origin(.profile)
  }

  /// A code that stays: letters, digits, hyphens.
  public var id: String
  /// A category stands for itself and everything below it.
  public var matters: [CategoryID]
  /// Empty: every kind.
  public var kinds: [Kind]
  /// Empty: whatever was said; else one of these stands in the title or the text.
  public var words: [String]
  /// Empty: everywhere; an area stands for everything inside it.
  public var areas: [AreaID]
  public var lead: Assignee
  public var assist: [Assignee]
  /// The law or the duty that says so; of a rule by hand what the person is to do.
  public var basis: Phrase
  /// Nothing may be given to a level below this one.
  public var lowest: Unit.Level?
  /// Who rules when units disagree.
  public var ruling: UnitID?
  public var from: CivilDay?
  public var until: CivilDay?
  public var origin: Origin

  public init(
    id: String, matters: [CategoryID], kinds: [Kind] = [], words: [String] = [], areas: [AreaID] = [], lead: Assignee,
    assist: [Assignee] = [], basis: Phrase, lowest: Unit.Level? = nil, ruling: UnitID? = nil, from: CivilDay? = nil,
    until: CivilDay? = nil, origin: Origin = .profile
  ) {
    (self.id, self.matters, self.kinds, self.words, self.areas) = (id, matters, kinds, words, areas)
    (self.lead, self.assist, self.basis, self.lowest) = (lead, assist, basis, lowest)
    (self.ruling, self.from, self.until, self.origin) = (ruling, from, until, origin)
  }

  public func holds(on day: CivilDay) -> Bool { (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true) }

  /// Whether nothing but the matter and the day decides.
  public var isGeneral: Bool { kinds.isEmpty && words.isEmpty && areas.isEmpty }

  func overlaps(_ other: CatalogueRule) -> Bool {
    let (first, second) = (from.map { max($0, other.from ?? $0) } ?? other.from, until.map { min($0, other.until ?? $0) } ?? other.until)
    guard let first, let second else { return true }
    return first <= second
  }
}
