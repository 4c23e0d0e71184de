import Casework
import Foundation
import Workdays

/// Values of every shape that the log stores, with all that is optional there and, in a second one, missing.
enum Samples {
  static let start = Moment(milliseconds: 1_790_640_000_000)
  static let calendar = WorkCalendar.national()

  static func clock(_ kind: ClockKind = .handling, _ limit: Limit = .workingDays(1)) -> Clock {
    Clock(kind, calendar.provisionalDeadline(from: start, limit: limit))
  }

  /// A clock with a rung that was reached and one that was not.
  static let rungs: Clock = {
    var clock = Clock(.commitment, calendar.provisionalDeadline(from: start, limit: .minutes(30)))
    clock.rungs = [
      SetRung(Rung(.commitment, .before(.minutes(10)), .alert, to: [.unit, .above]), at: start.adding(minutes: 20)),
      SetRung(Rung(.commitment, .end, .urge), at: start.adding(minutes: 30)),
    ]
    clock.rungs[0].reachedAt = start.adding(minutes: 21)
    return clock
  }()

  static let matter: OrderMatter = {
    var matter = OrderMatter(
      number: "YX260929-W7-ABCD", kind: .help, category: "城乡建设/公用设施/路灯", urgency: .urgent, citizen: CitizenID(1), title: TextID(2),
      text: TextID(3), owner: "hotline", confidential: true, profile: 4)
    matter.area = "east-lake"
    matter.place = Place(address: "湖滨路1号", latitude: 35.5, longitude: 118.25)
    matter.parent = OrderID(5)
    matter.against = CitizenID(6)
    matter.praised = "urban"
    matter.emergencyLine = "110"
    return matter
  }()

  static let bareMatter = OrderMatter(
    number: "YX260929-W8-ABCD", kind: .complaint, category: "民政", urgency: .normal, citizen: CitizenID(1), title: TextID(2),
    text: TextID(3),
    owner: "hotline")

  static let appealMatter: AppealMatter = {
    var matter = AppealMatter(
      number: "YX260929-7-ABCD", channel: .phone, receivedAt: start, citizen: CitizenID(1), text: TextID(2), intake: "hotline")
    matter.title = TextID(3)
    matter.kind = .staffComplaint
    matter.category = "民政"
    matter.area = "east-lake"
    matter.place = Place(address: "湖滨路1号")
    matter.confidential = true
    matter.lifeRisk = true
    matter.against = CitizenID(4)
    matter.praisedUnit = "urban"
    matter.praisedAgent = "agent"
    matter.aboutAgent = "agent2"
    matter.aboutGroup = "day"
    matter.line = "12345"
    matter.source = "m-1"
    matter.extra = TextID(5)
    return matter
  }()

  static let bareAppealMatter = AppealMatter(
    number: "YX260929-8-ABCD", channel: .mailbox, receivedAt: start, citizen: CitizenID(1), text: TextID(2), intake: "hotline")

  static let feedback = Feedback(
    outcome: .solved, reply: TextID(10), note: TextID(11),
    contact: ContactProof(at: start, result: .reached, number: TextID(12)), fields: ["aid-type": .word("cash"), "persons": .number(12)])

  static let answers = CallbackAnswers(
    reached: true, isTrue: true, contacted: true, solved: false, resultGrade: .dissatisfied, serviceGrade: .verySatisfied,
    reasonable: false, note: TextID(13))

  static let order: [OrderEvent] = [
    .raised(matter: matter, state: .pendingDispatch, clocks: [clock(.transfer)]),
    .raised(matter: bareMatter, state: .handedOver, clocks: []),
    .dispatched(to: "urban", note: TextID(20), clocks: [clock()]),
    .dispatched(to: "urban", note: nil, clocks: []),
    .signed,
    .signedByClock,
    .returned(reason: "not-ours", basis: TextID(21), clocks: []),
    .ruled(decision: .accept, to: "police", lock: true, note: TextID(22), state: .pendingSignature, clocks: []),
    .ruled(decision: .dispute, to: nil, lock: false, note: nil, state: .disputed, clocks: []),
    .delegated(task: OrderID(30), to: "lakeside"),
    .assisted(task: OrderID(31), to: "power-firm"),
    .collected(task: OrderID(31), unit: "power-firm", outcome: .partial, reply: TextID(23)),
    .collected(task: OrderID(31), unit: nil, outcome: nil, reply: nil),
    .collected(
      task: OrderID(31), unit: "power-firm", outcome: .solved, reply: TextID(23), credit: Credit(role: .assisting, at: start, onTime: true)),
    .extensionAsked(limit: .workingDays(5), reason: "complex", text: TextID(24), clocks: []),
    .extensionDecided(granted: true, reason: TextID(25), clocks: []),
    .suspended(reason: "works", text: TextID(26), until: start),
    .suspended(reason: "works", text: nil, until: nil),
    .resumed(clocks: []),
    .contacted(proof: ContactProof(at: start, result: .unreachable, number: nil), note: TextID(27)),
    .fedBack(feedback: feedback),
    .fedBack(feedback: Feedback(outcome: .notOurs, reply: TextID(10), note: nil, contact: nil, fields: [:])),
    .headReviewed(passed: false, reason: TextID(28), clocks: []),
    .reviewed(passed: true, reason: TextID(28), state: .callback, callbacks: 2, clocks: []),
    .calledBack(appeal: AppealID(40), verdict: .unsolved, pending: 1, state: .callback, clocks: []),
    .rechecked(onSite: true, confirmed: false, note: TextID(29), state: .pendingSignature, clocks: []),
    .reported(text: TextID(32), finished: false, due: start, state: .continuedReport, callbacks: 0, clocks: []),
    .reported(
      text: TextID(32), finished: false, due: start, state: .continuedReport, callbacks: 0, clocks: [],
      plan: ReportPlan(text: TextID(43), owner: "officer")),
    .unreasonableAsked(appeal: AppealID(40), evidence: TextID(44)),
    .unreasonableDecided(appeal: AppealID(40), granted: true, note: TextID(45), pending: 0, state: .closed, clocks: []),
    .unreasonableDecided(appeal: AppealID(40), granted: false, note: nil, pending: 1, state: .pendingSignature, clocks: []),
    .handoverReported(
      report: HandoverReport(at: start, reference: "JQ-7", takenBy: TextID(46), text: TextID(47), ended: true)),
    .handoverReported(report: HandoverReport(at: start, reference: nil, takenBy: nil, text: nil, ended: false)),
    .reported(text: TextID(32), finished: true, due: nil, state: .callback, callbacks: 1, clocks: []),
    .closed(ending: "explained", evidence: TextID(33)),
    .archived(volume: TextID(34), fingerprint: "00ff"),
    .urged(text: TextID(35)),
    .supervised(cause: "overdue", text: TextID(36)),
    .recategorised(category: "民政", kind: .report, urgency: .critical, reason: TextID(37), clocks: []),
    .noted(text: TextID(38)),
    .attached(file: AttachmentID(39)), .attached(file: AttachmentID(39), spot: PhotoSpot(latitude: 35.5, longitude: 118.25)),
    .joined(appeal: AppealID(40), participants: 2, pending: 1),
    .parted(appeal: AppealID(40), participants: 1, pending: 0, state: .closed),
    .withdrawn(reason: TextID(41)),
    .withdrawn(reason: nil),
    .rungReached(clock: .handling, rung: "yellow-card@-1wd", what: .yellowCard, to: [.unit, .shiftLeader], due: start),
    .rungReached(clock: .sign, rung: "auto-sign@0m", what: .autoSign, to: [], due: start),
    .committed(until: start, text: TextID(42), clocks: []),
    .committed(until: start, text: nil, clocks: [rungs]),
    .recomputed(because: .calendar, clocks: []),
    .published(title: TextID(48), text: TextID(49)),
    .unpublished(reason: TextID(50)),
  ]

  static let appeal: [AppealEvent] = [
    .recorded(matter: appealMatter),
    .recorded(matter: bareAppealMatter),
    .answered(reply: TextID(1), kind: .consultation, category: "民政"),
    .answered(reply: TextID(1), kind: .consultation, category: nil),
    .refused(reason: "litigation", note: TextID(2)),
    .refusalAsked(reason: "repeated", note: TextID(11)),
    .refusalDecided(granted: true, note: TextID(12)),
    .refusalDecided(granted: false, note: nil),
    .handedOver(line: "110", order: OrderID(3), note: TextID(4)),
    .handoverHeard(order: OrderID(3), reference: "JQ-7", text: TextID(13), ended: true),
    .handoverHeard(order: OrderID(3), reference: nil, text: TextID(13), ended: false),
    .joined(order: OrderID(3), participation: ParticipationID(5), merged: false),
    .joined(order: OrderID(3), participation: ParticipationID(5), merged: true),
    .parted(order: OrderID(3), remaining: 0),
    .withdrawn(reason: TextID(6)),
    .corrected(text: TextID(7), addition: true),
    .rated(grade: .basicallySatisfied, solved: true, note: TextID(8)),
    .rated(grade: .satisfied, solved: true, note: TextID(8), answers: answers),
    .attached(file: AttachmentID(9)),
    .revealed(fields: ["name", "phone"], reason: TextID(10)),
  ]

  static let participation: [ParticipationEvent] = [
    .joined(appeal: AppealID(1), order: OrderID(2), citizen: CitizenID(3), merged: true),
    .notified(about: .extended, text: TextID(4)),
    .answered(answers: answers, attempt: 2, settled: false),
    .answered(answers: CallbackAnswers(reached: false), attempt: 1, settled: false),
    .settled(because: "unreasonable"),
    .reopened(round: 1),
    .rated(grade: .veryDissatisfied, solved: nil, note: nil),
    .rated(grade: .dissatisfied, solved: false, note: nil, answers: answers),
    .parted(reason: TextID(5)),
  ]
}

/// As the ledger writes it.
func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

func decode<T: Decodable>(_ type: T.Type, _ text: String) throws -> T { try JSONDecoder().decode(type, from: Data(text.utf8)) }

/// SplitMix64: the same numbers on every machine and every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
