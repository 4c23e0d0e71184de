import Foundation

/// One line of why a deadline is what it is.
public struct ExplanationLine: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, Sendable {
    case received, opening, counted, skipped, adjusted, paused, assumed, result
  }

  /// How its dates are written.
  enum Manner {
    /// As interfaces and commands have always had them.
    case iso
    /// In each language's habit.
    case words
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
  /// pauses, and the end; its dates in ISO 8601.
  public var explanation: [ExplanationLine] { explained(.iso) }

  /// The same for people, its dates in each language's habit.
  public var story: [Phrase] { explained(.words).map(\.phrase) }

  private func explained(_ manner: ExplanationLine.Manner) -> [ExplanationLine] {
    var lines = [received(manner)]
    if start != from { lines.append(opening(manner)) }
    if limit.unit.isWorkingTime { lines += days(manner) } else { lines.append(natural) }
    if let adjusted { lines.append(adjusted) }
    lines += pauseLines(manner)
    if let assumedFrom { lines.append(ExplanationLine(.assumed, DayText.assumed(from: assumedFrom, manner))) }
    lines.append(result(manner))
    return lines
  }

  private func received(_ manner: ExplanationLine.Manner) -> ExplanationLine {
    let moment = DayText.moment(from, manner)
    guard isBackwards else { return ExplanationLine(.received, Phrase("收到 \(moment.zh)", "Received \(moment.en)")) }
    let limit = limit.phrase
    return ExplanationLine(.received, Phrase("自 \(moment.zh)倒推 \(limit.zh)", "\(limit.en) back from \(moment.en)"))
  }

  private func opening(_ manner: ExplanationLine.Manner) -> ExplanationLine {
    let moment = DayText.moment(start, manner)
    return ExplanationLine(
      .opening, Phrase("不在工作时间内，自 \(moment.zh)起计", "Outside working time, counted from \(moment.en)"))
  }

  private var natural: ExplanationLine {
    let limit = limit.phrase
    return ExplanationLine(
      .counted, Phrase("连续计算 \(limit.zh)，不分昼夜和节假日", "\(limit.en), day and night, holidays included"))
  }

  private func result(_ manner: ExplanationLine.Manner) -> ExplanationLine {
    let (limit, moment) = (limit.phrase, DayText.moment(at, manner))
    let verb = self.limit.amount == 1 ? "ends" : "end"
    return ExplanationLine(
      .result,
      isBackwards
        ? Phrase("最迟开始：\(moment.zh)", "Latest beginning: \(moment.en)")
        : Phrase("\(limit.zh)到期：\(moment.zh)", "\(limit.en) \(verb) \(moment.en)"))
  }

  /// Counted and skipped days in the order in which the walk met them; those beyond the unpaused end come with the pauses.
  private func days(_ manner: ExplanationLine.Manner) -> [ExplanationLine] {
    let forwards = !isBackwards
    var spans = counted.map { (span: $0, counts: true) }
    spans += skipped.filter { !forwards || $0.first <= unpaused.day }.map { (span: $0, counts: false) }
    spans.sort { forwards ? $0.span.first < $1.span.first : $0.span.first > $1.span.first }
    let oneByOne = counted.reduce(0) { $0 + $1.days.count } <= Deadline.daysOneByOne
    var number = 0
    return spans.flatMap { span, counts -> [ExplanationLine] in
      guard counts else { return [ExplanationLine(.skipped, DayText.skipped(span, manner))] }
      if let time = span.milliseconds { return [ExplanationLine(.counted, DayText.counted(span, time, manner))] }
      let first = number + 1
      number += span.days.count
      guard oneByOne else { return [ExplanationLine(.counted, DayText.counted(span, first, number, manner))] }
      let each = forwards ? Array(span.days) : span.days.reversed()
      return zip(first..., each).map { ExplanationLine(.counted, DayText.counted($0.1, $0.0, span.kind, back: isBackwards, manner)) }
    }
  }

  /// Said when the time of day of the last day is another than that of the first.
  private var adjusted: ExplanationLine? {
    guard limit.unit == .workingDays, limit.amount > 0, unpaused.minuteOfDay != start.minuteOfDay else { return nil }
    let (asked, given) = (clockText(start.minuteOfDay), clockText(unpaused.minuteOfDay))
    return ExplanationLine(
      .adjusted, Phrase("该日 \(asked) 不在工作时间内，改为 \(given)", "\(asked) is outside that day's hours, so \(given)"))
  }

  private func pauseLines(_ manner: ExplanationLine.Manner) -> [ExplanationLine] {
    var lines = pauses.map { ExplanationLine(.paused, DayText.paused($0, manner)) }
    guard stopped > 0 else { return lines }
    let (time, working) = (DayText.duration(stopped), limit.unit.isWorkingTime)
    let (old, new) = (DayText.moment(unpaused, manner), DayText.moment(at, manner))
    let kind = working ? Phrase("工作时间 ", " of working time") : Phrase("", "")
    lines.append(
      ExplanationLine(
        .paused,
        Phrase(
          "停计\(kind.zh)\(time.zh)，由 \(old.zh)顺延至 \(new.zh)", "\(time.en)\(kind.en) did not count: from \(old.en) to \(new.en)")))
    let later = skipped.filter { working && $0.first > unpaused.day }
    return lines + later.map { ExplanationLine(.skipped, DayText.skipped($0, manner)) }
  }
}
