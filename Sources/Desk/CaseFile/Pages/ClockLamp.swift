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

  /// A window that has closed is nobody's delay, and the day on which it would have closed is no longer of use.
  public var isClosedWindow: Bool { isWindow && (clock.stoppedAt != nil || clock.isLate(at: now)) }

  private var isWindow: Bool { clock.kind == .returnWindow }
  private var left: TimeLeft { TimeLeft(of: clock.deadline, calendar: calendar, now: now) }

  private var state: Lamp.State {
    if isWindow { return clock.isRunning && !isClosedWindow ? .onTime : .quiet }
    if clock.isLate(at: now) { return .late }
    return clock.isRunning ? left.state : .quiet
  }

  private var word: Phrase {
    let (kind, stand) = (name ?? clock.kind.phrase, stand)
    return Phrase("\(kind.zh)：\(stand.zh)", "\(kind.en): \(stand.en)")
  }

  private var stand: Phrase {
    if isClosedWindow { return Phrase("已结束", "over") }
    if clock.stoppedAt != nil { return clock.isLate(at: now) ? Phrase("超时完成", "done late") : Phrase("按时完成", "done in time") }
    return clock.pausedAt == nil ? left.sentence : left.paused
  }
}

/// The lamps of a case: its running clocks, and what else must not be overlooked.
enum CaseLamps {
  static func running(_ file: OrderFile, at now: Moment) -> [Lamp] {
    let order = file.order
    let calendar = file.profile.calendar(for: order.unit ?? order.matter.owner)
    let clocks = order.clocks.filter { $0.stoppedAt == nil && $0.kind != .returnWindow }.sorted { $0.deadline.at < $1.deadline.at }
    var lamps = clocks.map { ClockLamp(clock: $0, calendar: calendar, now: now).lamp }
    if let card = order.card { lamps.append(.card(card.colour, since: card.since)) }
    if order.supervisions > 0 { lamps.append(.supervised) }
    if let leader = file.leader { lamps.append(.leadersCall(leader)) }
    if let urgent = Lamp.urgency(order.matter.urgency) { lamps.append(urgent) }
    if order.redoRounds > 0 { lamps.append(Lamp(.soon, Phrase("重办 \(order.redoRounds) 次", "Redone \(order.redoRounds) time(s)"))) }
    if order.matter.confidential { lamps.append(.confidential) }
    return lamps
  }
}
