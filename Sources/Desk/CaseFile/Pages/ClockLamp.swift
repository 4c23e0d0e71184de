import Casework
import Web
import Workdays

/// A clock as a lamp: on time, soon, late; with the time that is left in the words of its limit.
public struct ClockLamp {
  let clock: Clock
  let calendar: WorkCalendar
  let now: Moment
  /// What it is called where that is not the name of its kind.
  var name: Phrase?

  public init(clock: Clock, calendar: WorkCalendar, now: Moment, name: Phrase? = nil) {
    (self.clock, self.calendar, self.now, self.name) = (clock, calendar, now, name)
  }

  public var lamp: Lamp { Lamp(state, word, explanation: [clock.sentence] + clock.deadline.story) }

  private var state: Lamp.State {
    // A window that has closed is nobody's delay.
    if isWindow { return clock.isRunning && !clock.isLate(at: now) ? .onTime : .quiet }
    if clock.isLate(at: now) { return .late }
    if !clock.isRunning { return .quiet }
    let whole = clock.deadline.at - clock.deadline.from
    return clock.deadline.at - now <= whole / 4 ? .soon : .onTime
  }

  private var word: Phrase {
    let kind = name ?? clock.kind.phrase
    let provisional = clock.deadline.provisional ? Phrase("（暂定）", " (provisional)") : Phrase("", "")
    let stand = stand
    return Phrase("\(kind.zh)：\(stand.zh)\(provisional.zh)", "\(kind.en): \(stand.en)\(provisional.en)")
  }

  private var isWindow: Bool { clock.kind == .returnWindow }

  private var stand: Phrase {
    if isWindow, clock.stoppedAt != nil || clock.isLate(at: now) { return Phrase("已过", "over") }
    if clock.stoppedAt != nil { return clock.isLate(at: now) ? Phrase("超时完成", "done late") : Phrase("按时完成", "done in time") }
    let left = span(abs(calendar.remaining(of: clock.deadline, at: now)))
    if clock.pausedAt != nil { return Phrase("已暂停，剩 \(left.zh)", "paused with \(left.en) left") }
    if clock.isLate(at: now) { return Phrase("已超 \(left.zh)", "\(left.en) late") }
    return Phrase("还有 \(left.zh)", "\(left.en) left")
  }

  /// Minutes in days, hours and minutes; a working day is as long as the one on which the deadline lies.
  private func span(_ minutes: Int) -> Phrase {
    let working = clock.deadline.limit.unit.isWorkingTime
    let day = working ? workingDay : 1440
    let (days, hours, rest) = (minutes / day, minutes % day / 60, minutes % 60)
    let name = working ? Phrase("个工作日", "working day") : Phrase("天", "day")
    if days > 0 {
      let more = hours > 0 ? Phrase(" \(hours) 小时", " \(hours) h") : Phrase("", "")
      return Phrase("\(days) \(name.zh)\(more.zh)", "\(days) \(name.en)\(days == 1 ? "" : "s")\(more.en)")
    }
    if hours > 0 { return Phrase("\(hours) 小时 \(rest) 分", "\(hours) h \(rest) min") }
    return Phrase("\(rest) 分钟", "\(rest) min")
  }

  private var workingDay: Int {
    let day = clock.deadline.at.day
    return max(60, calendar.elapsed(from: day.at(minute: 0), at: day.at(minute: 1440)))
  }
}

/// The lamps of a case: its running clocks, and what else must not be overlooked.
enum CaseLamps {
  static func running(_ file: OrderFile, at now: Moment) -> [Lamp] {
    let order = file.order
    let calendar = file.profile.calendar(for: order.unit ?? order.matter.owner)
    let clocks = order.clocks.filter { $0.stoppedAt == nil && $0.kind != .returnWindow }.sorted { $0.deadline.at < $1.deadline.at }
    var lamps = clocks.map { ClockLamp(clock: $0, calendar: calendar, now: now).lamp }
    if let card = order.card {
      let since = card.since.phrase
      lamps.append(
        Lamp(card.colour == .red ? .late : .soon, card.colour.phrase, explanation: [Phrase("\(since.zh) 亮牌", "Shown at \(since.en)")]))
    }
    if order.supervisions > 0 { lamps.append(Lamp(.leader, Phrase("督办", "Under supervision"))) }
    if let leader = file.leader {
      lamps.append(Lamp(.leader, Phrase("领导接听件", "A leader's call"), explanation: [Phrase("接听领导：\(leader.zh)", "Taken by \(leader.en)")]))
    }
    if order.matter.urgency != .normal { lamps.append(Lamp(.late, order.matter.urgency.phrase)) }
    if order.redoRounds > 0 { lamps.append(Lamp(.soon, Phrase("重办 \(order.redoRounds) 次", "Redone \(order.redoRounds) time(s)"))) }
    if order.matter.confidential { lamps.append(Lamp(.leader, Phrase("保密件", "Confidential"))) }
    return lamps
  }
}
