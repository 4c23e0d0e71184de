import Casework
import Ledger
import Synchronization
import TestKit
import Testing
import Workdays

@testable import People

@Suite struct BookCheckTests {
  private struct Broken: Error {}

  private static let auditor = Actor(account: "audit", name: "审计员", roles: [.auditAdmin], unit: "yunxi", scope: "yunxi")

  private func settled(_ checks: BookChecks) async throws -> BookCheck {
    await checks.settled()
    return try #require(try await checks.overview().checks.first)
  }

  @Test(arguments: TestDatabases.each)
  func oneAtATimeAndWithItsProgress(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let (gate, open) = AsyncStream.makeStream(of: Void.self)
      let (told, tell) = AsyncStream.makeStream(of: Void.self)
      let checks = BookChecks(accounts.ledger) { progress in
        progress(7)
        tell.finish()
        for await _ in gate {}
        return Verification()
      }
      let first = try await checks.begin(as: Self.auditor, key: nil, at: town.now)
      await #expect(throws: BookCheckProblem.running) { _ = try await checks.begin(as: Self.auditor, key: nil, at: town.now) }
      for await _ in told {}
      let meanwhile = try await checks.overview()
      #expect(meanwhile.progress?.seen == 7 && meanwhile.checks.map(\.state) == [.running])
      // Whoever writes meanwhile does not wait.
      _ = try await Displays(accounts.ledger).create("东墙", as: try await accounts.actor(for: "admin"), key: nil, at: town.now)
      open.finish()
      let after = try await settled(checks)
      #expect(after.id == first.id && after.state == .sound && after.begunBy == "audit")
    }
  }

  @Test(arguments: TestDatabases.each)
  func whoeverLooksWhileOneEndsNeverReadsItAsCutOff(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let checks = BookChecks(accounts.ledger) { _ in Verification() }
      for _ in 0..<20 {
        _ = try await checks.begin(as: Self.auditor, key: nil, at: town.now)
        var runs = true
        while runs {
          let seen = try await checks.overview()
          runs = seen.progress != nil
          #expect(runs || seen.checks.first?.state == .sound)
        }
      }
    }
  }

  @Test(arguments: TestDatabases.each)
  func oneThatFailedOrWasCutOffSaysSo(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let failing = BookChecks(accounts.ledger) { _ in throw Broken() }
      _ = try await failing.begin(as: Self.auditor, key: nil, at: town.now)
      #expect(try await settled(failing).state == .failed)
      // As after a program that was stopped: it began and never ended.
      let cutOff = BeginBookCheck(mark: 1, cutOff: town.now)
      _ = try await accounts.ledger.perform(cutOff, as: Self.auditor, at: town.now)
      // On a server another node may still be at it, for some hours.
      if engine != .sqlite {
        let early = BookChecks(accounts.ledger) { _ in Verification() }
        await #expect(throws: BookCheckProblem.running) { _ = try await early.begin(as: Self.auditor, key: nil, at: town.now) }
        town.wait(hours: 13)
      }
      let sound = BookChecks(accounts.ledger) { _ in Verification() }
      _ = try await sound.begin(as: Self.auditor, key: nil, at: town.now)
      #expect(try await settled(sound).state == .sound)
      #expect(Set(try await sound.overview().checks.map(\.state)) == [.failed, .interrupted, .sound])
    }
  }

  @Test func nobodyElseBeginsOne() async throws {
    try await Town.run(.sqlite) { town, accounts in
      let checks = BookChecks(accounts.ledger) { _ in Verification() }
      let admin = try await accounts.actor(for: "admin")
      await #expect(throws: (any Error).self) { _ = try await checks.begin(as: admin, key: nil, at: town.now) }
      let nothing = try await checks.overview()
      #expect(nothing.checks.isEmpty && nothing.progress == nil)
    }
  }
}
