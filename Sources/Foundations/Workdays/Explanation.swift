import Foundation

/// One line of why a deadline is what it is.
public struct ExplanationLine: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, Sendable {
    case received, opening, counted, skipped, adjusted, paused, assumed, result
  }

  public let kind: Kind
  public let phrase: Phrase

  public init(_ kind: Kind, _ phrase: Phrase) {
    self.kind = kind
    self.phrase = phrase
  }
}

extension Deadline {
  /// Up to this many counted days have a line each; more are told by spans.
  private static let daysOneByOne = 15

  /// The way to this deadline, line by line in the order of the days: receipt, what was counted, what was skipped and why,
  /// pauses, and the end.
  public var explanation: [ExplanationLine] {
    var lines = [received]
    if start != from { lines.append(opening) }
    if limit.unit.isWorkingTime { lines += days } else { lines.append(natural) }
    if let adjusted { lines.append(adjusted) }
    lines += pauseLines
    if let assumedFrom { lines.append(ExplanationLine(.assumed, DayText.assumed(from: assumedFrom))) }
    lines.append(result)
    return lines
  }

  private var received: ExplanationLine {
    let moment = DayText.moment(from)
    guard isBackwards else { return ExplanationLine(.received, Phrase("收到 \(moment.zh)", "Received \(moment.en)")) }
    let limit = limit.phrase
    return ExplanationLine(.received, Phrase("自 \(moment.zh)倒推 \(limit.zh)", "\(limit.en) back from \(moment.en)"))
  }

  private var opening: ExplanationLine {
    let moment = DayText.moment(start)
    return ExplanationLine(
      .opening, Phrase("不在工作时间内，自 \(moment.zh)起计", "Outside working time, counted from \(moment.en)"))
  }

  private var natural: ExplanationLine {
    let limit = limit.phrase
    return ExplanationLine(
      .counted, Phrase("连续计算 \(limit.zh)，不分昼夜和节假日", "\(limit.en), day and night, holidays included"))
  }

  private var result: ExplanationLine {
    let (limit, moment) = (limit.phrase, DayText.moment(at))
    let verb = self.limit.amount == 1 ? "ends" : "end"
    return ExplanationLine(
      .result,
      isBackwards
        ? Phrase("最迟开始：\(moment.zh)", "Latest beginning: \(moment.en)")
        : Phrase("\(limit.zh)到期：\(moment.zh)", "\(limit.en) \(verb) \(moment.en)"))
  }

  /// Counted and skipped days in the order in which the walk met them; those beyond the unpaused end come with the pauses.
  private var days: [ExplanationLine] {
    let forwards = !isBackwards
    var spans = counted.map { (span: $0, counts: true) }
    spans += skipped.filter { !forwards || $0.first <= unpaused.day }.map { (span: $0, counts: false) }
    spans.sort { forwards ? $0.span.first < $1.span.first : $0.span.first > $1.span.first }
    let oneByOne = counted.reduce(0) { $0 + $1.days.count } <= Deadline.daysOneByOne
    var number = 0
    return spans.flatMap { span, counts -> [ExplanationLine] in
      guard counts else { return [ExplanationLine(.skipped, DayText.skipped(span))] }
      if let time = span.milliseconds { return [ExplanationLine(.counted, DayText.counted(span, time))] }
      let first = number + 1
      number += span.days.count
      guard oneByOne else { return [ExplanationLine(.counted, DayText.counted(span, first, number))] }
      let each = forwards ? Array(span.days) : span.days.reversed()
      return zip(first..., each).map { ExplanationLine(.counted, DayText.counted($0.1, $0.0, span.kind, back: isBackwards)) }
    }
  }

  /// Said when the time of day of the last day is another than that of the first.
  private var adjusted: ExplanationLine? {
    guard limit.unit == .workingDays, limit.amount > 0, unpaused.minuteOfDay != start.minuteOfDay else { return nil }
    let (asked, given) = (clockText(start.minuteOfDay), clockText(unpaused.minuteOfDay))
    return ExplanationLine(
      .adjusted, Phrase("该日 \(asked) 不在工作时间内，改为 \(given)", "\(asked) is outside that day's hours, so \(given)"))
  }

  private var pauseLines: [ExplanationLine] {
    var lines = pauses.map { ExplanationLine(.paused, DayText.paused($0)) }
    guard stopped > 0 else { return lines }
    let (time, working) = (DayText.duration(stopped), limit.unit.isWorkingTime)
    let (old, new) = (DayText.moment(unpaused), DayText.moment(at))
    let kind = working ? Phrase("工作时间 ", " of working time") : Phrase("", "")
    lines.append(
      ExplanationLine(
        .paused,
        Phrase(
          "停计\(kind.zh)\(time.zh)，由 \(old.zh)顺延至 \(new.zh)", "\(time.en)\(kind.en) did not count: from \(old.en) to \(new.en)")))
    let later = skipped.filter { working && $0.first > unpaused.day }
    return lines + later.map { ExplanationLine(.skipped, DayText.skipped($0)) }
  }
}
