import Casework
import TestKit
import Testing

@testable import ProfileRoom

/// Borders of areas as people paste them.
@Suite struct OutlineTests {
  private static let pieces = [
    "\n", ",", "，", " ", "[", "]", "{", "}", "\"", "-", "e999", "nan", "0", "181", "null", "\u{0}", "118.3 35.9\n",
  ]
  private static let borders = [
    "118.10 35.10\n118.30 35.10\n118.30 35.30\n118.10 35.30", "118.10 35.10, 118.30 35.10, 118.30 35.30",
    #"{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[118.1,35.1],[118.3,35.1],[118.3,35.3],[118.1,35.1]]]}}"#,
    "[[118.1,35.1],[118.3,35.1],[118.3,35.3]]",
  ]

  @Test(arguments: borders) func bordersAreRead(_ border: String) throws {
    let outline = try OutlineText.outline(border)
    #expect(outline.count >= 3 && outline.first == Area.Spot(longitude: 118.1, latitude: 35.1))
    #expect(try OutlineText.outline(OutlineText.text(outline)) == outline, "what is written is read again")
  }

  @Test func spoiledBordersAreRefusedAtTheirFieldOrAreBorders() throws {
    try Mutations.eachText(of: Self.borders, pieces: Self.pieces) { text in
      do {
        let outline = try OutlineText.outline(text)
        let isOnTheGlobe = outline.allSatisfy { abs($0.longitude) <= 180 && abs($0.latitude) <= 90 }
        #expect(outline.isEmpty || (3...OutlineText.mostPoints).contains(outline.count) && isOnTheGlobe, "\(text)")
        #expect(try OutlineText.outline(OutlineText.text(outline)) == outline, "\(text)")
      } catch let problem as CaseworkProblem {
        guard case .invalid(let fields) = problem else { throw problem }
        #expect(fields.map(\.field) == ["outline"], "\(text)")
      }
    }
  }
}
