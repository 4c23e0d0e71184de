import Foundation
import TestKit
import Testing

/// Random people do random things: no way leads outside the table, a refusal leaves nothing, every row is what its events say.
@Suite struct RandomCityTests {
  static let long = ProcessInfo.processInfo.environment["LIANXIN_LONG"] == "1"
  static let seeds: [UInt64] = Array(1...(long ? 20 : 2))
  static let steps = long ? 10_000 : 1000

  @Test(arguments: TestDatabases.each, seeds) func noWayLeadsOutsideTheTable(_ engine: TestEngine, _ seed: UInt64) async throws {
    try await engine.city { city in
      let walk = RandomWalk(city, seed: seed)
      try await walk.take(Self.steps)
      let found = try await city.hotline.verify()
      #expect(found.isSound, "\(found.differing) differ; \(found.breaks)")
      // A walk that met refusals only would prove nothing.
      let done = walk.accepted.values.reduce(0, +)
      #expect(done > Self.steps / 4, "\(walk.accepted), refused \(walk.refused)")
      #expect(walk.refused.values.reduce(0, +) > Self.steps / 20)
      for noun in ["orders", "dispatch", "signature", "feedback", "review", "callback"] {
        #expect(walk.accepted[noun] != nil, "nobody got as far as \(noun)")
      }
    }
  }
}
