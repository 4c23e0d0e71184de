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
    guard let calendar = try year.put(into: profile.calendar) else { return (profile.version, false) }
    let release = try await release(ProfileWriter.export(profile.working(by: calendar)), file: "calendar-\(year.year).yaml", as: actor)
    try await importLater(year, as: actor)
    return (release, true)
  }

  /// What comes into force later knows the year too: a release for the same day, with the year in it.
  private func importLater(_ year: PublishedYear, as actor: Actor) async throws {
    let today = ledger.clock().day
    for id in try await ledger.look({ sql, _ in try ProfileReleases(sql).later(than: today) }) {
      let profile = try await profile(of: id)
      guard let calendar = try year.put(into: profile.calendar) else { continue }
      try await release(ProfileWriter.export(profile.working(by: calendar)), file: "calendar-\(year.year).yaml", as: actor)
    }
  }
}

extension PublishedYear {
  /// The calendar with this year in it; nil where that changes nothing.
  fileprivate func put(into old: WorkCalendar) throws -> WorkCalendar? {
    let calendar = old.without(year).overlaid(with: overlay)
    let days = overlay.covers ?? old.covers
    guard calendar.covers.contains(days.lowerBound), calendar.covers.contains(days.upperBound) else {
      let end = old.covers.upperBound.phrase
      throw CaseworkProblem.field(
        "year", "日历只到 \(end.zh)，请先导入其间的年份。", "The calendar ends on \(end.en); import the years in between first.")
    }
    return calendar == old ? nil : calendar
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
