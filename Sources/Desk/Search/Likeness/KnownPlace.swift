import Casework
import Store
import Workdays

/// A place that was named before: its address, its area, and where it is on the map if anybody has said so.
public struct KnownPlace: Sendable, Hashable {
  public let address: String
  public let area: AreaID?
  public let latitude: Double?
  public let longitude: Double?

  /// The newest orders that are looked at.
  private static let looked = 12

  /// Places whose address has all words of what was typed, the newest first, each once; of orders that the actor may see.
  public static func like(_ address: String, most: Int, _ profile: Profile, for actor: Actor, _ sql: any SQLSession) throws -> [KnownPlace]
  {
    guard let reach = try OrderReach.of(actor, in: profile.units)?.keeping(sql) else { return [] }
    let names = PlaceBook.names(profile)
    let words = PlaceKey.of(address, without: names) ?? IndexText.clean(address)
    let ids = try sql.search(index: "orders").search(words, anyOf: reach.tokens, limit: looked, before: nil)
    guard !ids.isEmpty else { return [] }
    var known: Set<String> = []
    let orders = try sql.folds(Order.self, ids).reversed().filter { order in
      !order.matter.confidential && !reach.kept.contains(order.id.value)
        && reach.shows(unit: order.unit, owner: order.matter.owner, state: order.state)
    }
    let places = orders.compactMap { order -> KnownPlace? in
      guard let place = order.matter.place, let key = PlaceKey.of(place.address, without: names), known.insert(key).inserted else {
        return nil
      }
      return KnownPlace(address: place.address, area: order.matter.area, latitude: place.latitude, longitude: place.longitude)
    }
    return Array(places.prefix(most))
  }
}
