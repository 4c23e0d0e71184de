import Casework
import Workdays

extension Samples {
  private static let duty: Duty = {
    var duty = Duty(unit: "urban", demand: TextID(50), clock: clock(), task: OrderID(51))
    duty.receivedAt = start
    duty.answer = TextID(52)
    duty.answeredAt = start
    duty.rounds = 1
    return duty
  }()

  private static let measureMatter: MeasureMatter = {
    var matter = MeasureMatter(
      number: "YX260929-D7-ABCD", kind: .threeParty, orders: [OrderID(1)], owner: "hotline", keeper: CitizenID(2), title: TextID(3),
      demand: TextID(4), profile: 5)
    matter.units = ["urban", "police"]
    matter.cause = .passedOn
    matter.reach = .citywide
    matter.leader = "leader"
    matter.place = Place(address: "湖滨路1号", latitude: 35.5, longitude: 118.25)
    matter.keptFrom = ["agent2"]
    matter.keptFromGroups = ["day"]
    return matter
  }()

  private static let bareMeasure = MeasureMatter(
    number: "YX260929-D8-ABCD", kind: .notice, orders: [], owner: "hotline", keeper: CitizenID(2), title: TextID(3), demand: TextID(4))

  static let measure: [MeasureEvent] = [
    .opened(matter: measureMatter, duties: [duty], clock: clock()),
    .opened(matter: bareMeasure, duties: [], clock: nil),
    .received(unit: "urban"),
    .answered(unit: "urban", text: TextID(1)),
    .accepted(text: TextID(1)),
    .accepted(text: nil),
    .rejected(text: TextID(1), duties: [Duty(unit: "urban", demand: TextID(50), clock: clock())]),
    .assigned(duties: []),
    .instructed(text: TextID(1), duties: []),
    .inspected(finding: Finding(at: start, place: Place(address: "湖滨路1号"), text: TextID(1), confirmed: false), duties: []),
    .inspected(finding: Finding(at: start, place: nil, text: TextID(1), confirmed: true), duties: []),
    .filed(party: .discipline),
    .opined(party: .staffing, text: TextID(1)),
    .signed(party: .hotline),
    .decided(
      decision: MeasureDecision(result: .dutyList, unit: "urban", category: "民政", text: TextID(1), at: start), duties: []),
    .decided(decision: MeasureDecision(result: .referral, unit: nil, category: nil, text: TextID(1), at: start), duties: []),
    .met(meeting: MatterMeeting(at: start, units: ["urban"], agenda: TextID(1), minutes: TextID(2)), clock: nil),
    .reviewed(text: TextID(1), clock: nil),
    .approved(text: TextID(1), duties: []),
    .approved(text: nil, duties: []),
    .refused(text: TextID(1)),
    .agreed(text: TextID(1), duties: []),
    .agreed(text: nil, duties: []),
    .linked(appeals: [AppealID(1), AppealID(2)]),
    .broadcast(text: TextID(1)),
    .urged(text: TextID(1)),
    .urged(text: nil),
    .remarked(text: TextID(1)),
    .attached(file: AttachmentID(1)),
    .withdrawn(reason: TextID(1)),
  ]
}
