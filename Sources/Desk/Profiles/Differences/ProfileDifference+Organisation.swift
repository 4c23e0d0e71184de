import Casework
import Workdays

/// Units and working time.
extension ProfileDifference {
  var units: [ProfileChange] {
    let (had, have) = (old.units.units, new.units.units)
    return Set(had.keys).union(have.keys).sorted().flatMap { id -> [ProfileChange] in
      switch (had[id], have[id]) {
      case (let before?, let after?): return before == after ? [] : unit(before, after)
      case (let before, let after):
        let name = (after ?? before)?.name ?? Self.plain(id.value)
        return [ProfileChange(.units, name, before.map { place($0, old) }, after.map { place($0, new) }, part: "units/\(id)")]
      }
    }
  }

  /// 部门，上级市住建局
  private func place(_ unit: Unit, _ profile: Profile) -> Phrase {
    let above = unit.parent.map(profile.units.name)
    return Phrase(
      "\(unit.level.phrase.zh)\(above.map { "，上级\($0.zh)" } ?? "")", "\(unit.level.phrase.en)\(above.map { " below \($0.en)" } ?? "")")
  }

  private func unit(_ before: Unit, _ after: Unit) -> [ProfileChange] {
    let none = Phrase("无", "none")
    func named(_ zh: String, _ en: String) -> Phrase { Phrase("\(after.name.zh)：\(zh)", "\(after.name.en): \(en)") }
    func above(_ unit: UnitID?, _ profile: Profile) -> Phrase { unit.map(profile.units.name) ?? none }
    func serves(_ unit: Unit, _ profile: Profile) -> Phrase {
      unit.serves == unit.id ? Phrase("本单位及下级", "itself and below") : profile.units.name(of: unit.serves)
    }
    func day(_ day: CivilDay?) -> Phrase { day.map { $0.phrase } ?? none }
    return values(
      .units, part: "units/\(after.id)",
      [
        (named("名称", "name"), before.name, after.name), (named("级别", "level"), before.level.phrase, after.level.phrase),
        (named("上级", "above it"), above(before.parent, old), above(after.parent, new)),
        (named("服务范围", "serves"), serves(before, old), serves(after, new)),
        (named("受理权", "intake right"), PolicyWords.flag(before.intake), PolicyWords.flag(after.intake)),
        (named("由热线转交", "passed on by hand"), PolicyWords.flag(before.relay), PolicyWords.flag(after.relay)),
        (named("区域", "area"), area(before.area, old), area(after.area, new)),
        (named("承办的最后一天", "last day"), day(before.until), day(after.until)),
      ])
  }

  private func area(_ id: AreaID?, _ profile: Profile) -> Phrase {
    id.map { profile.area($0)?.name ?? Self.plain($0.value) } ?? Phrase("无", "none")
  }

  var calendar: [ProfileChange] {
    let (before, after) = (old.calendar, new.calendar)
    let city =
      values(.calendar, [(Phrase("覆盖", "Covers"), span(before.covers), span(after.covers))])
      + hours(nil, before.hours, after.hours) + days(nil, before.overrides, after.overrides) + holidays
    let units = Set(old.overlays.keys).union(new.overlays.keys).sorted()
    return city
      + units.flatMap { unit -> [ProfileChange] in
        let (one, other) = (old.overlays[unit] ?? CalendarOverlay(), new.overlays[unit] ?? CalendarOverlay())
        return hours(unit, one.hours, other.hours) + days(unit, one.overrides, other.overrides)
      }
  }

  private func span(_ days: ClosedRange<CivilDay>) -> Phrase {
    days.phrase
  }

  /// Holidays and make-up days, a year at a time: they come by the year.
  private var holidays: [ProfileChange] {
    let (before, after) = (old.calendar, new.calendar)
    let years = Set((Array(before.holidays.keys) + after.holidays.keys + before.makeUpDays + after.makeUpDays).map(\.year)).sorted()
    return years.compactMap { year in
      let (one, other) = (Year(before, year), Year(after, year))
      guard one != other else { return nil }
      let subject = Phrase("\(year) 年放假安排", "Holidays of \(year)")
      return ProfileChange(.calendar, subject, one.isEmpty ? nil : one.phrase, other.isEmpty ? nil : other.phrase)
    }
  }

  private struct Year: Equatable {
    let holidays: [CivilDay: String]
    let makeUp: Set<CivilDay>
    var isEmpty: Bool { holidays.isEmpty && makeUp.isEmpty }
    var phrase: Phrase {
      Phrase("放假 \(holidays.count) 天，调休上班 \(makeUp.count) 天", "\(holidays.count) days off, \(makeUp.count) made up")
    }

    init(_ calendar: WorkCalendar, _ year: Int) {
      holidays = calendar.holidays.filter { $0.key.year == year }
      makeUp = calendar.makeUpDays.filter { $0.year == year }
    }
  }

  private func hours(_ unit: UnitID?, _ before: [Schedule], _ after: [Schedule]) -> [ProfileChange] {
    let (words, whose, part) = (PolicyWords(new), whose(unit), unit.map { "hours/\($0)" } ?? "hours")
    return ListDifference<Schedule>(
      section: .calendar, key: { $0.from?.description ?? "" },
      subject: { Phrase("\(whose.zh)工作时间，\(words.since($0).zh)", "Working hours of \(whose.en), \(words.since($0).en)") },
      words: words.week, part: { _ in part }
    ).changes(before, after)
  }

  private func days(_ unit: UnitID?, _ before: [CivilDay: Override], _ after: [CivilDay: Override]) -> [ProfileChange] {
    let (words, whose) = (PolicyWords(new), whose(unit))
    return Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }.map { day in
      let part = unit.map { "days/\(day)/\($0)" } ?? "days/\(day)"
      return ProfileChange(
        .calendar, Phrase("\(whose.zh) \(day.phrase.zh)", "\(whose.en), \(day.phrase.en)"), before[day].map(words.day),
        after[day].map(words.day), part: part)
    }
  }

  private func whose(_ unit: UnitID?) -> Phrase { unit.map(new.units.name) ?? Phrase("全市", "the city") }
}
