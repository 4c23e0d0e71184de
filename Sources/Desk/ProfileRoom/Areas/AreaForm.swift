import Casework
import Profiles
import Web
import Workdays

/// The form of an area: its names, where it is marked, and its border.
enum AreaForm {
  static let form: Form = [
    .required("name", .line(60), Phrase("名称", "Name")), Field("name_en", .line(80), Phrase("英文名称", "Name in English")),
    Field("longitude", .decimal(-180...180), Phrase("标注点经度", "Longitude of its mark")),
    Field(
      "latitude", .decimal(-90...90), Phrase("标注点纬度", "Latitude of its mark"),
      help: Phrase("坐标用 GCJ-02（国内地图所用）。", "Coordinates are GCJ-02, as Chinese maps have them.")),
    Field(
      "outline", .lines(20_000), Phrase("边界", "Border"),
      help: Phrase(
        "粘贴 GeoJSON（一个多边形），或每行一点：经度 纬度，如 118.24 35.77；空着即不画边界。",
        "Paste GeoJSON with one polygon, or one point a line, longitude first, such as 118.24 35.77; without any it is only marked.")),
    ProfileDesk.seen,
  ]

  static func area(_ old: Area, _ input: Input) throws -> Area {
    let (longitude, latitude) = (input.decimal("longitude"), input.decimal("latitude"))
    guard (longitude == nil) == (latitude == nil) else {
      throw CaseworkProblem.field(
        longitude == nil ? "longitude" : "latitude", "经度和纬度要一起填，或都不填。", "Give both longitude and latitude, or neither.")
    }
    let name = input.text("name")
    return Area(
      id: old.id, name: Phrase(name, input.optionalText("name_en") ?? name), parent: old.parent, longitude: longitude, latitude: latitude,
      outline: try OutlineText.outline(input.text("outline")))
  }

  static func values(of area: Area) -> SubmittedForm {
    var pairs = [("name", area.name.zh), ("outline", OutlineText.text(area.outline))]
    if area.name.en != area.name.zh { pairs.append(("name_en", area.name.en)) }
    if let longitude = area.longitude { pairs.append(("longitude", "\(longitude)")) }
    if let latitude = area.latitude { pairs.append(("latitude", "\(latitude)")) }
    return SubmittedForm(pairs)
  }
}
