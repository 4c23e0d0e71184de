import Casework
import Web
import Workdays

/// What every map of the city begins with: its middle, its areas and where its ground comes from. Nobody's data.
struct MapGround {
  let profile: Profile
  let tiles: MapTiles?
  let language: Language

  var json: JSONValue {
    .members(
      ("tiles", .optional(tiles?.address)), ("credit", .optional(tiles?.credit)),
      ("middle", middle.map { point($0.latitude, $0.longitude) }),
      ("areas", .list(profile.areas.compactMap(area))))
  }

  private var middle: Area.Spot? {
    let known = profile.areas.first { $0.parent == nil && $0.latitude != nil } ?? profile.areas.first { $0.latitude != nil }
    guard let latitude = known?.latitude, let longitude = known?.longitude else { return nil }
    return Area.Spot(longitude: longitude, latitude: latitude)
  }

  private func area(_ area: Area) -> JSONValue? {
    guard let latitude = area.latitude, let longitude = area.longitude else { return nil }
    let depth = profile.territory.chain(of: area.id).count
    return .members(
      ("id", .text(area.id.value)), ("name", .text(area.name[language])), ("depth", .count(depth)), ("at", point(latitude, longitude)),
      ("outline", area.outline.isEmpty ? nil : .list(area.outline.map { point($0.latitude, $0.longitude) })))
  }

  /// Latitude first, as the drawing library has it.
  private func point(_ latitude: Double, _ longitude: Double) -> JSONValue { .list([.number("\(latitude)"), .number("\(longitude)")]) }
}
