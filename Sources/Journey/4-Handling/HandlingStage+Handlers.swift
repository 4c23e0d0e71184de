import Casework
import Web

/// Decode, call one verb, answer.
extension HandlingStage {
  @Sendable func contact(_ call: Call) async throws -> Answer {
    let contact = HandlingForm.contact(call.input, call.now)
    return try await ledger.done(
      ContactCitizen(order: call.number, contact: contact, note: call.input.optionalText("note"), seen: call.input.seen), call)
  }

  @Sendable func feedBack(_ call: Call) async throws -> Answer { try await ledger.done(HandlingForm.feedBack(call), call) }

  @Sendable func delegate(_ call: Call) async throws -> Answer {
    let unit = UnitID(call.input.text("unit"))
    return try await ledger.done(DelegateOrder(order: call.number, unit: unit, text: call.input.text("text"), seen: call.input.seen), call)
  }

  @Sendable func assist(_ call: Call) async throws -> Answer {
    let unit = UnitID(call.input.text("unit"))
    return try await ledger.done(AskAssistance(order: call.number, unit: unit, text: call.input.text("text"), seen: call.input.seen), call)
  }

  @Sendable func commit(_ call: Call) async throws -> Answer {
    let input = call.input
    let until = input.moment("until") ?? call.now
    return try await ledger.done(CommitOrder(order: call.number, until: until, text: input.optionalText("text"), seen: input.seen), call)
  }

  @Sendable func askExtension(_ call: Call) async throws -> Answer {
    let input = call.input
    let verb = AskExtension(
      order: call.number, days: input.whole("days").map(Int.init), until: input.moment("until"), reason: input.text("reason"),
      text: input.optionalText("text"), seen: input.seen)
    return try await ledger.done(verb, call)
  }

  @Sendable func decideExtension(_ call: Call) async throws -> Answer {
    let granted = call.input.text("decision") == "grant"
    return try await ledger.done(
      DecideExtension(order: call.number, granted: granted, reason: call.input.optionalText("reason"), seen: call.input.seen), call)
  }

  @Sendable func suspend(_ call: Call) async throws -> Answer {
    let input = call.input
    let verb = SuspendOrder(
      order: call.number, reason: input.text("reason"), text: input.optionalText("text"), until: input.moment("until"), seen: input.seen)
    return try await ledger.done(verb, call)
  }

  @Sendable func resume(_ call: Call) async throws -> Answer {
    try await ledger.done(ResumeOrder(order: call.number, seen: call.input.seen), call)
  }

  @Sendable func review(_ call: Call) async throws -> Answer {
    let passed = call.input.text("decision") == "pass"
    return try await ledger.done(
      ReviewFeedback(order: call.number, passed: passed, reason: call.input.optionalText("reason"), seen: call.input.seen), call)
  }

  @Sendable func headReview(_ call: Call) async throws -> Answer {
    let passed = call.input.text("decision") == "pass"
    return try await ledger.done(
      ReviewByHead(order: call.number, passed: passed, reason: call.input.optionalText("reason"), seen: call.input.seen), call)
  }

  @Sendable func recall(_ call: Call) async throws -> Answer {
    try await ledger.done(RecallTask(order: call.number, reason: call.input.optionalText("reason"), seen: call.input.seen), call)
  }

  @Sendable func attach(_ call: Call) async throws -> Answer {
    try await ledger.done(AttachToOrder(order: call.number, pictures: call.uploads, spot: HandlingForm.spot(call.input)), call)
  }

  @Sendable func note(_ call: Call) async throws -> Answer {
    try await ledger.done(NoteOnOrder(order: call.number, text: call.input.text("text")), call)
  }
}
