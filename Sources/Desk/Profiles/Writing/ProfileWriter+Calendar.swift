import Casework
import Workdays

/// The calendar as what it adds to the national one, or in full where it contradicts that.
extension ProfileWriter {
  static func calendar(_ profile: Profile) -> YamlText {
    let calendar = profile.calendar
    let national = WorkCalendar.national()
    var added = CalendarOverlay(
      covers: calendar.covers == national.covers ? nil : calendar.covers,
      holidays: calendar.holidays.filter { national.holidays[$0.key] != $0.value },
      makeUpDays: calendar.makeUpDays.subtracting(national.makeUpDays), hours: calendar.hours, overrides: calendar.overrides)
    let fits = national.overlaid(with: added) == calendar
    if !fits {
      added = CalendarOverlay(
        covers: calendar.covers, holidays: calendar.holidays, makeUpDays: calendar.makeUpDays, hours: calendar.hours,
        overrides: calendar.overrides)
    }
    var map = YamlMap()
    map.add("national", .bool(fits))
    fill(&map, added)
    map.add("units", .map(profile.overlays.sorted { $0.key < $1.key }.map { ($0.key.value, overlay($0.value)) }))
    return map.yaml
  }

  private static func overlay(_ overlay: CalendarOverlay) -> YamlText {
    var map = YamlMap()
    fill(&map, overlay)
    return map.yaml
  }

  private static func fill(_ map: inout YamlMap, _ overlay: CalendarOverlay) {
    map.add("covers", overlay.covers.map { .text("\($0.lowerBound)..\($0.upperBound)") })
    map.add("holidays", .map(overlay.holidays.sorted { $0.key < $1.key }.map { ($0.key.description, .text($0.value)) }))
    map.add("make-up-days", .list(overlay.makeUpDays.sorted().map { .text($0.description) }))
    map.add("hours", .list(overlay.hours.map(schedule)))
    map.add("overrides", .map(overlay.overrides.sorted { $0.key < $1.key }.map { ($0.key.description, override($0.value)) }))
  }

  private static func override(_ override: Override) -> YamlText {
    var map = YamlMap()
    map.add("hours", intervals(override.hours))
    map.add("reason", override.reason.isEmpty ? nil : .text(override.reason))
    return map.yaml
  }

  private static func intervals(_ intervals: [Interval]) -> YamlText { .list(intervals.map { .text($0.description) }) }

  private static func schedule(_ schedule: Schedule) -> YamlText {
    var map = YamlMap()
    map.add("from", schedule.from.map { .text($0.description) })
    let days = schedule.week.enumerated().filter { !$0.element.isEmpty }
    map.add("week", .map(days.map { ("\($0.offset + 1)", intervals($0.element)) }))
    if schedule.makeUp != days.first?.element { map.add("make-up", intervals(schedule.makeUp)) }
    return map.yaml
  }
}
