import Foundation

/// A point in degrees as Chinese maps have it (GCJ-02).
public struct GeoPoint: Hashable, Sendable {
  public let latitude: Double
  public let longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// A point as satellites have it (WGS-84), which browsers tell. Outside the country both are the same.
  public init(satelliteLatitude latitude: Double, longitude: Double) {
    guard (0.8...55.9).contains(latitude), (72...137.9).contains(longitude) else {
      self.init(latitude: latitude, longitude: longitude)
      return
    }
    let shift = Shift(latitude, longitude)
    self.init(latitude: latitude + shift.latitude, longitude: longitude + shift.longitude)
  }

  /// The same point as satellites have it, to some metres.
  public var satellite: GeoPoint {
    let moved = GeoPoint(satelliteLatitude: latitude, longitude: longitude)
    return GeoPoint(latitude: 2 * latitude - moved.latitude, longitude: 2 * longitude - moved.longitude)
  }

  /// To some metres: more digits than a phone knows would only look exact.
  public var rounded: GeoPoint { GeoPoint(latitude: Self.rounded(latitude), longitude: Self.rounded(longitude)) }

  private static func rounded(_ degrees: Double) -> Double { (degrees * 100_000).rounded() / 100_000 }

  /// `35.12345, 118.54321`: north first.
  public var degrees: String { "\(Self.rounded(latitude)), \(Self.rounded(longitude))" }

  /// The way over the ground; exact enough within a city.
  public func kilometres(to other: GeoPoint) -> Double {
    let north = (other.latitude - latitude) * 111.2
    let east = (other.longitude - longitude) * 111.3 * cos((latitude + other.latitude) / 2 * .pi / 180)
    return (north * north + east * east).squareRoot()
  }
}

/// How far the two systems lie apart at a point, in degrees; the usual published approximation.
private struct Shift {
  let latitude: Double
  let longitude: Double
  private static let axis = 6_378_245.0
  private static let eccentricity = 0.006_693_421_622_965_943

  init(_ latitude: Double, _ longitude: Double) {
    let (x, y) = (longitude - 105, latitude - 35)
    let angle = latitude * .pi / 180
    let bend = 1 - Self.eccentricity * sin(angle) * sin(angle)
    let meridian = Self.axis * (1 - Self.eccentricity) / (bend * bend.squareRoot())
    let parallel = Self.axis / bend.squareRoot() * cos(angle)
    self.latitude = Self.north(x, y) * 180 / (meridian * .pi)
    self.longitude = Self.east(x, y) * 180 / (parallel * .pi)
  }

  private static func north(_ x: Double, _ y: Double) -> Double {
    let plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
    let slow = 20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)
    let slowest = 160 * sin(y / 12 * .pi) + 320 * sin(y / 30 * .pi)
    return plain + (quick(x) + slow + slowest) * 2 / 3
  }

  private static func east(_ x: Double, _ y: Double) -> Double {
    let plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
    let slow = 20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)
    let slowest = 150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)
    return plain + (quick(x) + slow + slowest) * 2 / 3
  }

  private static func quick(_ x: Double) -> Double { 20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi) }
}
