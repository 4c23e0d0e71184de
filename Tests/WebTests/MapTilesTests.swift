import Testing

@testable import Web

@Suite struct MapTilesTests {
  @Test(
    "the content policy lets through just the server of the tiles",
    arguments: [
      ("https://tiles.example/{z}/{x}/{y}.png", "https://tiles.example"),
      ("http://10.0.0.7:8080/city/{z}/{x}/{y}?v=2", "http://10.0.0.7:8080"),
      ("https://{s}.tiles.example/{z}/{x}/{y}.png", "https://*.tiles.example"),
    ])
  func origins(_ address: String, _ origin: String) {
    #expect(MapTiles(address)?.origin == origin)
  }

  @Test(
    arguments: [
      "", "tiles.example/{z}/{x}/{y}", "ftp://tiles.example/{z}/{x}/{y}", "https://tiles.example/{z}/{x}.png", "https:///{z}/{x}/{y}",
      "https://tiles.example; script-src *//{z}/{x}/{y}", "https://a{s}.example/{z}/{x}/{y}",
      "https://tiles.example/{z}/{x}/{y} 'unsafe-inline'",
    ])
  func noTiles(_ address: String) { #expect(MapTiles(address) == nil) }
}
