import Casework
import TestKit
import Testing
import Workdays

@testable import CaseFile

/// Every event has words in both languages. The samples must hold every action, so that a new event cannot go without.
@Suite struct EventWordsTests {
  private static let names = EventNames(profile: CaseTown.profile, appeals: [AppealID(1): "YX1"], orders: [OrderID(2): "YXT2"])
  private static let text = TextID(9)
  private static let when = Moment(milliseconds: 1_790_000_000_000)

  static let order: [OrderEvent] = [
    .raised(
      matter: OrderMatter(
        number: "W1", kind: .complaint, category: "供热", urgency: .normal, citizen: CitizenID(3), title: text, text: text, owner: "hotline"),
      state: .pendingDispatch, clocks: []),
    .dispatched(to: "water", note: text, clocks: []), .signed, .signedByClock, .returned(reason: "not-ours", basis: text, clocks: []),
    .ruled(decision: .accept, to: "water", lock: true, note: text, state: .pendingSignature, clocks: []),
    .ruled(decision: .accept, to: nil, lock: false, note: nil, state: .pendingDispatch, clocks: []),
    .ruled(decision: .reject, to: "water", lock: true, note: nil, state: .handling, clocks: []),
    .ruled(decision: .dispute, to: nil, lock: false, note: nil, state: .disputed, clocks: []), .delegated(task: OrderID(2), to: "heating"),
    .assisted(task: OrderID(2), to: "water"), .collected(task: OrderID(2), unit: "water", outcome: .solved, reply: text),
    .collected(task: OrderID(2), unit: nil, outcome: nil, reply: nil),
    .extensionAsked(limit: .workingDays(3), reason: "complex", text: text, clocks: []),
    .extensionDecided(granted: true, reason: text, clocks: []), .extensionDecided(granted: false, reason: nil, clocks: []),
    .suspended(reason: "weather", text: text, until: when), .resumed(clocks: []),
    .contacted(proof: ContactProof(at: when, result: .unreachable, number: text), note: text),
    .fedBack(feedback: Feedback(outcome: .partial, reply: text, note: text, contact: nil, fields: ["recovered": .number(500_000)])),
    .headReviewed(passed: true, reason: nil, clocks: []), .headReviewed(passed: false, reason: text, clocks: []),
    .reviewed(passed: true, reason: nil, state: .callback, callbacks: 1, clocks: []),
    .reviewed(passed: false, reason: text, state: .handling, callbacks: 0, clocks: []),
    .calledBack(appeal: AppealID(1), verdict: .unsolved, pending: 1, state: .pendingSignature, clocks: []),
    .calledBack(appeal: AppealID(1), verdict: .unreached, pending: 1, state: .callback, clocks: []),
    .rechecked(onSite: true, confirmed: false, note: text, state: .pendingSignature, clocks: []),
    .reported(text: text, finished: false, due: when, state: .continuedReport, callbacks: 0, clocks: []),
    .unreasonableAsked(appeal: AppealID(1), evidence: text),
    .unreasonableDecided(appeal: AppealID(1), granted: true, note: text, pending: 0, state: .closed, clocks: []),
    .handoverReported(report: HandoverReport(at: when, reference: "JQ-7", takenBy: text, text: text, ended: true)),
    .closed(ending: "in-litigation", evidence: text), .archived(volume: text, fingerprint: "ab12"), .urged(text: text),
    .supervised(cause: "false-follow-up", text: text),
    .recategorised(category: "供热", kind: .help, urgency: .urgent, reason: text, clocks: []),
    .noted(text: text), .attached(file: AttachmentID(5)), .joined(appeal: AppealID(1), participants: 2, pending: 0),
    .parted(appeal: AppealID(1), participants: 1, pending: 0, state: .handling), .withdrawn(reason: text),
    .rungReached(clock: .handling, rung: "yellow-card@-1wd", what: .yellowCard, to: [.unit], due: when),
    .rungReached(clock: .handling, rung: "red-card@next-day", what: .redCard, to: [.unit, .supervisor], due: when),
    .committed(until: when, text: text, clocks: []), .recomputed(because: .calendar, clocks: []),
    .published(title: text, text: text), .unpublished(reason: text),
  ]

  static let appeal: [AppealEvent] = [
    .recorded(matter: AppealMatter(number: "YX1", channel: .phone, receivedAt: when, citizen: CitizenID(3), text: text, intake: "hotline")),
    .answered(reply: text, kind: .consultation, category: nil), .refused(reason: "court", note: text),
    .refusalAsked(reason: "repeated", note: text), .refusalDecided(granted: true, note: text),
    .handoverHeard(order: OrderID(2), reference: "JQ-7", text: text, ended: true),
    .handedOver(line: "110", order: OrderID(2), note: text), .joined(order: OrderID(2), participation: ParticipationID(4), merged: false),
    .joined(order: OrderID(2), participation: ParticipationID(4), merged: true), .parted(order: OrderID(2), remaining: 0),
    .withdrawn(reason: text),
    .corrected(text: text, addition: true), .rated(grade: .satisfied, solved: true, note: text), .attached(file: AttachmentID(5)),
    .revealed(fields: ["name", "phone"], reason: text),
  ]

  static let participation: [ParticipationEvent] = [
    .joined(appeal: AppealID(1), order: OrderID(2), citizen: CitizenID(3), merged: false), .notified(about: .extended, text: text),
    .answered(answers: CallbackAnswers(reached: true, solved: false, resultGrade: .dissatisfied), attempt: 1, settled: false),
    .settled(because: "not-sampled"), .reopened(round: 1), .rated(grade: .satisfied, solved: nil, note: nil), .parted(reason: text),
  ]

  @Test func everyEventHasWords() {
    #expect(Set(Self.order.map(\.action)) == Set(OrderAction.allCases))
    #expect(Set(Self.appeal.map(\.action)) == Set(AppealAction.allCases))
    #expect(Set(Self.participation.map(\.action)) == Set(ParticipationAction.allCases))
    let words =
      Self.order.map(OrderWords(names: Self.names).words)
      + Self.appeal.map(AppealWords(names: Self.names, appeal: AppealID(1)).words)
      + Self.participation.map(ParticipationWords(names: Self.names, appeal: AppealID(1)).words)
    for one in words {
      #expect(!one.deed.zh.isEmpty && !one.deed.en.isEmpty)
      #expect(one.deed.zh.unicodeScalars.contains { $0.value >= 0x4E00 }, "\(one.deed.zh) is no Chinese")
      let names = ["供热", "水务局", "供热办"]
      #expect(
        names.contains { one.deed.en.contains($0) } || !one.deed.en.unicodeScalars.contains { $0.value >= 0x4E00 },
        "\(one.deed.en) is no English")
      for fact in one.facts { #expect(!fact.value.zh.isEmpty && !fact.value.en.isEmpty) }
    }
    #expect(Set(Self.order.map { OrderWords(names: Self.names).words(for: $0).deed.zh }).count == Self.order.count)
  }

  @Test func theSentencesReadWell() {
    let speaker = OrderWords(names: Self.names)
    #expect(
      speaker.words(for: .returned(reason: "not-ours", basis: Self.text, clocks: [])).deed
        == Phrase("退单：不属本单位职责", "returned it: Not our duty"))
    let upheld = OrderEvent.ruled(decision: .accept, to: "water", lock: true, note: nil, state: .pendingSignature, clocks: [])
    #expect(
      speaker.words(for: upheld).deed
        == Phrase("裁定：同意退单，改派水务局，不得再退", "upheld the objection and sent it to Water bureau; it cannot be returned again"))
    let redo = OrderEvent.calledBack(appeal: AppealID(1), verdict: .unsolved, pending: 1, state: .pendingSignature, clocks: [])
    #expect(speaker.words(for: redo).deed.zh == "回访诉求 YX1：市民表示未解决，发回重办")
  }
}
