import Casework
import Workdays

/// What a part of the profile shall be. Of two changes of one part the later one stands.
public enum ProfileEdit: Codable, Sendable, Equatable {
  case unit(Unit)
  /// An area that the profile has: its names, mark and border.
  case area(Area)
  case limits(rules: [LimitRule])
  case ladder(rungs: [Rung])
  /// The hours of the city, or of a unit and everything below it; none: those of the unit above.
  case hours(unit: UnitID?, schedules: [Schedule])
  /// One day's hours instead of the usual ones; nil: as usual.
  case day(unit: UnitID?, day: CivilDay, hours: Override?)
  case settings(PolicySettings)
  case openness(OpennessPolicy)
  case accepted(matters: [Phrase])
  case refusals(reasons: [RefusalReason])
  case emergencyLines(lines: [EmergencyLine])
  case reasons(list: ReasonList, codes: [ReasonCode])
  /// What is asked and answered in a category; none: nothing is.
  case guide(category: CategoryID, guide: CategoryGuide?)
  /// What is written on an occasion; none: nothing is.
  case letter(occasion: LetterOccasion, letter: Letter?)
  /// How a figure is made; none: as every city has it, or the city's own one no more.
  case formula(key: String, formula: FigureFormula?)

  /// The part that it changes: `limits`, `units/heat-office`, `days/2026-05-01`.
  public var part: String {
    switch self {
    case .unit(let unit): "units/\(unit.id)"
    case .area(let area): "areas/\(area.id)"
    case .limits: "limits"
    case .ladder: "ladder"
    case .hours(let unit, _): unit.map { "hours/\($0)" } ?? "hours"
    case .day(let unit, let day, _): unit.map { "days/\(day)/\($0)" } ?? "days/\(day)"
    case .settings: "settings"
    case .openness: "openness"
    case .accepted: "accepted"
    case .refusals: "refusals"
    case .emergencyLines: "emergency-lines"
    case .reasons(let list, _): list.rawValue
    case .guide(let category, _): "guides/\(category)"
    case .letter(let occasion, _): "letters/\(occasion.rawValue)"
    case .formula(let key, _): "formulas/\(key)"
    }
  }
}

extension ProfileEdit {
  public func apply(to parts: inout ProfileParts) {
    switch self {
    case .unit(let unit): parts.units[unit.id] = unit
    case .area(let area): parts.areas = parts.areas.map { $0.id == area.id ? area : $0 }
    case .limits(let rules): parts.limits = LimitTable(rules)
    case .ladder(let rungs): parts.policy.ladder = rungs
    case .hours(let unit?, let schedules): parts.overlay(unit) { $0.hours = schedules }
    case .hours(nil, let schedules): parts.calendar = parts.calendar.with(hours: schedules)
    case .day(let unit?, let day, let hours): parts.overlay(unit) { $0.overrides[day] = hours }
    case .day(nil, let day, let hours): parts.calendar = parts.calendar.with(day, hours)
    case .settings(let settings): settings.set(in: &parts.policy)
    case .openness(let openness): parts.policy.openness = openness
    case .accepted(let matters): parts.policy.acceptedMatters = matters
    case .refusals(let reasons): parts.policy.refusals = reasons
    case .emergencyLines(let lines): parts.policy.emergencyLines = lines
    case .reasons(let list, let codes): list.set(codes, in: &parts.policy)
    case .guide(let category, let guide): parts.guide(category, guide)
    case .letter(let occasion, let letter): parts.letter(occasion, letter)
    case .formula(let key, let formula): parts.formulas.set(key, formula)
    }
  }

  /// The same part as a profile has it; nil for a unit or an area that it has not.
  public func standing(in profile: Profile) -> ProfileEdit? {
    let policy = profile.policy
    return switch self {
    case .unit(let unit): profile.unit(unit.id).map { .unit($0) }
    case .area(let area): profile.area(area.id).map { .area($0) }
    case .limits: .limits(rules: profile.limits.rules)
    case .ladder: .ladder(rungs: policy.ladder)
    case .hours(let unit, _):
      .hours(unit: unit, schedules: unit.map { profile.overlays[$0]?.hours ?? [] } ?? profile.calendar.hours)
    case .day(let unit, let day, _):
      .day(unit: unit, day: day, hours: unit.map { profile.overlays[$0]?.overrides[day] } ?? profile.calendar.overrides[day])
    case .settings: .settings(PolicySettings(policy))
    case .openness: .openness(policy.openness)
    case .accepted: .accepted(matters: policy.acceptedMatters)
    case .refusals: .refusals(reasons: policy.refusals)
    case .emergencyLines: .emergencyLines(lines: policy.emergencyLines)
    case .reasons(let list, _): .reasons(list: list, codes: list.codes(in: policy))
    case .guide(let category, _): .guide(category: category, guide: profile.guides.first { $0.category == category })
    case .letter(let occasion, _): .letter(occasion: occasion, letter: profile.letter(occasion))
    case .formula(let key, _): .formula(key: key, formula: profile.formulas[key: key])
    }
  }
}

extension Profile {
  /// The profile with these changes.
  public func edited(by edits: [ProfileEdit], effective: CivilDay? = nil) -> Profile {
    var parts = ProfileParts(self)
    for edit in edits { edit.apply(to: &parts) }
    return with(parts, effective: effective)
  }
}

extension ProfileParts {
  /// A guide keeps its place among the others; a new one comes last.
  fileprivate mutating func guide(_ category: CategoryID, _ guide: CategoryGuide?) {
    let place = guides.firstIndex { $0.category == category }
    switch (place, guide) {
    case (let place?, let guide?): guides[place] = guide
    case (let place?, nil): guides.remove(at: place)
    case (nil, let guide?): guides.append(guide)
    case (nil, nil): break
    }
  }

  /// A letter keeps its place too.
  fileprivate mutating func letter(_ occasion: LetterOccasion, _ letter: Letter?) {
    let place = letters.firstIndex { $0.occasion == occasion }
    switch (place, letter) {
    case (let place?, let letter?): letters[place] = letter
    case (let place?, nil): letters.remove(at: place)
    case (nil, let letter?): letters.append(letter)
    case (nil, nil): break
    }
  }

  /// Changes what differs for a unit; nothing is kept where nothing differs.
  fileprivate mutating func overlay(_ unit: UnitID, _ change: (inout CalendarOverlay) -> Void) {
    var overlay = overlays[unit] ?? CalendarOverlay()
    change(&overlay)
    overlays[unit] = overlay == CalendarOverlay() ? nil : overlay
  }
}

extension WorkCalendar {
  fileprivate func with(hours: [Schedule]) -> WorkCalendar {
    WorkCalendar(covers: covers, holidays: holidays, makeUpDays: makeUpDays, hours: hours, overrides: overrides)
  }

  fileprivate func with(_ day: CivilDay, _ hours: Override?) -> WorkCalendar {
    var days = overrides
    days[day] = hours
    return WorkCalendar(covers: covers, holidays: holidays, makeUpDays: makeUpDays, hours: self.hours, overrides: days)
  }
}
