import Casework
import Workdays

/// What one clock did when something happened: it began, ended, stood still, or got another end; with the explanation that
/// held at that moment.
public struct ClockMoment: Sendable, Hashable {
  public let sentence: Phrase
  public let why: [Phrase]
}

/// The clocks of an order, event by event, from the fold of its history.
struct ClockStory {
  private var before: Order?

  /// What the clocks did at each event, by its version; a history that cannot be followed is told without its clocks.
  static func moments(_ events: [(logged: LoggedEvent, event: OrderEvent)]) throws -> [Int64: [ClockMoment]] {
    var (story, moments) = (ClockStory(), [Int64: [ClockMoment]]())
    for (logged, event) in events {
      let fact = Fact(event, stream: logged.id, at: logged.at, by: logged.by, unit: logged.unit)
      let after = try Order.fold(story.before, fact)
      moments[logged.version] = story.changes(to: after)
      story.before = after
    }
    return moments
  }

  private func changes(to after: Order) -> [ClockMoment] {
    after.clocks.compactMap { clock in
      guard let old = before?.clocks.first(where: { $0.kind == clock.kind }) else { return Self.begun(clock) }
      return Self.change(old, clock)
    }
  }

  private static func begun(_ clock: Clock) -> ClockMoment {
    let (kind, limit, end) = (clock.kind.phrase, clock.deadline.limit.phrase, clock.deadline.at.phrase)
    return moment(clock, Phrase("\(kind.zh)起算：\(limit.zh)，\(end.zh) 到期", "\(kind.en) begins: \(limit.en), until \(end.en)"))
  }

  private static func change(_ old: Clock, _ new: Clock) -> ClockMoment? {
    let (kind, end) = (new.kind.phrase, new.deadline.at.phrase)
    if old.deadline.from != new.deadline.from { return begun(new) }
    if old.stoppedAt == nil, let at = new.stoppedAt {
      guard new.kind != .returnWindow else { return nil }
      let result = new.isLate(at: at) ? Phrase("超时", "late") : Phrase("按时", "in time")
      return ClockMoment(sentence: Phrase("\(kind.zh)停止：\(result.zh)", "\(kind.en) ends: \(result.en)"), why: [])
    }
    if old.stoppedAt != nil, new.stoppedAt == nil {
      return moment(new, Phrase("\(kind.zh)继续，\(end.zh) 到期", "\(kind.en) goes on, until \(end.en)"))
    }
    if old.pausedAt == nil, new.pausedAt != nil {
      return ClockMoment(sentence: Phrase("\(kind.zh)暂停计时", "\(kind.en) stands still"), why: [])
    }
    if old.pausedAt != nil, new.pausedAt == nil {
      return moment(new, Phrase("\(kind.zh)恢复计时，\(end.zh) 到期", "\(kind.en) runs again, until \(end.en)"))
    }
    guard old.deadline.at != new.deadline.at else { return nil }
    let was = old.deadline.at.phrase
    return moment(new, Phrase("\(kind.zh)由 \(was.zh) 改为 \(end.zh)", "\(kind.en) moves from \(was.en) to \(end.en)"))
  }

  private static func moment(_ clock: Clock, _ sentence: Phrase) -> ClockMoment {
    let mark = clock.deadline.provisional ? Phrase("（暂定）", " (provisional)") : Phrase("", "")
    return ClockMoment(
      sentence: Phrase("\(sentence.zh)\(mark.zh)", "\(sentence.en)\(mark.en)"), why: clock.deadline.story)
  }
}
