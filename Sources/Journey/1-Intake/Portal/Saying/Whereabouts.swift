import CaseFile
import Casework
import Web
import Workdays

/// Where it is: what was typed, what was chosen, what the browser measured; the area is found from what there is.
struct Whereabouts {
  let area: Area?
  let place: Place?
  /// The area was found, not chosen.
  let isFound: Bool

  init(_ input: Input, _ profile: Profile) {
    let address = input.optionalText("place")
    let point = Self.point(input)
    let chosen = input.optionalText("area").flatMap { profile.area(AreaID($0)) }
    let finder = AreaFinder(profile.areas)
    let found =
      chosen == nil ? address.flatMap(finder.area(in:)).flatMap { $0.parent == nil ? nil : $0 } ?? point.flatMap(finder.area(at:)) : nil
    area = chosen ?? found
    isFound = found != nil
    // A point needs words beside it: whoever goes there reads them first.
    let words = address ?? (point == nil ? nil : area.map { Phrase("\($0.name.zh)（地图位置）", "\($0.name.en) (place on the map)").zh })
    place = words.map { Place(address: $0, latitude: point?.latitude, longitude: point?.longitude) }
  }

  private static func point(_ input: Input) -> GeoPoint? {
    guard let latitude = input.decimal("lat"), let longitude = input.decimal("lon") else { return nil }
    return GeoPoint(satelliteLatitude: latitude, longitude: longitude)
  }
}
