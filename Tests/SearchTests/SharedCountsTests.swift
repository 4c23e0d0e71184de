import Casework
import TestKit
import Testing
import Workdays

@testable import Search

/// Colleagues share what was counted a moment ago; whoever is complained about does not.
@Suite struct SharedCountsTests {
  private static let one = TestCity.actor(.dispatcher, "hotline", group: "a", named: "one")
  private static let other = TestCity.actor(.dispatcher, "hotline", group: "a", named: "other")

  private struct Nobody: Error {}

  private func count(_ number: Int, about: StaffComplaints = StaffComplaints()) -> () async throws -> ([String: Int], StaffComplaints) {
    { (["pending": number], about) }
  }

  @Test func whatOneCountedIsGoodForTheOtherForTwoSeconds() async throws {
    let (shared, now) = (SharedCounts(for: 2000), TestCity.morning)
    #expect(try await shared.counts(on: .dispatcher, for: Self.one, at: now, count: count(3)) == ["pending": 3])
    let soon = Moment(milliseconds: now.milliseconds + 1999)
    #expect(try await shared.counts(on: .dispatcher, for: Self.other, at: soon) { throw Nobody() } == ["pending": 3])
    let later = Moment(milliseconds: now.milliseconds + 2000)
    #expect(try await shared.counts(on: .dispatcher, for: Self.other, at: later, count: count(4)) == ["pending": 4])
  }

  @Test func otherDesksAndOtherPlacesCountForThemselves() async throws {
    let (shared, now) = (SharedCounts(for: 2000), TestCity.morning)
    _ = try await shared.counts(on: .dispatcher, for: Self.one, at: now, count: count(3))
    #expect(try await shared.counts(on: .supervisor, for: Self.one, at: now, count: count(5)) == ["pending": 5])
    let elsewhere = TestCity.actor(.dispatcher, "bureau", named: "third")
    #expect(try await shared.counts(on: .dispatcher, for: elsewhere, at: now, count: count(6)) == ["pending": 6])
  }

  @Test(arguments: TestDatabases.each) func whoeverIsComplainedAboutCountsForThemselves(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      var complaint = TestOrder("态度不好", due: 90)
      complaint.aboutAgent = "other"
      try await city.order(complaint)
      let about = try await city.ledger.look { sql, _ in try StaffComplaints.read(sql) }
      #expect(about.concern(Self.other) && !about.concern(Self.one))
      let (shared, now) = (SharedCounts(for: 2000), TestCity.morning)
      #expect(try await shared.counts(on: .dispatcher, for: Self.other, at: now, count: count(0, about: about)) == ["pending": 0])
      #expect(try await shared.counts(on: .dispatcher, for: Self.one, at: now, count: count(1, about: about)) == ["pending": 1])
      #expect(try await shared.counts(on: .dispatcher, for: Self.other, at: now, count: count(0, about: about)) == ["pending": 0])
    }
  }
}
