import Casework
import Web
import Workdays

/// A case in JSON, by the names of the contract.
extension OrderFile {
  func json(at now: Moment) -> JSONValue {
    let matter = order.matter
    return .members(
      ("number", .text(number)), ("state", .text(order.state.rawValue)), ("version", .whole(version)),
      ("kind", .text(matter.kind.rawValue)),
      ("category", .text(matter.category.value)), ("urgency", .text(matter.urgency.rawValue)), ("role", .text(matter.role.rawValue)),
      ("title", .text(title)), ("text", .text(text)), ("unit", .optional(order.unit?.value)),
      ("unit_path", .texts(unitPath.map(\.value))), ("owner", .text(matter.owner.value)), ("area", .optional(matter.area?.value)),
      ("place", matter.place?.json), ("confidential", .flag(matter.confidential)), ("against", .optional(against)),
      ("answered_by", .optional(order.matter.answeredBy?.value)),
      ("raised_at", .text(order.raisedAt.iso8601)), ("due_at", .optional(order.nextClock?.deadline.at.iso8601)),
      ("closed_at", .optional(order.closedAt?.iso8601)), ("ending", .optional(order.ending)),
      ("clocks", .list(order.clocks.map { $0.json(at: now) })), ("participations", .list(parts.map(\.json))),
      ("parent", .optional(above?.number)), ("tasks", .list(tasks.map(\.json))), ("feedback", answer?.json),
      ("plan", plan?.json), ("contributions", .list(contributions.map(\.json))), ("composed_reply", .optional(composedReply)),
      ("handover", handover.isEmpty ? nil : .list(handover.map(\.json))),
      ("redo_rounds", .count(order.redoRounds)), ("supervisions", .count(order.supervisions)), ("urges", .count(order.urges)),
      ("card", order.card.map { .members(("colour", .text($0.colour.rawValue)), ("since", .text($0.since.iso8601))) }),
      ("no_return", .flag(order.noReturn)), ("attachments", .list(attachments.map { $0.json(at: order.spot(of: $0)) })),
      ("possible", .texts(possible.map(\.rawValue))))
  }
}

extension Clock {
  func json(at now: Moment) -> JSONValue {
    .members(
      ("kind", .text(kind.rawValue)), ("limit", .text(deadline.limit.description)), ("deadline", .text(deadline.at.iso8601)),
      ("from", .text(deadline.from.iso8601)),
      (
        "explanation",
        .list(
          deadline.explanation.map { .members(("kind", .text($0.kind.rawValue)), ("zh", .text($0.phrase.zh)), ("en", .text($0.phrase.en))) }
        )
      ),
      ("sentence", .members(("zh", .text(sentence.zh)), ("en", .text(sentence.en)))),
      ("provisional", .flag(deadline.provisional)), ("stopped_at", .optional(stoppedAt?.iso8601)), ("paused", .flag(pausedAt != nil)),
      ("extended", .flag(isExtended)), ("late", .flag(isLate(at: now))),
      (
        "rungs",
        .list(
          rungs.map {
            .members(
              ("what", .text($0.what.rawValue)), ("at", .text($0.at.iso8601)), ("to", .texts($0.to.map(\.rawValue))),
              ("reached_at", .optional($0.reachedAt?.iso8601)))
          })
      ))
  }
}

extension OrderFile.Part {
  var json: JSONValue {
    .members(
      ("appeal", .text(number)), ("state", .text(participation.state.rawValue)), ("merged", .flag(participation.merged)),
      ("attempts", .count(participation.attempts)), ("answers", participation.answers?.json),
      ("answered_at", .optional(participation.answeredAt?.iso8601)), ("settled_because", .optional(participation.settledBecause)),
      ("rating", .optional(participation.rating?.rawValue)))
  }
}

extension CallbackAnswers {
  var json: JSONValue {
    .members(
      ("reached", .flag(reached)), ("true", isTrue.map(JSONValue.flag)), ("contacted", contacted.map(JSONValue.flag)),
      ("solved", solved.map(JSONValue.flag)), ("result_grade", .optional(resultGrade?.rawValue)),
      ("service_grade", .optional(serviceGrade?.rawValue)), ("reasonable", reasonable.map(JSONValue.flag)))
  }
}

extension OrderFile.Link {
  var json: JSONValue {
    .members(
      ("number", .text(number)), ("role", .text(role.rawValue)), ("state", .text(state.rawValue)), ("unit", .optional(unit?.value)),
      ("due_at", .optional(due?.iso8601)), ("outcome", .optional(outcome?.rawValue)))
  }
}

extension OrderFile.Answer {
  var json: JSONValue {
    .members(
      ("outcome", .text(outcome.rawValue)), ("public_reply", .text(reply)), ("report", .optional(report)),
      ("internal_note", .optional(note)),
      ("contact", feedback.contact.map { .members(("at", .text($0.at.iso8601)), ("result", .text($0.result.rawValue))) }),
      (
        "fields",
        .object(feedback.fields.keys.sorted().compactMap { name in feedback.fields[name].map { JSONValue.Member(name, $0.json) } })
      ))
  }
}

extension OrderFile.Plan {
  var json: JSONValue {
    .members(("plan", .text(text)), ("owner", .text(owner.value)), ("next_due", .optional(due?.iso8601)))
  }
}

extension OrderFile.Contribution {
  var json: JSONValue {
    .members(
      ("task", .optional(task)), ("unit", .text(unit.value)), ("role", .text(credit.role.rawValue)), ("outcome", .text(outcome.rawValue)),
      ("at", .text(credit.at.iso8601)), ("on_time", .flag(credit.onTime)), ("public_reply", .text(reply)))
  }
}

extension OrderFile.Handover {
  var json: JSONValue {
    .members(
      ("at", .text(report.at.iso8601)), ("reference", .optional(report.reference)), ("taken_by", .optional(takenBy)),
      ("text", .optional(text)), ("ended", .flag(report.ended)))
  }
}

extension OutcomeValue {
  var json: JSONValue {
    switch self {
    case .number(let number): .whole(number)
    case .word(let word): .text(word)
    }
  }
}

extension Place {
  var json: JSONValue {
    .members(
      ("address", .text(address)), ("lat", latitude.map { .number("\($0)") }), ("lon", longitude.map { .number("\($0)") }))
  }
}

extension AttachmentID {
  var json: JSONValue { json(at: nil) }

  func json(at spot: PhotoSpot?) -> JSONValue {
    .members(
      ("id", .whole(value)), ("path", .text(Paths.api("attachments/\(value)"))), ("lat", spot.map { .number("\($0.latitude)") }),
      ("lon", spot.map { .number("\($0.longitude)") }))
  }
}

extension TimelineEntry {
  func json(_ language: Language) -> JSONValue {
    .members(
      ("version", .whole(version)), ("at", .text(at.iso8601)), ("by", .text(by.value)), ("name", .text(name[language])),
      ("unit", .optional(unit?.value)), ("type", .text(type)), ("sentence", .text(sentence[language])), ("internal", .flag(isInternal)),
      ("facts", .list(facts.map { .members(("label", .text($0.label[language])), ("value", .text($0.value[language]))) })),
      (
        "words",
        .list(quotes.map { .members(("label", .text($0.label[language])), ("text", .text($0.text)), ("internal", .flag($0.isInternal))) })
      ),
      ("attachment", file?.json))
  }
}

extension AppealFile {
  var json: JSONValue {
    let matter = appeal.matter
    return .members(
      ("number", .text(number)), ("state", .text(standing.rawValue)), ("version", .whole(version)),
      ("channel", .text(matter.channel.rawValue)),
      ("kind", .optional(matter.kind?.rawValue)), ("category", .optional(matter.category?.value)), ("area", .optional(matter.area?.value)),
      ("place", matter.place?.json), ("title", .optional(title)), ("text", .text(text)),
      (
        "additions",
        .list(additions.map { .members(("at", .text($0.at.iso8601)), ("text", .text($0.text)), ("corrects", .flag($0.corrects))) })
      ),
      ("caller", .members(("name", .optional(caller.name)), ("phone", .optional(caller.phone)))), ("against", .optional(against)),
      ("confidential", .flag(matter.confidential)), ("life_risk", .flag(matter.lifeRisk)),
      ("received_at", .text(matter.receivedAt.iso8601)),
      ("intake", .text(matter.intake.value)), ("reply", .optional(reply)),
      ("refusal", refusal.map { .members(("code", .text($0.code)), ("matter", .text($0.matter.zh)), ("route", .text($0.route.zh))) }),
      ("emergency_line", .optional(appeal.emergencyLine)), ("rating", .optional(appeal.rating?.rawValue)),
      ("orders", .list(orders.map(\.json))), ("attachments", .list(attachments.map(\.json))), ("possible", .texts(possible.map(\.rawValue)))
    )
  }
}
