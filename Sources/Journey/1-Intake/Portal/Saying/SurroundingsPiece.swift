import Casework
import Web
import Workdays

/// What we can say while somebody still types: which area the address lies in.
struct SurroundingsPiece {
  let whereabouts: Whereabouts
  let language: Language

  func render() -> HTML {
    guard whereabouts.isFound, let area = whereabouts.area else { return .empty }
    let words = Phrase("看来是在\(area.name.zh)。", "That seems to be in \(area.name.en).")
    return "<p class=\"soft\" data-area=\"\(area.id.value)\">\(words, language)</p>"
  }

  /// What of the form is looked at.
  static let form: Form = [
    Field("text", .lines(20_000), Phrase("内容", "Words")), Field("place", .line(300), Phrase("地点", "Where")),
    Field("area", .reference(.area), Phrase("区域", "Area")), Field("lat", .decimal(-90...90), Phrase("纬度", "Latitude")),
    Field("lon", .decimal(-180...180), Phrase("经度", "Longitude")),
  ]
}
