import Casework
import Workdays

/// The ladder: what happens by itself before and after the end of a clock.
extension Reader {
  func ladder(_ known: Known) -> [Rung] {
    guard let section = field("ladder") else { return [] }
    return section.list().compactMap { $0.rung(known) }
  }

  private func rung(_ known: Known) -> Rung? {
    guard isMap() else { return nil }
    allow(["clock", "at", "what", "to"] + Self.conditionKeys)
    let conditions = conditions(known)
    let to = field("to")?.words(Rung.Audience.self) ?? []
    guard let clock = required("clock")?.word(ClockKind.self), let at = required("at")?.rungTime(),
      let what = required("what")?.word(Rung.What.self)
    else { return nil }
    if what == .autoSign, clock != .sign {
      report("自动签收只用于签收时限", "only the signing clock can sign", "请写 clock: sign", "Write clock: sign")
      return nil
    }
    if [.alert, .escalate, .notice].contains(what), to.isEmpty {
      _ = required("to")
      return nil
    }
    return Rung(clock, at, what, where: conditions, to: to)
  }

  private func rungTime() -> RungTime? {
    guard let text = text() else { return nil }
    if let time = RungTime(text) { return time }
    report(
      "“\(text)”不是节点时间", "“\(text)” is no time of a rung",
      "请写 -1wd（到期前）、0m（到期时）、+3wd（超期后）、next-day（超期首日）或 start+5m（起算后）",
      "Write -1wd (before the end), 0m (at it), +3wd (after it), next-day (first day overdue) or start+5m (after the start)")
    return nil
  }
}
