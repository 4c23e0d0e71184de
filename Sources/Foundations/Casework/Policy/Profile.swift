import Workdays

/// A city's hotline of one year as one value: who does what, by when, under which names. Nothing in the program asks
/// which city it is; it asks this.
public struct Profile: Sendable, Equatable {
  public let key: String
  public let name: Phrase
  /// The release in the database; 0 until it is loaded.
  public var version: Int
  /// The first day on which these rules hold.
  public private(set) var effective: CivilDay
  /// What every number begins with.
  public let prefix: String
  public let lines: [HotlineLine]
  public let channels: [ChannelAccount]
  public private(set) var units: Organisation
  public private(set) var areas: [Area]
  /// What sorts of demand are taken, in the order in which they are offered.
  public let kinds: [Kind]
  public let taxonomy: Taxonomy
  public private(set) var calendar: WorkCalendar
  /// What differs for a unit and everything below it.
  public private(set) var overlays: [UnitID: CalendarOverlay]
  public private(set) var limits: LimitTable
  public private(set) var policy: CasePolicy
  public let outcomes: [OutcomeField]
  /// What is asked and answered in which category.
  public private(set) var guides: [CategoryGuide]
  /// What is written to citizens, by the occasion.
  public private(set) var letters: [Letter]
  /// The figures that are made of counts: every city's, as this one has them, and its own.
  public private(set) var formulas: [FigureFormula]
  /// Whose duty which matter is; released revisions change it.
  public var catalogue: Catalogue
  /// Where the people of firms stand by in the hall.
  public let dutySeats: [DutySeat]
  /// Which unit serves which place.
  public private(set) var territory: Territory
  /// Leaders' days, briefings, assessment, seats and published figures, as the profile has them.
  public let details: [Detail.Entry]
  /// The finished calendars of the units that have overlays.
  private var calendars: [UnitID: WorkCalendar]

  public init(
    key: String, name: Phrase, version: Int = 0, effective: CivilDay, prefix: String, lines: [HotlineLine] = [],
    channels: [ChannelAccount] = [], units: Organisation, areas: [Area] = [], kinds: [Kind] = Kind.allCases,
    taxonomy: Taxonomy, calendar: WorkCalendar, overlays: [UnitID: CalendarOverlay] = [:], limits: LimitTable,
    policy: CasePolicy = CasePolicy(), outcomes: [OutcomeField] = [], guides: [CategoryGuide] = [], letters: [Letter] = [],
    formulas: [FigureFormula] = FigureFormula.standard, catalogue: Catalogue = Catalogue(), dutySeats: [DutySeat] = [],
    details: [Detail.Entry] = []
  ) {
    (self.key, self.name, self.version, self.effective, self.prefix) = (key, name, version, effective, prefix)
    (self.lines, self.channels, self.units, self.areas, self.kinds) = (lines, channels, units, areas, kinds)
    (self.taxonomy, self.calendar, self.overlays, self.limits) = (taxonomy, calendar, overlays, limits)
    (self.policy, self.outcomes, self.details) = (policy, outcomes, details)
    (self.catalogue, self.dutySeats, self.guides, self.formulas) = (catalogue, dutySeats, guides, formulas)
    self.letters = letters
    territory = Territory(areas, units, directToTownship: policy.directToTownship)
    calendars = Self.finished(calendar, overlays, units)
  }

  /// Each overlay lies on those of the units above.
  private static func finished(
    _ calendar: WorkCalendar, _ overlays: [UnitID: CalendarOverlay], _ units: Organisation
  ) -> [UnitID: WorkCalendar] {
    var finished: [UnitID: WorkCalendar] = [:]
    for unit in overlays.keys {
      finished[unit] = units.path(to: unit).compactMap { overlays[$0] }.reduce(calendar) { $0.overlaid(with: $1) }
    }
    return finished
  }
}

extension Profile {
  /// The calendar by which `unit` works: the city's with the overlays of the units above it and its own.
  public func calendar(for unit: UnitID) -> WorkCalendar {
    guard !calendars.isEmpty else { return calendar }
    return units.path(to: unit).reversed().lazy.compactMap { self.calendars[$0] }.first ?? calendar
  }

  /// The same rules by another calendar.
  public func working(by calendar: WorkCalendar) -> Profile {
    var profile = self
    profile.calendar = calendar
    profile.calendars = Self.finished(calendar, overlays, units)
    return profile
  }

  /// The same profile with these parts; whatever they do not speak of stays.
  /// - Parameter effective: its first day, where that is another one.
  public func with(_ parts: ProfileParts, effective: CivilDay? = nil) -> Profile {
    var profile = self
    profile.effective = effective ?? self.effective
    profile.units = Organisation(parts.units.values.sorted { $0.id < $1.id })
    (profile.limits, profile.policy) = (parts.limits, parts.policy)
    (profile.calendar, profile.overlays, profile.guides) = (parts.calendar, parts.overlays, parts.guides)
    (profile.areas, profile.letters, profile.formulas) = (parts.areas, parts.letters, parts.formulas)
    profile.territory = Territory(parts.areas, profile.units, directToTownship: parts.policy.directToTownship)
    profile.calendars = Self.finished(parts.calendar, parts.overlays, profile.units)
    return profile
  }

  public func unit(_ id: UnitID) -> Unit? { units.units[id] }

  public func area(_ id: AreaID) -> Area? { areas.first { $0.id == id } }

  /// The fields that feedback on this category and kind carries.
  public func outcomeFields(for category: CategoryID?, kind: Kind) -> [OutcomeField] {
    outcomes.filter { $0.applies(to: category, kind) }
  }

  /// The raw facts under `key`, e.g. `briefings`.
  public func detail(_ key: String) -> Detail? { details.first { $0.key == key }?.value }

  /// The number that citizens dial.
  public var mainLine: HotlineLine? { lines.first { $0.mode == .main } }
}
