import Casework
import Ledger
import Vault
import Workdays

/// The people of the fixture city who act in the histories.
struct Cast: Sendable {
  let agent, dispatcher, followup, supervisor: Actor
  private let root: UnitID

  init(root: UnitID) {
    self.root = root
    agent = Actor(account: "agent", name: "陈晓", roles: [.agent], unit: "hotline", scope: root, group: "day")
    dispatcher = Actor(account: "dispatcher", name: "周敏", roles: [.dispatcher], unit: "hotline", scope: root)
    followup = Actor(account: "followup", name: "郑洁", roles: [.followup], unit: "hotline", scope: root)
    supervisor = Actor(account: "supervisor", name: "吴强", roles: [.supervisor], unit: "hotline", scope: root)
  }

  func officer(of unit: UnitID) -> Actor {
    let login = unit == "housing" ? "officer" : "officer-\(unit)"
    return Actor(account: AccountID(login), name: "承办人", roles: [.officer], unit: unit, scope: unit)
  }
}

/// Where an unfinished case stands still.
enum Halt: CaseIterable, Sendable {
  case appeal, raised, dispatched, returned, disputed, signed, extended, suspended, fedBack, reviewed, continued, supervised
}

/// Writes the whole life of one appeal and its order into a batch. What would happen after `now` has not happened yet.
struct CaseWriter {
  let batch: BulkBatch
  let profile: Profile
  let cast: Cast
  let units: [UnitID]
  let leaves: [CategoryID]
  let now: Moment
  var dice: Dice
  private var at: Moment
  private let halt: Halt?
  private let unit: UnitID
  private let officer: Actor

  init(batch: BulkBatch, city: City, start: Moment, halt: Halt?, dice: Dice) {
    (self.batch, self.profile, cast, units, leaves, now) = (batch, city.profile, city.cast, city.units, city.leaves, city.now)
    (self.dice, at, self.halt) = (dice, start, halt)
    unit = self.dice.pick(units)
    officer = cast.officer(of: unit)
  }

  /// Moves on in time; false when that lies in the future.
  private mutating func later(_ low: Int, _ high: Int) -> Bool {
    at = at.adding(minutes: dice.between(low, high))
    return at <= now
  }

  private func clocks(_ kinds: [ClockKind], _ matter: OrderMatter, _ unit: UnitID?) -> [Clock] {
    kinds.compactMap { ClockSetting(profile).clock($0, for: matter, unit: unit, from: at) }
  }

  mutating func write() throws {
    let citizen = CitizenID(try batch.newID())
    try batch.vault.enrol(Identity(name: Words.name(&dice), phone: Words.phone(&dice)), id: citizen.value, at: at.milliseconds)
    var appeal = BulkStream(Appeal.self, try batch.newID())
    try batch.append(.recorded(matter: try statement(citizen, appeal.id)), to: &appeal, at: at, by: cast.agent)
    guard halt != .appeal, later(1, 15) else { return try batch.finish(appeal) }
    var order = BulkStream(Order.self, try batch.newID())
    var part = BulkStream(Participation.self, try batch.newID())
    try raise(&order, &part, &appeal)
    if halt != .raised { try dispatch(&order, &part, AppealID(appeal.id)) }
    try batch.finish(appeal)
    try batch.finish(order)
    try batch.finish(part)
  }

  private mutating func number(_ id: Int64, _ mark: String) -> String {
    CaseNumber.issue(prefix: profile.prefix, day: at.day, sequence: id, mark: mark, random: dice.next())
  }

  private mutating func statement(_ citizen: CitizenID, _ id: Int64) throws -> AppealMatter {
    let text = try batch.keep(Words.story(&dice), for: citizen)
    var matter = AppealMatter(
      number: number(id, ""), channel: dice.pick(Words.channels), receivedAt: at, citizen: citizen, text: text, intake: "hotline")
    matter.area = dice.pick(profile.areas).id
    matter.place = Place(address: Words.place(&dice))
    return matter
  }

  private mutating func raise(_ order: inout BulkStream<Order>, _ part: inout BulkStream<Participation>, _ appeal: inout BulkStream<Appeal>)
    throws
  {
    guard let said = appeal.thing?.matter else { return }
    let category = dice.pick(leaves)
    let title = try batch.keep("\(said.place?.address ?? "")\(category.lastName)问题", for: said.citizen)
    let text = try batch.keep("请核实并办理：\(Words.story(&dice))", for: said.citizen)
    var matter = OrderMatter(
      number: number(order.id, "W"), kind: dice.pick([.help, .complaint, .consultation, .suggestion, .report]), category: category,
      urgency: dice.chance(5) ? .urgent : .normal, citizen: said.citizen, title: title, text: text, owner: "hotline",
      profile: profile.version)
    matter.area = said.area
    matter.place = said.place
    try batch.append(
      .raised(matter: matter, state: .pendingDispatch, clocks: clocks([.transfer], matter, nil)), to: &order, at: at, by: cast.agent)
    let (appealID, orderID) = (AppealID(appeal.id), OrderID(order.id))
    try batch.append(.joined(appeal: appealID, order: orderID, citizen: said.citizen, merged: false), to: &part, at: at, by: cast.agent)
    try batch.append(.joined(appeal: appealID, participants: 1, pending: 0), to: &order, at: at, by: cast.agent)
    try batch.append(.joined(order: orderID, participation: ParticipationID(part.id), merged: false), to: &appeal, at: at, by: cast.agent)
  }

  private mutating func dispatch(_ order: inout BulkStream<Order>, _ part: inout BulkStream<Participation>, _ appeal: AppealID) throws {
    guard let matter = order.thing?.matter, later(10, 200) else { return }
    let clocks = clocks([.sign, .firstContact, .handling, .returnWindow], matter, unit)
    try batch.append(.dispatched(to: unit, note: nil, clocks: clocks), to: &order, at: at, by: cast.dispatcher)
    if halt == .dispatched { return }
    if halt == .returned || halt == .disputed { return try contest(&order, matter) }
    guard later(20, 300) else { return }
    try batch.append(.signed, to: &order, at: at, by: officer)
    if halt == .signed { return }
    if halt == .extended || halt == .suspended || halt == .supervised { return try delay(&order, matter) }
    try answer(&order, &part, appeal, matter)
  }

  private mutating func contest(_ order: inout BulkStream<Order>, _ matter: OrderMatter) throws {
    guard later(30, 400) else { return }
    let basis = try batch.keep("按职责分工，该事项不属于本单位。", for: matter.citizen)
    try batch.append(
      .returned(reason: "not-our-duty", basis: basis, clocks: clocks([.ruling], matter, nil)), to: &order, at: at, by: officer)
    guard halt == .disputed, later(30, 200) else { return }
    try batch.append(
      .ruled(decision: .dispute, to: nil, lock: false, note: nil, state: .disputed, clocks: clocks([.ruling], matter, nil)), to: &order,
      at: at, by: cast.dispatcher)
  }

  private mutating func delay(_ order: inout BulkStream<Order>, _ matter: OrderMatter) throws {
    guard later(60, 900) else { return }
    let text = try batch.keep("需要更换设备，正在等待到货。", for: matter.citizen)
    switch halt {
    case .extended:
      let asked = OrderEvent.extensionAsked(
        limit: .workingDays(5), reason: "complex", text: text, clocks: clocks([.extension], matter, nil))
      try batch.append(asked, to: &order, at: at, by: officer)
    case .supervised: try batch.append(.supervised(cause: "late", text: text), to: &order, at: at, by: cast.supervisor)
    default: try batch.append(.suspended(reason: "works", text: text, until: nil), to: &order, at: at, by: officer)
    }
  }

  private mutating func answer(
    _ order: inout BulkStream<Order>, _ part: inout BulkStream<Participation>, _ appeal: AppealID, _ matter: OrderMatter
  ) throws {
    guard later(200, 6000) else { return }
    let reply = try batch.keep(dice.pick(Words.replies), for: matter.citizen)
    let proof = ContactProof(at: at.adding(minutes: -30), result: .reached, number: nil)
    let outcome = halt == .continued ? Outcome.partial : dice.chance(80) ? .solved : .explained
    try batch.append(
      .fedBack(feedback: Feedback(outcome: outcome, reply: reply, note: nil, contact: proof, fields: [:])), to: &order, at: at, by: officer)
    guard halt != .fedBack, later(20, 600) else { return }
    let due = clocks([.followUp], matter, nil)
    try batch.append(
      .reviewed(passed: true, reason: nil, state: .callback, callbacks: 1, clocks: due), to: &order, at: at, by: cast.dispatcher)
    guard halt != .reviewed, later(60, 2500) else { return }
    try callBack(&order, &part, appeal, matter)
  }

  private mutating func callBack(
    _ order: inout BulkStream<Order>, _ part: inout BulkStream<Participation>, _ appeal: AppealID, _ matter: OrderMatter
  ) throws {
    let solved = halt != .continued
    var answers = CallbackAnswers(reached: true, isTrue: true, contacted: true, solved: solved)
    answers.resultGrade = solved ? dice.pick([.verySatisfied, .satisfied, .basicallySatisfied]) : .dissatisfied
    answers.serviceGrade = .satisfied
    try batch.append(.answered(answers: answers, attempt: 1, settled: true), to: &part, at: at, by: cast.followup)
    let state: OrderState = solved ? .closed : .continuedReport
    let next = solved ? [] : clocks([.continuedReport], matter, unit)
    let verdict: OrderEvent.Verdict = solved ? .settled : .unsolved
    try batch.append(
      .calledBack(appeal: appeal, verdict: verdict, pending: 0, state: state, clocks: next), to: &order, at: at, by: cast.followup)
    guard solved, dice.chance(80), later(1440, 4000) else { return }
    let volume = "案卷 \(matter.number)：\(String(repeating: "登记、立单、派单、签收、联系、反馈、审核、回访、办结。", count: 6))"
    let fingerprint = Digest.hex(Digest.sha256(Array(volume.utf8)))
    let kept = try batch.keep(volume, for: matter.citizen)
    try batch.append(.archived(volume: kept, fingerprint: fingerprint), to: &order, at: at, by: cast.supervisor)
  }
}
