import Casework
import Store
import Vault
import Workdays

/// A leader's page of the day: what hurts, whose, what was promised and is due.
struct Brief: Sendable {
  let hurts: [Hurt]
  let late: [(unit: UnitID, late: Int)]
  let promised: [OrderGlance]

  private static let units = 5

  static func read(
    _ reach: OrderReach, _ hurts: [Hurt], _ profile: Profile, at now: Moment, _ sql: any SQLSession, _ vault: Vault
  ) throws -> Brief {
    let reach = try reach.keeping(sql)
    let hurts = try hurts.map { try $0.standing(reach, profile, at: now, sql) }
    let promised = try OrderGlance.load(try Promises(now: now).orders(sql), sql, vault).filter { order in
      !reach.kept.contains(order.id) && reach.shows(unit: order.unit, owner: order.owner, state: order.state)
    }
    let late = try LateByUnit(reach: reach, profile: profile, now: now).read(sql)
    return Brief(hurts: hurts, late: Array(late.prefix(units)), promised: Array(promised.prefix(Promises.most)))
  }
}
