import App
import Casework
import Foundation
import Store
import Testing
import Web
import Workdays

/// One seed's way through the city: random people do random things, and after each the log is held against the tables.
final class RandomWalk {
  private let city: City
  private var dice: Dice
  private var watch = Watch()
  private var appeals: [String] = []
  private var orders: [String] = []
  private(set) var accepted: [String: Int] = [:]
  private(set) var refused: [Int: Int] = [:]

  private let people: [Actor]
  private let nouns: [String]
  private static let units = [
    "urban", "police", "heat-office", "housing", "power-firm", "east-lake", "lakeside", "stone-gate", "stone-gate-station", "west-hill",
  ]

  init(_ city: City, seed: UInt64) {
    self.city = city
    dice = Dice(seed: seed)
    people = Self.people(city)
    nouns = city.hotline.endpoints.filter { $0.method == .post && $0.surfaces.contains(.api) && $0.path.contains("{number}") }.map(\.path)
      .filter { $0.hasPrefix("orders/") || $0.hasPrefix("appeals/") }
  }

  private static func people(_ city: City) -> [Actor] {
    let desk: [Role] = [.agent, .dispatcher, .supervisor, .followup, .shiftLeader, .inspector, .analyst]
    let others: [(Role, UnitID)] = [
      (.leader, "yunxi"), (.staffing, "staffing"), (.discipline, "discipline"), (.congress, "congress"), (.admin, "yunxi"),
      (.intake, "east-lake"),
      (.intake, "lakeside"), (.intake, "stone-gate"), (.intake, "west-hill"),
    ]
    return desk.map { city.person($0) } + others.map { city.person($0.0, $0.1) } + units.map { city.person(.officer, UnitID($0)) }
  }

  func take(_ steps: Int) async throws {
    watch.begin(try await Watch.mark(city))
    for step in 0..<steps {
      city.wait(minutes: dice.chance(2) ? dice.below(4000) : dice.below(20))
      if step % 25 == 24 { try await keepTime() } else { try await act() }
    }
  }

  /// What the program does by itself.
  private func keepTime() async throws {
    _ = try await city.hotline.clocks.keep(at: city.now)
    _ = try await city.hotline.courier.deliver()
    try await watch.look(city, changed: nil)
  }

  private func act() async throws {
    let order = orders.isEmpty ? nil : try await one(of: orders)
    let step = choose(order)
    var body = bodies.body(step.noun, &dice, appeal: try await appeal(of: order))
    if dice.chance(8) { body = dice.spoilt(body) }
    do {
      let answer = try await city.post(step.path, body, as: step.by)
      accepted[step.noun, default: 0] += 1
      try await watch.look(city, changed: true)
      note(answer, step.noun)
    } catch let problem as any Problem {
      #expect((400..<500).contains(problem.status), "\(step.path) \(String(decoding: body.bytes, as: UTF8.self)): \(problem)")
      refused[problem.status, default: 0] += 1
      try await watch.look(city, changed: false)
    } catch {
      Issue.record("\(step.by.account) \(step.path) \(String(decoding: body.bytes, as: UTF8.self)): \(error)")
      try await watch.look(city, changed: false)
    }
  }

  private var bodies: RandomBodies {
    RandomBodies(units: Self.units, orders: Array(orders.suffix(12)), appeals: Array(appeals.suffix(12)), now: city.now)
  }

  private func note(_ answer: JSONValue, _ noun: String) {
    guard let number = answer["number"]?.text else { return }
    if noun == "appeals" { appeals.append(number) } else if noun == "orders" { orders.append(number) }
  }
}

/// Choosing what to do next: mostly what somebody at that point would do, else anything.
extension RandomWalk {
  private struct Step {
    let path: String
    let noun: String
    let by: Actor
  }

  /// An order of the last dozen, or a task that stands below one.
  private func one(of numbers: [String]) async throws -> Order {
    let number = dice.pick(Array(numbers.suffix(12)))
    let order = try await city.row(Order.self, number)
    guard let task = order.openTasks.last, dice.chance(60) else { return order }
    let below = try await city.database.read { try $0.first("SELECT number FROM orders WHERE id = $1", [.int(task.value)]) { $0.text(0) } }
    return try await city.row(Order.self, below ?? number)
  }

  private func appeal(of order: Order?) async throws -> String? {
    guard let order else { return appeals.last }
    let statement =
      "SELECT a.number FROM participations p JOIN appeals a ON a.id = p.appeal_id WHERE p.order_id = $1 AND p.state = 'open' ORDER BY p.id LIMIT 1"
    return try await city.database.read { try $0.first(statement, [.int(order.id.value)]) { $0.text(0) } } ?? appeals.last
  }

  private func choose(_ order: Order?) -> Step {
    if appeals.isEmpty || dice.chance(12) {
      return Step(path: "appeals", noun: "appeals", by: dice.chance(80) ? people[0] : dice.pick(people))
    }
    guard let order else { return onAppeal() }
    guard dice.chance(75) else { return anything(order) }
    if dice.chance(20) { return onAppeal() }
    var likely = Self.likely(order)
    if order.extensionAsked != nil { likely += ["extension-decision", "extension-decision"] }
    let noun = likely.isEmpty ? "note" : dice.pick(likely)
    return Step(path: "orders/\(order.matter.number)/\(noun)", noun: noun, by: dice.chance(90) ? doer(noun, order) : dice.pick(people))
  }

  private func anything(_ order: Order?) -> Step {
    let path = dice.pick(nouns)
    let number = path.hasPrefix("orders/") ? (order?.matter.number ?? "") : (appeals.isEmpty ? "" : dice.pick(Array(appeals.suffix(12))))
    let noun = path.split(separator: "/").last.map(String.init) ?? ""
    return Step(path: path.replacing("{number}", with: number), noun: noun, by: dice.pick(people))
  }

  private func onAppeal() -> Step {
    let noun = dice.pick([
      "orders", "orders", "orders", "orders", "merger", "merger", "answer", "refusal", "handover", "withdrawal", "separation", "rating",
      "correction",
    ])
    let appeal = appeals.isEmpty ? "" : dice.pick(Array(appeals.suffix(5)))
    return Step(path: "appeals/\(appeal)/\(noun)", noun: noun, by: people[0])
  }

  private func doer(_ noun: String, _ order: Order) -> Actor {
    let holder = people.filter { $0.unit == order.unit && ($0.has(.officer) || $0.has(.intake)) }
    let owner = people.filter { $0.unit == order.matter.owner }
    switch noun {
    case "ruling" where order.state == .disputed: return people.first { $0.has(.staffing) } ?? people[1]
    case "dispatch", "ruling", "review", "extension-decision", "withdrawal":
      return order.isTask && !owner.isEmpty ? dice.pick(owner) : people[1]
    case "callback", "recheck": return people.first { $0.has(.followup) } ?? people[1]
    case "closure", "archive", "supervision", "urging": return people.first { $0.has(.supervisor) } ?? people[1]
    default: return holder.isEmpty ? people[1] : dice.pick(holder)
    }
  }

  private static func likely(_ order: Order) -> [String] {
    switch order.state {
    case .pendingDispatch: ["dispatch", "dispatch", "dispatch", "category"]
    case .pendingSignature: ["signature", "signature", "signature", "return", "contact"]
    case .handling:
      [
        "feedback", "feedback", "feedback", "contact", "delegation", "assistance", "extension", "extension-decision", "suspension",
        "return", "withdrawal",
      ]
    case .objection, .disputed: ["ruling", "ruling", "note", "category"]
    case .suspended: ["resumption", "contact"]
    case .review: ["review", "review", "urging"]
    case .callback: ["callback", "callback", "callback", "callback", "continued-report", "closure"]
    case .continuedReport: ["continued-report", "continued-report", "closure"]
    case .closed: ["recheck", "archive", "supervision", "continued-report"]
    case .handedOver: ["closure", "attachments"]
    case .archived, .withdrawn: []
    }
  }
}
