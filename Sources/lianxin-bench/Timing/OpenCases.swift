import App
import Casework
import Ledger
import Vault
import Workdays

/// Bulk-writes open orders whose clocks run: dispatched, and signed where they shall stand still for days.
struct OpenCases {
  let hotline: Hotline
  private static let block = 2000
  private static let idsEach = 6

  /// - Parameters:
  ///   - start: when an order of this index was raised and dispatched.
  ///   - signed: whether the unit signed at once; else the signing clock runs too.
  func write(_ count: Int, signed: Bool, start: (Int) -> Moment, progress: (Int) -> Void = { _ in }) async throws {
    let profile = hotline.ledger.profile()
    let city = City(profile, now: hotline.ledger.clock())
    for first in stride(from: 0, to: count, by: Self.block) {
      let last = min(count, first + Self.block)
      let ids = try await hotline.ledger.reserveIDs((last - first) * Self.idsEach)
      let batch = BulkBatch(keys: hotline.ledger.keys, dialect: hotline.ledger.database.dialect, ids: ids)
      for index in first..<last { try one(index, start(index), signed, city, batch) }
      try await hotline.ledger.write(batch.statements)
      progress(last)
    }
  }

  private func one(_ index: Int, _ at: Moment, _ signed: Bool, _ city: City, _ batch: BulkBatch) throws {
    let citizen = CitizenID(try batch.newID())
    try batch.vault.enrol(Identity(name: "王芳", phone: "13800000000"), id: citizen.value, at: at.milliseconds)
    var order = BulkStream(Order.self, try batch.newID())
    let number = CaseNumber.issue(prefix: city.profile.prefix, day: at.day, sequence: order.id, mark: "W", random: UInt64(index))
    let unit = city.units[index % city.units.count]
    let matter = OrderMatter(
      number: number, kind: .complaint, category: city.leaves[index % city.leaves.count], urgency: .normal, citizen: citizen,
      title: try batch.keep("路灯不亮", for: citizen), text: try batch.keep("请核实办理。", for: citizen), owner: "hotline",
      profile: city.profile.version)
    let setting = ClockSetting(city.profile)
    func clocks(_ kinds: [ClockKind], _ unit: UnitID?) -> [Clock] {
      kinds.compactMap { setting.clock($0, for: matter, unit: unit, from: at) }
    }
    let raised = OrderEvent.raised(matter: matter, state: .pendingDispatch, clocks: clocks([.transfer], nil))
    try batch.append(raised, to: &order, at: at, by: city.cast.agent)
    let started = clocks([.sign, .handling, .firstContact, .returnWindow], unit)
    try batch.append(.dispatched(to: unit, note: nil, clocks: started), to: &order, at: at, by: city.cast.dispatcher)
    if signed { try batch.append(.signed, to: &order, at: at, by: city.cast.officer(of: unit)) }
    try reach(&order, city.now, batch)
    try batch.finish(order)
  }

  /// What the ladder has done with an older order by now, so that nothing is left over for the clocks.
  private func reach(_ order: inout BulkStream<Order>, _ now: Moment, _ batch: BulkBatch) throws {
    for clock in order.thing?.clocks ?? [] {
      for rung in clock.dueRungs(at: now) {
        let mark = OrderEvent.rungReached(clock: clock.kind, rung: rung.code, what: rung.what, to: rung.to, due: rung.at)
        try batch.append(mark, to: &order, at: rung.at, by: .system)
      }
    }
  }
}
