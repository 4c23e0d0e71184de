import Workdays

/// A small map with a pin. Where inputs are named, the pin can be set and moved and writes its place into them. Without a
/// script it is not there, and the inputs are what they are.
public enum MapStrip {
  /// - Parameters:
  ///   - latitude: degrees north of the pin; without it there is none yet.
  ///   - inputs: the names of the form's fields for latitude and longitude.
  public static func render(
    latitude: Double? = nil, longitude: Double? = nil, inputs: (latitude: String, longitude: String)? = nil, language: Language
  ) -> HTML {
    let label =
      inputs == nil
      ? Phrase("事发地地图", "Map of the place")
      : Phrase("事发地地图；按回车把标记放在地图中央", "Map of the place; Enter puts the pin in its middle")
    return """
      <div class="map-strip" role="region" aria-label="\(label, language)"\(attribute: "data-lat", latitude.map { "\($0)" })\
      \(attribute: "data-lon", longitude.map { "\($0)" })\(attribute: "data-input-lat", inputs?.latitude)\
      \(attribute: "data-input-lon", inputs?.longitude) hidden></div>
      """
  }
}
