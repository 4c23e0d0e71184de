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
  private var now: Moment
  private var chance: FixtureChance
  private let matter: FixtureMatter
  private let stop: Stop?
  private let office: Office
  private var taker = ""
  private let middles: [AreaID: Area.Spot]
  private var isConfidential = false

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

  private mutating func step(_ target: Step.Target, _ noun: String, by: String, after minutes: Int, _ body: JSONValue) {
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

  private var officer: String { matter.unit == "housing" ? "officer" : "officer-\(matter.unit)" }

  private mutating func handle() {
    if stop == .returned || stop == .disputed {
      step(.order, "return", by: officer, after: 90, .members(("reason", .text("not-ours")), ("basis", .text("按职责分工不属于本单位。"))))
      if stop == .disputed { step(.order, "ruling", by: office.sender, after: 60, .members(("decision", .text("dispute")))) }
      return
    }
    step(.order, "signature", by: officer, after: chance.between(20, 300), .object([]))
    if stop == .signed { return }
    step(
      .order, "contact", by: officer, after: chance.between(30, 200), .members(("result", .text("reached")), ("note", .text("已电话联系，约定上门。")))
    )
    switch stop {
    case .extended:
      step(
        .order, "extension", by: officer, after: 60, .members(("days", .whole(5)), ("reason", .text("complex")), ("text", .text("需要更换设备。")))
      )
    case .suspended:
      step(.order, "suspension", by: officer, after: 60, .members(("reason", .text("works")), ("text", .text("等待材料到货。"))))
    case .promised:
      let until = now.adding(hours: 30)
      step(.order, "commitment", by: officer, after: 60, .members(("until", .text(until.iso8601)), ("text", .text("换好配件"))))
    default: answer()
    }
  }

  private mutating func answer() {
    let unfinished = stop == .continued
    feedBack(unfinished ? "unresolved" : chance.chance(80) ? "solved" : "explained", after: chance.between(400, 4200))
    if stop == .fedBack || stop == .leadersCall { return }
    step(.order, "review", by: office.sender, after: chance.between(20, 240), .members(("decision", .text("pass"))))
    if stop == .callback { return }
    if stop == .unreasonable { return callUnreasonable() }
    let unhappy = unfinished || chance.chance(6)
    callBack(solved: !unhappy)
    guard unhappy, !unfinished else { return archive(unfinished) }
    step(.order, "signature", by: officer, after: 60, .object([]))
    feedBack("solved", after: chance.between(300, 1200))
    step(.order, "review", by: "dispatcher", after: 60, .members(("decision", .text("pass"))))
    callBack(solved: true)
    archive(false)
  }

  private mutating func feedBack(_ outcome: String, after minutes: Int) {
    let figures = matter.figures.map { JSONValue.Member($0.0, .text($0.1)) }
    step(
      .order, "feedback", by: officer, after: minutes,
      .members(
        ("outcome", .text(outcome)), ("public_reply", .text("工作人员已到现场处理，情况已向您说明。")), ("internal_note", .text("现场照片已存档。")),
        ("fields", .object(figures))))
  }

  private mutating func callUnreasonable() {
    step(
      .order, "callback", by: office.caller, after: chance.between(60, 300),
      .members(("reached", .flag(true)), ("solved", .flag(false)), ("reasonable", .flag(false))))
    step(.order, "unreasonable", by: office.caller, after: 10, .members(("evidence", .text("诉求超出政策规定，已两次书面说明依据。"))))
  }

  private mutating func callBack(solved: Bool) {
    let grade = solved ? chance.pick(["very-satisfied", "satisfied", "satisfied", "basically-satisfied"]) : "dissatisfied"
    step(
      .order, "callback", by: office.caller, after: chance.between(60, 1800),
      .members(
        ("reached", .flag(true)), ("true", .flag(solved)), ("contacted", .flag(true)), ("solved", .flag(solved)),
        ("result_grade", .text(grade)),
        ("service_grade", .text("satisfied"))))
  }

  private mutating func archive(_ unfinished: Bool) {
    var dice = chance
    if !unfinished, !isConfidential, let forAll = matter.forAll, dice.chance(30) {
      step(
        .order, "publication", by: "followup", after: 30, .members(("title", .text(forAll.question)), ("text", .text(forAll.answer))))
    }
    if !unfinished, chance.chance(60) { step(.order, "archive", by: "supervisor", after: 1440, .object([])) }
  }
}
