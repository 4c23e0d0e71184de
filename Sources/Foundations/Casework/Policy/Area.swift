import Workdays

/// A place of the administrative map: a county, a township. Its id is the national area code or one of the city's own.
public struct Area: Hashable, Codable, Sendable {
  public let id: AreaID
  public let name: Phrase
  public let parent: AreaID?
  /// Where it is marked on a map, in degrees east and north (GCJ-02, as Chinese maps have it).
  public let longitude: Double?
  public let latitude: Double?
  /// The corners of its border, one after the other; empty where nobody drew it.
  public let outline: [Spot]

  public init(id: AreaID, name: Phrase, parent: AreaID? = nil, longitude: Double? = nil, latitude: Double? = nil, outline: [Spot] = []) {
    self.id = id
    self.name = name
    self.parent = parent
    self.longitude = longitude
    self.latitude = latitude
    self.outline = outline
  }

  /// One point of the map. In the profile `118.24 35.77`, degrees east first.
  public struct Spot: Hashable, Codable, Sendable {
    public let longitude: Double
    public let latitude: Double

    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }

    public init?(_ text: String) {
      let parts = text.split(separator: " ").compactMap { Double($0) }
      guard parts.count == 2, abs(parts[0]) <= 180, abs(parts[1]) <= 90 else { return nil }
      self.init(longitude: parts[0], latitude: parts[1])
    }

    public var text: String { "\(longitude) \(latitude)" }
  }
}
