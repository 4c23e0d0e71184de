import App
import Casework
import Foundation
import People
import TestKit

/// Somebody of a city that is no fixture.
struct Resident: Sendable {
  let name: String
  let unit: UnitID
  let role: Role
  var group: String?

  init(_ name: String, _ role: Role, _ unit: UnitID, group: String? = nil) {
    (self.name, self.role, self.unit, self.group) = (name, role, unit, group)
  }

  /// The people every hotline has.
  static let hotline = [
    Resident("agent", .agent, "hotline"), Resident("dispatcher", .dispatcher, "hotline"), Resident("supervisor", .supervisor, "hotline"),
    Resident("followup", .followup, "hotline"),
  ]
}

extension City {
  private static let profiles = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Profiles")

  /// A city by its own profile, at a time of its own.
  static func open(
    _ engine: TestEngine, _ profile: String, at time: String, _ more: [Resident], _ body: @Sendable (City) async throws -> Void
  ) async throws {
    try await open(engine, at: time, body) { hotline in
      let file = profiles.appending(path: "\(profile).yaml")
      try await hotline.shelf.release(String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent) {
        try String(contentsOf: profiles.appending(path: $0), encoding: .utf8)
      }
      let residents = Resident.hotline + more
      for one in residents {
        let account = NewAccount(one.name, name: one.name, unit: one.unit, roles: [one.role], group: one.group)
        try await hotline.accounts.enrol(account, password: FixtureCity.password)
      }
      return residents.map(\.name)
    }
  }
}
