import Casework
import Web
import Workdays

/// Where the matter is, on a small map, and how far from it the photographs were taken.
struct PlacePanel {
  let order: Order
  let pieces: CasePieces

  private var language: Language { pieces.language }

  private var place: GeoPoint? {
    guard let latitude = order.matter.place?.latitude, let longitude = order.matter.place?.longitude else { return nil }
    return GeoPoint(latitude: latitude, longitude: longitude)
  }

  func render() -> HTML {
    let photos = order.placedPhotos ?? []
    let shot = photos.last.map { GeoPoint(latitude: $0.spot.latitude, longitude: $0.spot.longitude) }
    return when(place ?? shot) { middle in
      let strip = MapStrip.render(latitude: middle.latitude, longitude: middle.longitude, language: language)
      let address = when(order.matter.place?.address) { "<p>\($0)</p>" }
      let list = when(!photos.isEmpty) { "<ul class=\"links photo-spots\">\(HTML.each(photos, photo))</ul>" }
      return pieces.panel(Phrase("地点", "Place"), "\(address)\(strip)\(list)", id: "place")
    }
  }

  private func photo(_ one: PlacedPhoto) -> HTML {
    let number = (order.attachments.firstIndex(of: one.file) ?? 0) + 1
    let point = GeoPoint(latitude: one.spot.latitude, longitude: one.spot.longitude)
    let away = when(place) { "\(Phrase("，", ", "), language)\(Self.away($0.kilometres(to: point)), language)" }
    return """
      <li><a href="\(Paths.attachment(one.file.value))">\(Phrase("附件 \(number)", "File \(number)"), language)</a> \
      <span class="soft">\(Phrase("摄于", "taken at"), language) <span class="number">\(point.degrees)</span>\(away)</span></li>
      """
  }

  /// `距事发地 120 米`, `1.2 km from the place`.
  static func away(_ kilometres: Double) -> Phrase {
    guard kilometres >= 1 else {
      let metres = Int((kilometres * 100).rounded()) * 10
      return Phrase("距事发地约 \(metres) 米", "some \(metres) m from the place")
    }
    let tenths = (kilometres * 10).rounded() / 10
    return Phrase("距事发地约 \(tenths) 公里", "some \(tenths) km from the place")
  }
}
