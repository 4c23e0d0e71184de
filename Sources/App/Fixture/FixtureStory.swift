import Casework
import Web
import Workdays

/// The way of one appeal through the city, as steps with their times; steps that lie in the future do not happen.
struct FixtureStory: Sendable {
  /// What happens: a noun of the interface, who does it and what they say.
  struct Step: Sendable {
    enum Target: Sendable { case record, appeal, order, measure }

    let at: Moment
    let target: Target
    let noun: String
    let by: String
    let body: JSONValue
  }

  /// Where a story stops, whatever its age, so that every state has its examples.
  enum Stop: CaseIterable, Sendable {
    case recorded, raised, dispatched, signed, returned, disputed, extended, suspended, fedBack, callback, continued, withdrawn
    case handedOver, refused, answered
    /// What waits for one role: a refusal and an unreasonable demand for a second person, a promise for its day, a leader's own
    /// call for that leader, a matter passed to and fro for three offices.
    case refusalAsked, unreasonable, promised, leadersCall, passedOn
  }

  /// Who takes it in, sends it out, reviews the answer and calls back: the hotline, or a county with rights of its own.
  struct Office: Sendable {
    let takers: [String]
    let sender: String
    let caller: String

    static let hotline = Office(takers: ["agent", "agent", "agent2"], sender: "dispatcher", caller: "followup")
    static let county = Office(takers: ["intake"], sender: "intake", caller: "intake")
    /// Where a county's own matters stop: at what its desk has to do.
    static let countyStops: [Stop] = [.recorded, .raised, .returned, .fedBack, .callback]
  }

  private(set) var steps: [Step] = []
  var now: Moment
  var chance: FixtureChance
  let matter: FixtureMatter
  let stop: Stop?
  let office: Office
  private var taker = ""
  private let middles: [AreaID: Area.Spot]
  var isConfidential = false

  /// - Parameters:
  ///   - start: when the citizen called.
  ///   - middles: where the areas are.
  init(
    start: Moment, matter: FixtureMatter, stop: Stop?, office: Office = .hotline, middles: [AreaID: Area.Spot], chance: FixtureChance
  ) {
    now = start
    self.office = office
    self.middles = middles
    self.matter = matter
    self.stop = stop
    self.chance = chance
    taker = self.chance.pick(office.takers)
    record()
    accept()
  }

  mutating func step(_ target: Step.Target, _ noun: String, by: String, after minutes: Int, _ body: JSONValue) {
    now = Self.awake(now.adding(minutes: minutes))
    steps.append(Step(at: now, target: target, noun: noun, by: by, body: body))
  }

  /// Nobody acts at night: what would fall there waits until half past eight.
  private static func awake(_ moment: Moment) -> Moment {
    if moment.minuteOfDay < 510 { return moment.day.at(minute: 510 + moment.minuteOfDay % 45) }
    if moment.minuteOfDay > 1200 { return moment.day.adding(days: 1).at(minute: 510 + moment.minuteOfDay % 45) }
    return moment
  }

  private mutating func record() {
    let street = chance.pick(FixtureMatter.streets)
    let area = matter.area ?? chance.pick(FixtureMatter.areas)
    let house = chance.between(1, 199)
    let caller = JSONValue.members(
      ("name", .text("\(chance.pick(FixtureMatter.surnames))先生")), ("phone", .text("138\(10_000_000 + chance.below(89_999_999))")))
    let spot = FixtureMatter.spot(of: house, in: street, around: middles[AreaID(area)])
    let place = JSONValue.members(
      ("address", .text("\(street)\(house)号")), ("lat", spot.map { .number("\($0.latitude)") }),
      ("lon", spot.map { .number("\($0.longitude)") }))
    var members: [JSONValue.Member] = [
      .init("channel", .text(chance.pick(FixtureMatter.channels).rawValue)), .init("title", .text("\(street)\(matter.title)")),
      .init("text", .text(matter.text)), .init("caller", caller), .init("area", .text(area)),
      .init("place", place), .init("kind", .text(matter.kind.rawValue)), .init("category", .text(matter.category)),
    ]
    isConfidential = chance.chance(3)
    if isConfidential { members.append(.init("confidential", .flag(true))) }
    step(.record, "appeals", by: taker, after: 0, .object(members))
  }

  private mutating func accept() {
    switch stop {
    case .recorded: return
    case .refused: step(.appeal, "refusal", by: "agent", after: 5, .members(("reason", .text("litigation"))))
    case .refusalAsked:
      step(
        .appeal, "refusal", by: taker, after: 5, .members(("reason", .text("repeated")), ("note", .text("上月已答复，此次没有新的情况。"))))
    case .handedOver: step(.appeal, "handover", by: "agent", after: 2, .members(("line", .text("110")), ("note", .text("已转接并核实到场。"))))
    case .answered: answerAtOnce()
    case nil where matter.kind == .consultation: answerAtOnce()
    default: raise()
    }
  }

  private mutating func answerAtOnce() {
    step(.appeal, "answer", by: "agent", after: 6, .members(("reply", .text("已向您解释政策并告知办理途径。")), ("kind", .text("consultation"))))
  }

  private mutating func raise() {
    let urgency = chance.chance(8) && stop != .promised ? "urgent" : "normal"
    step(
      .appeal, "orders", by: office.takers[0], after: chance.between(3, 12),
      .members(
        ("kind", .text(matter.kind.rawValue)), ("category", .text(matter.category)), ("urgency", .text(urgency)),
        ("title", .text(matter.title)), ("text", .text("请核实并办理：\(matter.text)")),
        ("answered_by", stop == .leadersCall ? .text("leader") : nil)))
    if stop == .raised { return }
    if stop == .withdrawn {
      step(.appeal, "withdrawal", by: "agent", after: 40, .members(("reason", .text("市民来电说已经解决。"))))
      return
    }
    step(.order, "dispatch", by: office.sender, after: chance.between(10, 200), .members(("unit", .text(matter.unit.value))))
    if stop == .passedOn {
      step(
        .measure, "measures", by: "supervisor", after: 60,
        .members(
          ("kind", .text("three-party")), ("units", .texts([matter.unit.value, "water"])), ("cause", .text("passed-on")),
          ("text", .text("两个单位互相推诿，群众多次来电。"))))
    } else if stop != .dispatched {
      handle()
    }
  }
}
