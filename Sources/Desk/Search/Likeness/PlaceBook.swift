import Casework
import Ledger
import Store

/// Notes of every order that an appeal could still join where it is and what it is about. Not of confidential ones.
struct PlaceBook: Projector {
  let name = "order-places"
  private let profile: @Sendable () -> Profile

  init(ledger: Ledger) { profile = ledger.profile }

  /// The events after which an order may be joined, may not be joined any more, or is about something else.
  private static let telling: Set<String> = [
    "raised", "recategorised", "reviewed", "calledBack", "rechecked", "reported", "closed", "withdrawn", "parted",
    "unreasonableDecided",
  ]
  private static let put = """
    INSERT INTO order_places (id, place, area, category, raised_at, kind) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (id) DO UPDATE SET category = excluded.category, kind = excluded.kind
    """

  static let table = Table(
    "order_places", [.int("id").primaryKey(), .text("place").optional(), .text("area").optional(), .text("category"), .int("raised_at")]
  ).index("place", "raised_at DESC", where: "place IS NOT NULL").index("area", "category", "raised_at DESC", where: "area IS NOT NULL")

  /// So that what everybody may see of an area is counted from one index.
  static func kinds(_ dialect: Dialect) -> [String] {
    [
      "ALTER TABLE order_places ADD COLUMN \(Column.text("kind").defaults(to: "''").definition(dialect))",
      "UPDATE order_places SET kind = (SELECT kind FROM orders WHERE orders.id = order_places.id)",
      "DROP INDEX order_places_by_area_category_raised_at_some",
      "CREATE INDEX order_places_shown ON order_places (area, category, raised_at DESC, kind) WHERE area IS NOT NULL",
    ]
  }

  func take(_ events: [SealedEvent], _ session: any SQLSession) throws {
    let changed = events.filter { $0.stream == StreamKind.order.rawValue && Self.telling.contains(String($0.type)) }
    let ids = Array(Set(changed.map(\.id))).sorted()
    let names = Self.names(profile())
    for order in ids.isEmpty ? [] : try session.folds(Order.self, ids) {
      let matter = order.matter
      guard matter.role == .main, !matter.confidential, Order.lifecycle.line(order.state, .join) != nil else {
        try session.execute("DELETE FROM order_places WHERE id = $1", [.int(order.id.value)])
        continue
      }
      let place = matter.place.flatMap { PlaceKey.of($0.address, without: names) }
      if place == nil, matter.area == nil { continue }
      try session.execute(
        Self.put,
        [
          .int(order.id.value), .str(place), .str(matter.area?.value), .text(matter.category.value),
          .int(order.raisedAt.milliseconds), .text(matter.kind.rawValue),
        ])
    }
  }

  /// What may stand in front of an address, from the city down.
  static func names(_ profile: Profile) -> [String] {
    ([profile.name.zh] + profile.areas.map(\.name.zh)).sorted { $0.count > $1.count }
  }
}
