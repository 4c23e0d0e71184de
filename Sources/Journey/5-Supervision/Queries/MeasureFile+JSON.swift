import Casework
import Web
import Workdays

/// A measure in JSON.
extension MeasureFile {
  func json(at now: Moment) -> JSONValue {
    let matter = measure.matter
    return .members(
      ("number", .text(number)), ("kind", .text(matter.kind.rawValue)), ("state", .text(measure.state.rawValue)),
      ("version", .whole(version)),
      ("title", .text(title)), ("demand", .text(demand)), ("owner", .text(matter.owner.value)),
      ("units", .texts(matter.units.map(\.value))),
      ("cause", .optional(matter.cause?.rawValue)), ("reach", .optional(matter.reach?.rawValue)),
      ("leader", .optional(matter.leader?.value)),
      ("place", .optional(matter.place?.address)), ("orders", .texts(orders.map(\.number))),
      ("opened_at", .text(measure.openedAt.iso8601)), ("due_at", .optional(measure.nextClock?.deadline.at.iso8601)),
      ("closed_at", .optional(measure.closedAt?.iso8601)), ("clock", measure.clock.map { Self.clock($0, now) }),
      ("duties", .list(measure.duties.map { duty($0, now) })), ("instruction", .optional(measure.instruction.map { self[$0] })),
      ("instructed_by", .optional(measure.instructedBy?.value)), ("findings", .list(measure.findings.map(finding))),
      ("files", .list(isInside ? measure.files.map(file) : [])), ("meetings", .list(isInside ? measure.meetings.map(meeting) : [])),
      ("decision", measure.decision.map(decision)), ("published_at", .optional(measure.publishedAt?.iso8601)),
      ("photographs", .list(measure.photographs.map { .whole($0.value) })), ("urges", .count(measure.urges)),
      ("events", .list(timeline.map { deed($0) })), ("possible", .texts(possible.map(\.rawValue))))
  }

  static func clock(_ clock: Clock, _ now: Moment) -> JSONValue {
    .members(
      ("limit", .text(clock.deadline.limit.description)), ("from", .text(clock.deadline.from.iso8601)),
      ("deadline", .text(clock.deadline.at.iso8601)), ("stopped_at", .optional(clock.stoppedAt?.iso8601)),
      ("provisional", .flag(clock.deadline.provisional)), ("late", .flag(clock.isLate(at: now))),
      ("explanation", .list(clock.deadline.explanation.map { .members(("zh", .text($0.phrase.zh)), ("en", .text($0.phrase.en))) })))
  }

  private func duty(_ duty: Duty, _ now: Moment) -> JSONValue {
    .members(
      ("unit", .text(duty.unit.value)), ("demand", .text(self[duty.demand])), ("clock", Self.clock(duty.clock, now)),
      ("received_at", .optional(duty.receivedAt?.iso8601)), ("answer", .optional(duty.answer.map { self[$0] })),
      ("answered_at", .optional(duty.answeredAt?.iso8601)), ("rounds", .count(duty.rounds)))
  }

  private func finding(_ finding: Finding) -> JSONValue {
    .members(
      ("at", .text(finding.at.iso8601)), ("place", .optional(finding.place?.address)), ("text", .text(self[finding.text])),
      ("confirmed", .flag(finding.confirmed)))
  }

  private func file(_ file: PartyFile) -> JSONValue {
    .members(
      ("party", .text(file.party.rawValue)), ("opened_at", .text(file.openedAt.iso8601)),
      ("opinion", .optional(file.opinion.map { self[$0] })),
      ("signed_at", .optional(file.signedAt?.iso8601)), ("signed_by", .optional(file.signedBy?.value)))
  }

  private func meeting(_ meeting: MatterMeeting) -> JSONValue {
    .members(
      ("at", .text(meeting.at.iso8601)), ("units", .texts(meeting.units.map(\.value))), ("agenda", .text(self[meeting.agenda])),
      ("minutes", .text(self[meeting.minutes])))
  }

  /// What the catalogue makes a rule of.
  private func decision(_ decision: MeasureDecision) -> JSONValue {
    .members(
      ("result", .text(decision.result.rawValue)), ("unit", .optional(decision.unit?.value)),
      ("category", .optional(decision.category?.value)),
      ("text", .text(self[decision.text])), ("at", .text(decision.at.iso8601)))
  }

  private func deed(_ deed: Deed) -> JSONValue {
    .members(
      ("at", .text(deed.at.iso8601)), ("type", .text(deed.type)), ("zh", .text(deed.sentence.zh)), ("en", .text(deed.sentence.en)),
      ("words", .list(deed.quotes.map { .members(("label", .text($0.label.zh)), ("text", .text($0.text))) })))
  }
}

extension Measure {
  /// One line of a list.
  func glance(_ title: String, at now: Moment) -> JSONValue {
    .members(
      ("number", .text(matter.number)), ("kind", .text(matter.kind.rawValue)), ("state", .text(state.rawValue)), ("title", .text(title)),
      ("owner", .text(matter.owner.value)), ("units", .texts(duties.map(\.unit.value))), ("opened_at", .text(openedAt.iso8601)),
      ("due_at", .optional(nextClock?.deadline.at.iso8601)), ("late", .flag(nextClock?.isLate(at: now) ?? false)))
  }
}
