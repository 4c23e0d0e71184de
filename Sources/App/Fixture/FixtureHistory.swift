import Casework
import Web
import Workdays

/// Plays a month of the fixture city through the interface, in the order of time.
struct FixtureHistory {
  private let hotline: Hotline
  private let interface: InProcess
  private let days: Int
  private let orders: Int

  init(_ hotline: Hotline, days: Int, orders: Int) {
    self.hotline = hotline
    interface = InProcess(hotline)
    self.days = days
    self.orders = orders
  }

  /// The numbers that a story has got so far.
  private struct Case {
    var appeal = ""
    var order = ""
  }

  func play(_ progress: @Sendable (Int, Int) -> Void) async throws {
    try await hotline.gate.refresh()
    let now = hotline.ledger.clock()
    let stories = stories(until: now)
    let agenda = stories.enumerated().flatMap { index, story in story.steps.map { (step: $0, story: index) } }
      .filter { $0.step.at <= now }.sorted { ($0.step.at, $0.story) < ($1.step.at, $1.story) }
    var actors: [String: Actor] = [:]
    var cases = [Case](repeating: Case(), count: stories.count)
    for (done, entry) in agenda.enumerated() {
      let step = entry.step
      if actors[step.by] == nil { actors[step.by] = try await hotline.accounts.actor(for: step.by) }
      try await take(step, as: actors[step.by] ?? .system, &cases[entry.story])
      progress(done + 1, agenda.count)
    }
  }

  private func take(_ step: FixtureStory.Step, as actor: Actor, _ file: inout Case) async throws {
    switch step.target {
    case .record:
      file.appeal = try await interface.post("appeals", step.body, as: actor, at: step.at)["number"]?.text ?? ""
    case .appeal:
      let answer = try await interface.post("appeals/\(file.appeal)/\(step.noun)", step.body, as: actor, at: step.at)
      if step.noun == "orders" { file.order = answer["number"]?.text ?? "" }
    case .order:
      var body = step.body
      if ["callback", "unreasonable"].contains(step.noun), case .object(let members) = body {
        body = .object(members + [.init("appeal", .text(file.appeal))])
      }
      try await interface.post("orders/\(file.order)/\(step.noun)", body, as: actor, at: step.at)
    case .measure:
      guard case .object(let members) = step.body else { return }
      let body = JSONValue.object(members + [.init("orders", .texts([file.order]))])
      try await interface.post(step.noun, body, as: actor, at: step.at)
    }
  }

  /// Most run as far as their age allows; some stop in every state.
  private func stories(until now: Moment) -> [FixtureStory] {
    var chance = FixtureChance(seed: 12345)
    var stories: [FixtureStory] = []
    let middles = FixtureMatter.middles(of: hotline.ledger.profile())
    for _ in 0..<orders {
      let start = now.adding(minutes: -chance.between(5, days * 1440))
      stories.append(
        FixtureStory(
          start: start, matter: chance.pick(FixtureMatter.all), stop: nil, middles: middles, chance: FixtureChance(seed: chance.next())))
    }
    // The last two hours are busy, as a hall at work is.
    for index in 0..<(orders / 30) {
      let (start, matter) = (now.adding(minutes: -chance.between(2, 118)), FixtureMatter.all[index % FixtureMatter.all.count])
      stories.append(
        FixtureStory(
          start: start, matter: matter, stop: index % 3 == 0 ? nil : .answered, middles: middles, chance: FixtureChance(seed: chance.next())
        ))
    }
    for stop in FixtureStory.Stop.allCases {
      for index in 0..<9 {
        let start = now.adding(minutes: -age(at: stop, index, &chance))
        // A promise must lie before the deadline, so it is made where there are days.
        let matter = stop == .promised ? FixtureMatter.lamps : FixtureMatter.all[index % 8]
        stories.append(
          FixtureStory(start: start, matter: matter, stop: stop, middles: middles, chance: FixtureChance(seed: chance.next())))
      }
    }
    return stories + counties(until: now, middles, &chance)
  }

  /// Minutes: a continued report begins where a whole round has ended, and what waits behind an answer needs its time, too.
  private func age(at stop: FixtureStory.Stop, _ index: Int, _ chance: inout FixtureChance) -> Int {
    switch stop {
    case .continued: chance.between(12_000, 20_000)
    case .fedBack, .callback, .unreasonable, .leadersCall: chance.between(6500, 9000)
    // Nobody acts at night, so a chain of steps may need a day and a half.
    case .promised: chance.between(2000, 3200)
    case .returned, .disputed, .extended, .passedOn: chance.between(2200, 2600 + index * 500)
    default: chance.between(300, 600 + index * 900)
    }
  }

  /// What a county takes in with rights of its own, for its own township.
  private func counties(until now: Moment, _ middles: [AreaID: Area.Spot], _ chance: inout FixtureChance) -> [FixtureStory] {
    FixtureStory.Office.countyStops.flatMap { stop in
      (0..<6).map { index in
        FixtureStory(
          start: now.adding(minutes: -max(2200, age(at: stop, index, &chance))), matter: FixtureMatter.lamps.local(to: "lakeside"),
          stop: stop,
          office: .county, middles: middles, chance: FixtureChance(seed: chance.next()))
      }
    }
  }
}
