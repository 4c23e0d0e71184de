import CaseFile
import Casework
import TestKit
import Testing
import Workdays

@testable import Intake

/// The area of what is said is found from the address or the point; a person may always choose another.
@Suite struct WhereaboutsTests {
  private let finder = AreaFinder(PortalTown.areas)

  @Test(arguments: [
    ("云溪市东湖区湖滨街道柳荫小区 3 号楼", "lakeside"), ("湖滨柳荫小区", "lakeside"), ("东湖区政府门前", "east-lake"),
    ("北原县石门镇", "stone-gate-north"), ("西山县石门镇 12 号", "stone-gate"), ("Lakeside Subdistrict, Willow Road", "lakeside"),
  ]) func anAddressNamesItsArea(_ address: String, _ area: AreaID) {
    #expect(finder.area(in: address)?.id == area)
  }

  @Test(arguments: ["", "人民路 5 号", "湖滨路 5 号", "石", "13812345678"]) func nothingIsGuessed(_ address: String) {
    #expect(finder.area(in: address) == nil)
  }

  @Test func aPointLiesWhereTheNearestCentreIs() {
    #expect(finder.area(at: GeoPoint(latitude: 35.63, longitude: 118.45))?.id == "lakeside")
    #expect(finder.area(at: GeoPoint(latitude: 39.9, longitude: 116.4)) == nil)
  }

  /// What a satellite calls Tiananmen lies half a kilometre off on a Chinese map.
  @Test func pointsAreShiftedAsChineseMapsHaveThem() {
    let shifted = GeoPoint(satelliteLatitude: 39.908_722, longitude: 116.397_499)
    #expect(abs(shifted.latitude - 39.910_126) < 0.000_05 && abs(shifted.longitude - 116.403_742) < 0.000_05)
    #expect(GeoPoint(satelliteLatitude: 48.85, longitude: 2.35) == GeoPoint(latitude: 48.85, longitude: 2.35))
  }

  @Test func mutatedAddressesNeverTrap() {
    Mutations.eachText(of: ["云溪市东湖区湖滨街道", "Lakeside 12-3"], pieces: ["街道", "镇", "\u{0}", "🏠", "湖", "路"]) { text in
      if let area = finder.area(in: text) { #expect(PortalTown.areas.contains(area)) }
    }
  }

  @Test(arguments: TestDatabases.each) func itIsFoundOnTheWayIn(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let browser = Browser(client)
      let form = try await browser.get("/portal/appeals/new")
      let said = ["text": "路灯坏了", "place": "湖滨街道柳荫小区", "lat": "35.62", "lon": "118.44", "phone": "13812345678"]
      #expect(try await browser.send(said, to: "/portal/appeals", on: form).status == 200)
      let fold = try await town.ledger.look { sql, _ in try sql.first("SELECT fold FROM appeals WHERE area = 'lakeside'") { $0.text(0) } }
      #expect(fold?.contains("\"latitude\":35.61") == true || fold?.contains("\"latitude\":35.62") == true)
      let wrong = try await browser.send(["text": "x", "lat": "91", "phone": "13812345678"], to: "/portal/appeals", on: form)
      #expect(wrong.status == 422)
    }
  }

  @Test func theFormIsToldTheAreaWhileOneTypes() async throws {
    try await PortalTown.run(.sqlite) { _, client in
      let browser = Browser(client)
      let form = try await browser.get("/portal/appeals/new")
      let token = try form.hidden("_csrf", in: "/portal/appeals")
      let piece = try await browser.post(["_csrf": token, "place": "湖滨街道柳荫小区"], to: "/portal/surroundings")
      #expect(piece.status == 200 && piece.text.contains("data-area=\"lakeside\"") && !piece.text.contains("<html"))
      #expect(try await browser.post(["place": "湖滨街道"], to: "/portal/surroundings").status == 403)
    }
  }
}
