import Foundation

/// A deadline in one sentence that a citizen understands; the whole way to it is `explanation`.
extension Deadline {
  /// 2026年10月12日（星期一）16:10, Monday, 12 October 2026, 16:10.
  public var end: Phrase { Plain.moment(at, year: true) }

  /// Why it ends then: 从9月30日（星期三）16:10起算4个工作日，其中10月1日至7日（国庆节）不算.
  public var reason: Phrase {
    let (limit, beginning) = (limit.phrase, Plain.moment(from, year: from.day.year != at.day.year))
    let tight = Plain.tight(limit.zh)
    var parts = [
      isBackwards
        ? Phrase("从\(beginning.zh)倒推\(tight)", "\(limit.en) back from \(beginning.en)")
        : Phrase("从\(beginning.zh)起算\(tight)", "\(limit.en) from \(beginning.en)")
    ]
    if !runsOnWorkingTime { parts.append(Phrase("节假日和夜间也算", "nights and holidays included")) }
    if start != from {
      let opening = Plain.moment(start, year: false)
      parts.append(Phrase("当时不在上班时间，从\(opening.zh)开始计时", "nobody worked then, so the count began on \(opening.en)"))
    }
    parts += [left, made, stood].compactMap(\.self)
    if let counting {
      let sooner = Plain.moment(counting, year: false)
      parts.append(
        Phrase("按现在的日历应在\(sooner.zh)，已经告知的时间不提前", "by today's calendar it would be \(sooner.en), but what was told is not brought forward"))
    }
    if provisional { parts.append(Phrase("放假安排公布后可能推后", "it may move later once the holidays are published")) }
    return Phrase(parts.map(\.zh).joined(separator: "，"), parts.map(\.en).joined(separator: "; "))
  }

  private var runsOnWorkingTime: Bool { limit.unit.isWorkingTime }

  /// The holidays and weekends that did not count; more than four spans are told by their number.
  private var left: Phrase? {
    guard runsOnWorkingTime, !skipped.isEmpty else { return nil }
    let days = skipped.reduce(0) { $0 + $1.days.count }
    guard skipped.count <= 4 else { return Phrase("其间\(days)天节假日和周末不算", "\(days) days of weekends and holidays in between do not count") }
    let spans = skipped.sorted { $0.first < $1.first }.map { Plain.span($0) }
    let verb = days == 1 ? "does" : "do"
    return Phrase("其中\(spans.map(\.zh).joined(separator: "、"))不算", "\(spans.map(\.en).joined(separator: ", ")) \(verb) not count")
  }

  /// Days of a weekend on which people work.
  private var made: Phrase? {
    let days = counted.filter { $0.kind == .makeUp }.flatMap(\.days)
    guard !days.isEmpty, days.count <= 4 else { return nil }
    let names = days.map { Plain.day($0) }
    let verb = days.count == 1 ? "counts as a make-up working day" : "count as make-up working days"
    return Phrase(
      "\(names.map(\.zh).joined(separator: "、"))调休上班，照常计算", "\(names.map(\.en).joined(separator: ", ")) \(verb)")
  }

  private var stood: Phrase? {
    if let since = pausedSince {
      let moment = Plain.moment(since, year: false)
      return Phrase("\(moment.zh)起暂停计时，恢复后顺延", "it stands still since \(moment.en) and will end later")
    }
    guard stopped > 0 else { return nil }
    let time = DayText.duration(stopped)
    return Phrase("暂停的\(Plain.tight(time.zh))不算", "a pause of \(time.en) does not count")
  }
}

/// Days and times as people say them.
private enum Plain {
  /// As a sentence writes it: 4个工作日.
  static func tight(_ words: String) -> String { String(decoding: words.utf8.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self) }

  static func moment(_ moment: Moment, year: Bool) -> Phrase {
    let (day, time) = (moment.day, clockText(moment.minuteOfDay))
    let date = year ? Phrase("\(day.year)年\(day.words.zh)", "\(day.words.en) \(day.year)") : day.words
    let weekday = day.weekdayName
    return Phrase("\(date.zh)（\(weekday.zh)）\(time)", "\(weekday.en), \(date.en), \(time)")
  }

  static func day(_ day: CivilDay) -> Phrase {
    let (date, weekday) = (day.words, day.weekdayName)
    return Phrase("\(date.zh)（\(weekday.zh)）", "\(weekday.en), \(date.en),")
  }

  /// 10月1日至7日（国庆节）.
  static func span(_ span: DaySpan) -> Phrase {
    let (first, last, why) = (span.first.words, span.last.words, span.kind.phrase)
    guard span.first != span.last else { return Phrase("\(first.zh)（\(why.zh)）", "\(first.en) (\(why.en))") }
    let end = span.first.month == span.last.month ? "\(span.last.day)日" : last.zh
    return Phrase("\(first.zh)至\(end)（\(why.zh)）", "\(first.en) to \(last.en) (\(why.en))")
  }
}
