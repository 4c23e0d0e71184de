import Casework
import Workdays

/// One year's holidays and make-up days as they were published, read from a file that somebody typed or found.
public struct PublishedYear: Sendable, Equatable {
  public let year: Int
  public let holidays: [CivilDay: String]
  public let makeUpDays: Set<CivilDay>

  /// What it puts on top of a calendar.
  public var overlay: CalendarOverlay {
    let first = CivilDay(year: year, month: 1, day: 1) ?? .latest
    let last = CivilDay(year: year, month: 12, day: 31) ?? .latest
    return CalendarOverlay(covers: first...max(first, last), holidays: holidays, makeUpDays: makeUpDays)
  }

  /// The first day on which it may change anything.
  public var begins: CivilDay {
    let first = CivilDay(year: year, month: 1, day: 1) ?? .latest
    return ([first] + holidays.keys + makeUpDays).min() ?? first
  }
}

extension PublishedYear {
  /// Reads JSON or YAML: `{holidays: {2027-01-01: new-year}, make-up-days: [2027-02-20]}`, or the form in which the yearly
  /// notices are commonly passed on: `{year: 2027, days: [{date: 2027-01-01, name: 元旦, isOffDay: true}]}`.
  /// - Parameter year: which year it is, where the file does not say.
  /// - Throws: every problem, each with its line.
  public static func read(_ text: String, file: String, year: Int? = nil) throws(ProfileProblems) -> PublishedYear {
    let book = ProblemBook()
    let tree = ProfileFile.load(text, file: file, chain: [file], book: book) { _ in "" }
    let found = tree.flatMap { Reader($0, book).publishedYear(year) }
    guard let found, book.problems.isEmpty else { throw book.all }
    return found
  }
}

extension Reader {
  fileprivate func publishedYear(_ wanted: Int?) -> PublishedYear? {
    guard isMap() else { return nil }
    allow(["year", "covers", "source", "papers", "holidays", "make-up-days", "makeup_workdays", "days", "$schema", "$id"])
    var holidays: [CivilDay: String] = [:]
    var makeUpDays: Set<CivilDay> = []
    for (key, value) in field("holidays")?.pairs() ?? [] {
      if let day = key.day(), let name = value.text() { holidays[day] = HolidayName.code(name) }
    }
    for item in (field("make-up-days") ?? field("makeup_workdays"))?.list() ?? [] {
      if let day = item.day() { makeUpDays.insert(day) }
    }
    for item in field("days")?.list() ?? [] { item.publishedDay(&holidays, &makeUpDays) }
    guard let year = year(wanted, Set(holidays.keys).union(makeUpDays)) else { return nil }
    check(year, holidays, makeUpDays)
    return PublishedYear(year: year, holidays: holidays, makeUpDays: makeUpDays)
  }

  private func publishedDay(_ holidays: inout [CivilDay: String], _ makeUpDays: inout Set<CivilDay>) {
    guard isMap() else { return }
    allow(["date", "name", "isOffDay"])
    guard let day = required("date")?.day(), let rests = required("isOffDay")?.bool() else { return }
    if rests { holidays[day] = HolidayName.code(field("name")?.text() ?? "") } else { makeUpDays.insert(day) }
  }

  /// The year that is named, or in which nearly all of the days lie.
  private func year(_ wanted: Int?, _ days: Set<CivilDay>) -> Int? {
    if let named = wanted ?? field("year")?.int(1...9999) { return named }
    guard let most = Dictionary(grouping: days, by: \.year).max(by: { $0.value.count < $1.value.count })?.key else {
      report("没有任何放假日", "there is no holiday in it", "请写 holidays: {2027-01-01: new-year}", "Write holidays: {2027-01-01: new-year}")
      return nil
    }
    return most
  }

  private func check(_ year: Int, _ holidays: [CivilDay: String], _ makeUpDays: Set<CivilDay>) {
    guard !holidays.isEmpty else {
      report("没有任何放假日", "there is no holiday in it", "请写 holidays: {2027-01-01: new-year}", "Write holidays: {2027-01-01: new-year}")
      return
    }
    // A notice may reach a few days into the years beside it: New Year's bridge days.
    for day in Set(holidays.keys).union(makeUpDays).sorted() where day.year != year && !(day.year == year - 1 && day.month == 12) {
      report(
        "\(day) 不在 \(year) 年", "\(day) is not in \(year)", "一个文件只写一年", "Write one year in one file")
    }
    for day in makeUpDays.sorted() {
      if holidays[day] != nil {
        report("\(day) 又放假又上班", "\(day) is a holiday and a make-up day", "请删去其中之一", "Remove one of the two")
      }
      if !day.isWeekend {
        report(
          "\(day) 是\(day.weekdayName.zh)，本来就上班", "\(day) is a \(day.weekdayName.en), a working day anyway",
          "调休上班只能是周末", "Only days of a weekend are made up")
      }
    }
  }
}
