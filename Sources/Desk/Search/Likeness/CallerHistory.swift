import Casework
import Store
import Vault

/// What one caller said before: by the person, and by the number, as far as the reader may see it.
struct CallerHistory {
  /// The category of the appeal itself, or of the order that it became.
  let category: CategoryID?
  /// Who counts as the same person; the others only share the number.
  private let own: Set<Int64>
  let earlier: [Appeal]
  private let orders: [OrderID: Row]

  private struct Row {
    let number: String
    let state: OrderState
    let category: CategoryID
  }

  /// Of somebody who calls all the time the newest count.
  private static let most: Int64 = 200

  /// What stands before an appeal.
  init(of appeal: Appeal, _ actor: Actor, _ profile: Profile, _ sql: any SQLSession, _ vault: Vault) throws {
    own = [appeal.matter.citizen.value]
    earlier = try Self.said(by: Self.people(appeal, vault), before: appeal, actor, profile, sql)
    orders = try Self.orders((earlier + [appeal]).compactMap(\.orders.last), sql)
    category = Self.category(appeal, orders)
  }

  /// What was said from a number; those of the `own` count as the one who calls now, about this category.
  init(
    by people: [Int64], own: Set<Int64>, about category: CategoryID?, _ actor: Actor, _ profile: Profile, _ sql: any SQLSession
  ) throws {
    (self.own, self.category) = (own, category)
    earlier = try Self.said(by: people, before: nil, actor, profile, sql)
    orders = try Self.orders(earlier.compactMap(\.orders.last), sql)
  }

  private static func said(
    by people: [Int64], before appeal: Appeal?, _ actor: Actor, _ profile: Profile, _ sql: any SQLSession
  ) throws -> [Appeal] {
    var args: [SQLValue] = []
    let list = args.whereIn("citizen", people)
    let (own, before) = (args.bind(.int(appeal?.id.value ?? .max)), args.bind(.int(appeal?.matter.receivedAt.milliseconds ?? .max)))
    let (most, also) = (args.bind(.int(Self.most)), "AND (received_at, id) < (\(before), \(own))")
    let folds = try sql.query(
      "SELECT fold FROM appeals WHERE \(list) \(also) ORDER BY received_at DESC, id DESC LIMIT \(most)", args
    ) { try StoredJSON.decode(Appeal.self, from: $0.text(0)) }
    return folds.filter { !$0.sides(of: actor, in: profile.units).isEmpty }
  }

  /// The person, and whoever else called from the same number.
  private static func people(_ appeal: Appeal, _ vault: Vault) throws -> [Int64] {
    let citizen = appeal.matter.citizen.value
    do {
      guard let phone = try vault.identity(of: citizen).phone else { return [citizen] }
      return Array(Set(try vault.find(phone: phone) + [citizen])).sorted()
    } catch VaultProblem.erased {
      return [citizen]
    }
  }

  private static func orders(_ ids: [OrderID], _ sql: any SQLSession) throws -> [OrderID: Row] {
    guard !ids.isEmpty else { return [:] }
    var args: [SQLValue] = []
    let list = args.whereIn("id", ids.map(\.value))
    let rows = try sql.query("SELECT id, number, state, category FROM orders WHERE \(list)", args) { row in
      let state = OrderState(rawValue: row.text(2)) ?? .handling
      return (OrderID(row.int(0)), Row(number: row.text(1), state: state, category: CategoryID(row.text(3))))
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  private static func category(_ appeal: Appeal, _ orders: [OrderID: Row]) -> CategoryID? {
    appeal.orders.last.flatMap { orders[$0]?.category } ?? appeal.matter.category
  }

  var cases: Int { earlier.count }

  /// The how-manieth time it is that this person speaks of this category.
  var time: Int? {
    guard let category else { return nil }
    return 1 + earlier.count { own.contains($0.matter.citizen.value) && Self.category($0, orders) == category }
  }

  func newest(_ count: Int, _ vault: Vault) throws -> [Likeness.Earlier] {
    let shown = earlier.prefix(count)
    let titles = try vault.texts(shown.map { ($0.matter.title ?? $0.matter.text).value })
    return shown.map { one in
      let row = one.orders.last.flatMap { orders[$0] }
      return Likeness.Earlier(
        number: one.matter.number, title: OneLine.of(titles[(one.matter.title ?? one.matter.text).value]),
        receivedAt: one.matter.receivedAt, category: Self.category(one, orders), state: one.state,
        order: row.map { ($0.number, $0.state) }, isSamePerson: own.contains(one.matter.citizen.value))
    }
  }
}
