import Casework
import Ledger
import People
import Store
import TestKit
import Vault
import Workdays

@testable import CaseFile
@testable import Web

/// 云溪市 as the case file's tests need it: a hotline, a bureau with an office below it, a second bureau, and one street lamp.
struct CaseTown {
  static let units = Organisation([
    Unit(id: "yunxi", name: Phrase("云溪市", "Yunxi"), level: .city, parent: nil),
    Unit(id: "hotline", name: Phrase("热线办", "Hotline office"), level: .hotline, parent: "yunxi", serves: "yunxi"),
    Unit(id: "housing", name: Phrase("住建局", "Housing bureau"), level: .bureau, parent: "yunxi"),
    Unit(id: "heating", name: Phrase("供热办", "Heating office"), level: .station, parent: "housing"),
    Unit(id: "water", name: Phrase("水务局", "Water bureau"), level: .bureau, parent: "yunxi"),
  ])

  static let profile: Profile = {
    var policy = CasePolicy()
    policy.returnReasons = [
      ReasonCode("not-ours", Phrase("不属本单位职责", "Not our duty")), ReasonCode("wrong-place", Phrase("不在辖区", "Not our area")),
    ]
    policy.closingReasons = [ReasonCode("in-litigation", Phrase("已进入诉讼", "In litigation"))]
    policy.refusals = [RefusalReason(code: "court", matter: Phrase("诉讼事项", "Court matters"), route: Phrase("请向法院反映", "Turn to the court"))]
    policy.emergencyLines = [EmergencyLine(number: "110", name: Phrase("公安", "Police"))]
    let money = OutcomeField(name: "recovered", label: Phrase("挽回金额", "Money recovered"), type: .money)
    return Profile(
      key: "yunxi", name: Phrase("云溪市", "Yunxi"), version: 1, effective: CivilDay(ordinal: 0), prefix: "YX", units: units,
      taxonomy: Taxonomy([CategoryNode(id: "供热", name: Phrase("供热", "Heating"))]), calendar: .national(),
      limits: LimitTable([
        LimitRule(.transfer, .hours(4)), LimitRule(.sign, .hours(2)), LimitRule(.handling, .workingDays(5)),
        LimitRule(.followUp, .workingDays(3)),
      ]),
      policy: policy, outcomes: [money], letters: letters)
  }()

  /// One for each occasion, with every value that it knows.
  static let letters = LetterOccasion.allCases.filter(\.isForCitizens).map { occasion in
    let values = occasion.values.map { "\($0.rawValue)=\($0.tag)" }.joined(separator: "\n")
    return Letter(
      occasion, title: occasion.phrase, text: Phrase("{{#caller}}{{caller}}：{{/caller}}\n\(values)", "To {{caller}}\n\(values)"))
  }

  static let migrations = Counters.migrations + VaultMigrations.all + LedgerMigrations.all + PeopleMigrations.all
  /// What no unit may read: the caller, in clear and masked, and a number inside the words.
  static let caller = Identity(name: "王小明", phone: "13800005678", address: "云溪路 7 号")
  static let words = "三单元的暖气一直不热，请打我邻居电话 13911112222。"

  let ledger: Ledger

  static func run(_ engine: TestEngine, _ body: (CaseTown) async throws -> Void) async throws {
    try await engine.database(migrations) { database in
      let keys = try VaultKeys(master: [UInt8](repeating: 7, count: 32))
      let start = try Moment(iso8601: "2026-09-28T09:00:00+08:00")
      let ledger = Ledger(database, keys: keys, profile: { profile }, clock: { start }, random: { 12_345_678 })
      if engine == .sqlite { ledger.sealEachCommit() }
      try await body(CaseTown(ledger: ledger))
    }
  }

  // MARK: people

  static func person(_ account: AccountID, _ role: Role, _ unit: UnitID, group: String? = nil) -> Actor {
    Actor(account: account, name: account.value, roles: [role], unit: unit, scope: units.units[unit]?.serves ?? unit, group: group)
  }

  static let agent = person("li.na", .agent, "hotline")
  static let dispatcher = person("zhao.yun", .dispatcher, "hotline")
  static let caller2 = person("qian.wei", .followup, "hotline")
  static let supervisor = person("sun.li", .supervisor, "hotline")
  static let heater = person("zhou.tao", .officer, "heating")
  static let bureau = person("wu.min", .officer, "housing")
  static let chief = person("zheng.hua", .leader, "housing")
  static let stranger = person("feng.lei", .officer, "water")

  // MARK: what is done

  func now(_ hours: Int = 0) -> Moment { ledger.clock().adding(hours: hours) }

  func act<T: Codable & Sendable>(_ actor: Actor, at hours: Int = 0, _ body: @Sendable @escaping (LedgerSession) throws -> T) async throws
    -> T
  {
    try await ledger.perform(Doing(body: body), as: actor, at: now(hours))
  }

  func change(
    _ order: String, as actor: Actor, at hours: Int = 0, _ action: OrderAction,
    _ event: @Sendable @escaping (Order, LedgerSession) throws -> OrderEvent
  ) async throws {
    _ = try await act(actor, at: hours) { session in
      try session.change(Order.self, try session.orderID(order), action) { [try event($0, session)] }
      return 0
    }
  }

  func appeal(_ caller: Identity = CaseTown.caller, confidential: Bool = false, kind: Kind = .complaint, about: Actor? = nil) async throws
    -> String
  {
    try await act(Self.agent) { session in
      let citizen = try session.citizen(for: caller)
      let id = try session.newID()
      var matter = AppealMatter(
        number: session.number(for: id), channel: .phone, receivedAt: session.now, citizen: citizen,
        text: try session.keep(Self.words, for: citizen),
        intake: "hotline")
      matter.confidential = confidential
      (matter.kind, matter.aboutAgent, matter.aboutGroup) = (kind, about?.account, about?.group)
      return try session.begin(Appeal.self, id, [.recorded(matter: matter)]).matter.number
    }
  }

  func raise(_ appeal: String, confidential: Bool = false) async throws -> String {
    try await act(Self.dispatcher) { session in
      let from = try session.load(Appeal.self, try session.appealID(appeal))
      let (id, citizen) = (try session.newID(), from.matter.citizen)
      var matter = OrderMatter(
        number: session.number(for: id, mark: "W"), kind: .complaint, category: "供热", urgency: .normal, citizen: citizen,
        title: try session.keep("室温不达标", for: citizen), text: try session.keep("请检查供热管网并答复。", for: citizen), owner: "hotline",
        confidential: confidential, profile: 1)
      matter.place = confidential ? nil : Place(address: "云溪花园")
      let clocks = session.startClocks([.transfer], for: matter, unit: nil, from: session.now)
      try session.begin(Order.self, id, [.raised(matter: matter, state: .pendingDispatch, clocks: clocks)])
      try session.change(Appeal.self, from.id.value, .raiseOrder) { appeal in
        let part = try session.join(appeal, to: OrderID(id), merged: false)
        return [.joined(order: OrderID(id), participation: part, merged: false)]
      }
      return matter.number
    }
  }

  /// An order that the heating office has signed for.
  func handled(_ order: String, unit: UnitID = "heating", by officer: Actor = CaseTown.heater) async throws {
    try await change(order, as: Self.dispatcher, at: 1, .dispatch) { order, session in
      .dispatched(
        to: unit, note: try session.keep("请今天联系。", for: order.matter.citizen),
        clocks: session.startClocks([.sign, .handling], for: order.matter, unit: unit, from: session.now))
    }
    try await change(order, as: officer, at: 2, .sign) { _, _ in .signed }
  }

  func answered(_ order: String, by officer: Actor = CaseTown.heater) async throws {
    try await change(order, as: officer, at: 3, .feedBack) { order, session in
      let citizen = order.matter.citizen
      return .fedBack(
        feedback: Feedback(
          outcome: .solved, reply: try session.keep("阀门已更换，室温 20 度。", for: citizen), note: try session.keep("物业拖延，另行约谈。", for: citizen),
          contact: ContactProof(at: session.now, result: .reached, number: try session.keep("13800005678", for: citizen)),
          fields: ["recovered": .number(500_050)]))
    }
  }

  func passed(_ order: String) async throws {
    try await change(order, as: Self.dispatcher, at: 4, .review) { _, _ in
      .reviewed(passed: true, reason: nil, state: .callback, callbacks: 1, clocks: [])
    }
  }

  func closed(_ order: String, _ appeal: String) async throws {
    _ = try await act(Self.caller2, at: 5) { session in
      let (id, appealID) = (try session.orderID(order), AppealID(try session.appealID(appeal)))
      let part = try session.participation(of: appealID, in: OrderID(id))
      let answers = CallbackAnswers(
        reached: true, isTrue: true, contacted: true, solved: true, resultGrade: .satisfied, serviceGrade: .verySatisfied)
      try session.change(Participation.self, part.id.value, .answer) { _ in [.answered(answers: answers, attempt: 1, settled: true)] }
      try session.change(Order.self, id, .callBack) { _ in
        [.calledBack(appeal: appealID, verdict: .settled, pending: 0, state: .closed, clocks: [])]
      }
      return 0
    }
  }
}

/// A verb that does what a test says.
struct Doing<T: Codable & Sendable>: Verb {
  let body: @Sendable (LedgerSession) throws -> T
  func perform(in session: LedgerSession) throws -> T { try body(session) }
}
