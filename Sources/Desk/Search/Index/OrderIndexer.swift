import Casework
import Ledger
import Store
import Vault

/// Keeps the words of orders findable: title, text, public reply, place and category.
/// Of a confidential order nothing but its own title and text. Who raised it is never indexed.
public struct OrderIndexer: Projector {
  public let name = "search-orders"
  private let keys: VaultKeys
  private let profile: @Sendable () -> Profile

  public init(ledger: Ledger) {
    keys = ledger.keys
    profile = ledger.profile
  }

  /// The events after which the words or the units of an order may be others.
  private static let telling: Set<String> = [
    "raised", "dispatched", "ruled", "recategorised", "fedBack", "reviewed", "calledBack", "rechecked", "parted", "joined",
  ]

  public func take(_ events: [SealedEvent], _ session: any SQLSession) throws {
    let changed = events.filter { $0.stream == StreamKind.order.rawValue && Self.telling.contains(String($0.type)) }
    let ids = Array(Set(changed.map(\.id))).sorted()
    guard !ids.isEmpty else { return }
    let orders = try session.folds(Order.self, ids)
    let texts = try Vault(session, keys: keys).texts(orders.flatMap(Self.texts).map(\.value))
    let profile = profile()
    let index = session.search(index: "orders")
    for order in orders {
      if texts[order.matter.title.value] == nil && texts[order.matter.text.value] == nil {
        try index.remove(order.id.value)
      } else {
        let scope = ScopeTokens.of([order.matter.owner, order.unit], in: profile.units)
        try index.put(id: order.id.value, text: Self.words(of: order, texts, profile), scope: scope)
      }
    }
  }

  private static func texts(of order: Order) -> [TextID] {
    let own = [order.matter.title, order.matter.text]
    guard !order.matter.confidential, let reply = order.feedback?.reply else { return own }
    return own + [reply]
  }

  static func words(of order: Order, _ texts: [Int64: String], _ profile: Profile) -> String {
    let own = Self.texts(of: order).compactMap { texts[$0.value] }.map(IndexText.clean)
    let name = order.matter.number
    guard !order.matter.confidential else { return IndexText.joined([name] + own) }
    let category = profile.taxonomy.title(of: order.matter.category)
    let area = order.matter.area.flatMap { profile.area($0)?.name.zh }
    let place = (order.matter.place?.address).map(IndexText.clean)
    return IndexText.joined([name] + own + [place, area, category.zh, category.en])
  }
}

extension SQLSession {
  /// The present form of these things, as far as they exist.
  func folds<S: Recorded>(_ type: S.Type, _ ids: [Int64]) throws -> [S] {
    var args: [SQLValue] = []
    let list = args.whereIn("id", ids)
    return try query("SELECT fold FROM \(S.table.name) WHERE \(list) ORDER BY id", args) {
      try StoredJSON.decode(S.self, from: $0.text(0))
    }
  }
}
