import Foundation

/// The wordings of days, times and spans in explanations.
enum DayText {
  /// 2026年9月30日 16:10（星期三）; for interfaces 2026-09-30 16:10（星期三）
  static func moment(_ moment: Moment, _ manner: ExplanationLine.Manner) -> Phrase {
    let (day, weekday) = (moment.day, moment.day.weekdayName)
    let words = manner == .iso ? Phrase("\(day) \(moment.clockText)", "\(day) \(moment.clockText)") : moment.phrase
    return Phrase("\(words.zh)（\(weekday.zh)）", "\(words.en) (\(weekday.en))")
  }

  private static func day(_ day: CivilDay, _ manner: ExplanationLine.Manner) -> Phrase {
    manner == .iso ? Phrase("\(day)", "\(day)") : day.phrase
  }

  /// 2026年10月1日至7日; within one year the second day is named without it.
  static func range(_ span: DaySpan, _ manner: ExplanationLine.Manner) -> Phrase {
    guard manner == .iso else { return span.days.phrase }
    guard span.first != span.last else { return Phrase("\(span.first)", "\(span.first)") }
    let last = span.first.year == span.last.year ? String("\(span.last)".dropFirst(5)) : "\(span.last)"
    return Phrase("\(span.first) 至 \(last)", "\(span.first) to \(last)")
  }

  static func skipped(_ span: DaySpan, _ manner: ExplanationLine.Manner) -> Phrase {
    let (range, why) = (range(span, manner), span.kind.phrase)
    return Phrase("跳过 \(range.zh)：\(why.zh)", "Skipped \(range.en): \(why.en)")
  }

  /// 第 3 个工作日：2026年10月10日（星期六，调休上班）
  static func counted(_ day: CivilDay, _ number: Int, _ kind: DayKind, back: Bool, _ manner: ExplanationLine.Manner) -> Phrase {
    let (date, weekday, note) = (Self.day(day, manner), day.weekdayName, note(kind))
    let order = back ? Phrase("倒数第", " back") : Phrase("第", "")
    return Phrase(
      "\(order.zh) \(number) 个工作日：\(date.zh)（\(weekday.zh)\(note.zh)）",
      "Working day \(number)\(order.en): \(date.en) (\(weekday.en)\(note.en))")
  }

  /// 第 6 至 10 个工作日：2026年10月12日至16日
  static func counted(_ span: DaySpan, _ first: Int, _ last: Int, _ manner: ExplanationLine.Manner) -> Phrase {
    let (range, note) = (range(span, manner), note(span.kind))
    guard first != last else {
      return Phrase("第 \(first) 个工作日：\(range.zh)\(note.zh)", "Working day \(first): \(range.en)\(note.en)")
    }
    return Phrase(
      "第 \(first) 至 \(last) 个工作日：\(range.zh)\(note.zh)", "Working days \(first) to \(last): \(range.en)\(note.en)")
  }

  /// 2026年10月10日（星期六，调休上班）计 1 小时 20 分
  static func counted(_ span: DaySpan, _ milliseconds: Int64, _ manner: ExplanationLine.Manner) -> Phrase {
    let (date, time) = (day(span.first, manner), duration(milliseconds))
    let (weekday, note) = (span.first.weekdayName, note(span.kind))
    return Phrase(
      "\(date.zh)（\(weekday.zh)\(note.zh)）计 \(time.zh)", "\(date.en) (\(weekday.en)\(note.en)): \(time.en)")
  }

  private static func note(_ kind: DayKind) -> Phrase {
    guard kind != .ordinary else { return Phrase("", "") }
    return Phrase("，\(kind.phrase.zh)", ", \(kind.phrase.en)")
  }

  /// 7 小时 30 分; seconds only when there are any.
  static func duration(_ milliseconds: Int64) -> Phrase {
    let seconds = milliseconds / 1000
    let parts = [(seconds / 3600, "小时", "h"), (seconds / 60 % 60, "分", "min"), (seconds % 60, "秒", "s")]
    let shown = parts.filter { $0.0 > 0 }
    guard !shown.isEmpty else { return Phrase("0 分", "0 min") }
    return Phrase(
      shown.map { "\($0.0) \($0.1)" }.joined(separator: " "), shown.map { "\($0.0) \($0.2)" }.joined(separator: " "))
  }

  static func paused(_ pause: Pause, _ manner: ExplanationLine.Manner) -> Phrase {
    let from = moment(pause.from, manner)
    guard let to = pause.to.map({ moment($0, manner) }) else {
      return Phrase("自 \(from.zh)起暂停，恢复后期限顺延", "Paused since \(from.en); the end moves when it resumes")
    }
    return Phrase("暂停 \(from.zh)至 \(to.zh)", "Paused \(from.en) to \(to.en)")
  }

  static func assumed(from day: CivilDay, _ manner: ExplanationLine.Manner) -> Phrase {
    let date = Self.day(day, manner)
    return Phrase(
      "工作日历尚无 \(date.zh) 起的放假安排：暂按每周工作时间计，扣除固定日期的法定假日（元旦、劳动节、国庆节）；春节、清明、端午、中秋日期未知，未扣除；期限为暂定",
      """
      The holidays from \(date.en) on are not known yet: the ordinary week counts, less the statutory days with a fixed date \
      (New Year's Day, Labour Day, National Day); Spring Festival, Tomb-Sweeping Day, Dragon Boat and Mid-Autumn Festival \
      are unknown and not taken out; the deadline is provisional
      """)
  }
}
