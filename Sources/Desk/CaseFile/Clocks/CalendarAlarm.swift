import Casework
import Workdays

/// The calendar ends soon: beyond it deadlines are only provisional.
public enum CalendarAlarm {
  /// So many days ahead it is said.
  public static let days = 60

  public static func sentence(_ calendar: WorkCalendar, on today: CivilDay) -> Phrase? {
    let (last, end) = (calendar.covers.upperBound, calendar.covers.upperBound.phrase)
    let left = last.ordinal - today.ordinal
    guard left < days else { return nil }
    let year = last.adding(days: 1).year
    guard left >= 0 else {
      return Phrase(
        "工作日历已于 \(end.zh) 到头，此后的期限都是暂定的；请立即导入 \(year) 年放假安排。",
        "The work calendar ended on \(end.en) and deadlines beyond it are provisional; import the holidays of \(year) now.")
    }
    return Phrase(
      "工作日历只到 \(end.zh)（还有 \(left) 天），请导入 \(year) 年放假安排。",
      "The work calendar ends on \(end.en), in \(left) days; import the holidays of \(year).")
  }
}
