import Workdays

/// A place of the administrative map: a county, a township. Its id is the national area code or one of the city's own.
public struct Area: Hashable, Codable, Sendable {
  public let id: AreaID
  public let name: Phrase
  public let parent: AreaID?
  /// Degrees east and north (GCJ-02, as Chinese maps have it).
  public let longitude: Double?
  public let latitude: Double?

  public init(id: AreaID, name: Phrase, parent: AreaID? = nil, longitude: Double? = nil, latitude: Double? = nil) {
    self.id = id
    self.name = name
    self.parent = parent
    self.longitude = longitude
    self.latitude = latitude
  }
}
