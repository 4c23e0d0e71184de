import Casework
import Ledger
import Workdays

extension ProfileShelf {
  /// Puts a published year into the calendar of the profile in force: a new release, which holds at once.
  /// - Returns: its number, and whether it changes anything.
  public func importYear(_ year: PublishedYear, as actor: Actor = .system) async throws -> (release: Int, changed: Bool) {
    guard !isEmpty else {
      throw CaseworkProblem.conflict(Phrase("尚未载入配置，请先载入城市方案。", "No profile is loaded yet; load the city's profile first."))
    }
    let profile = try await released()
    let calendar = profile.calendar.without(year.year).overlaid(with: year.overlay)
    let days = year.overlay.covers ?? profile.calendar.covers
    guard calendar.covers.contains(days.lowerBound), calendar.covers.contains(days.upperBound) else {
      let end = profile.calendar.covers.upperBound
      throw CaseworkProblem.field(
        "year", "日历只到 \(end)，请先导入其间的年份。", "The calendar ends on \(end); import the years in between first.")
    }
    guard calendar != profile.calendar else { return (profile.version, false) }
    let yaml = ProfileWriter.export(profile.working(by: calendar))
    return (try await release(yaml, file: "calendar-\(year.year).yaml", as: actor), true)
  }
}

extension WorkCalendar {
  /// Without what was known of a year, so that a corrected notice takes the place of the first one.
  fileprivate func without(_ year: Int) -> WorkCalendar {
    WorkCalendar(
      covers: covers, holidays: holidays.filter { $0.key.year != year }, makeUpDays: makeUpDays.filter { $0.year != year }, hours: hours,
      overrides: overrides)
  }
}
