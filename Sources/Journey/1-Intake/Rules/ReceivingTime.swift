import Casework
import Workdays

/// When something can have been received. The reasons follow the name of the field and have no full stop.
enum ReceivingTime {
  /// What came in longer ago, nobody takes down today: the year is a slip.
  static let mostYears = 10

  static func fault(_ moment: Moment, at now: Moment) -> Phrase? {
    if moment > now { return Phrase("不能在将来", "lies in the future") }
    guard moment < now.adding(days: -365 * mostYears - mostYears / 4) else { return nil }
    return Phrase("不能早于 \(mostYears) 年前，请核对年份", "is more than \(mostYears) years back; check the year")
  }

  /// Why a text is no moment.
  static func fault(ofText text: String) -> Phrase {
    let example = "2026-09-30T16:10:00+08:00"
    if text.isEmpty { return Phrase("没有填写；请写如 \(example)", "is empty; write it as \(example)") }
    if CivilDay(text) != nil { return Phrase("只有日期，没有时间；请写如 \(example)", "has a day and no time; write it as \(example)") }
    if Moment("\(text)+08:00") != nil { return Phrase("没有时区；请在后面加上 +08:00", "has no zone; add +08:00 to it") }
    return Phrase("不是时间；请写如 \(example)", "is no time; write it as \(example)")
  }
}
