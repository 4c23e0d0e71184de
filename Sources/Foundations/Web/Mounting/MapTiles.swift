/// Where the ground of maps comes from: `https://tiles.example/{z}/{x}/{y}.png`, with `{s}` for one of several servers.
public struct MapTiles: Sendable, Hashable {
  public let address: String
  /// Whose map it is; shown in its corner.
  public let credit: String?
  /// What the content policy must let through: scheme, host and port.
  let origin: String

  /// Nil where it is no address of tiles.
  public init?(_ address: String, credit: String? = nil) {
    let isWhole = ["{z}", "{x}", "{y}"].allSatisfy { address.contains($0) }
    guard let end = address.range(of: "://"), ["http", "https"].contains(address[..<end.lowerBound]), isWhole,
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x2C })
    else { return nil }
    let host = address[end.upperBound...].prefix { $0 != "/" }
    // A policy knows `*.` in front of a host and nowhere else.
    guard !host.isEmpty, host.firstRange(of: "{s}") == nil || host.hasPrefix("{s}.") else { return nil }
    self.address = address
    self.credit = credit
    origin = "\(address[..<end.lowerBound])://\(host.replacing("{s}", with: "*"))"
  }
}
