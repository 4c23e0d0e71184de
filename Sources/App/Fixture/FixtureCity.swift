import Casework
import Ledger
import People
import Workdays

/// The fixture city 云溪市: its profile, a ready-made login for each role, and a month of history made through the ledger.
/// For the first look, the demonstration and the tests; never on a network.
public struct FixtureCity: Sendable {
  public struct Login: Sendable {
    public let name: String
    let title: String
    let unit: UnitID
    let role: Role
    let group: String?

    public var roles: String { "\(role.phrase.zh) \(role.phrase.en) · \(title)" }

    init(_ name: String, _ title: String, _ unit: UnitID, _ role: Role, group: String? = nil) {
      (self.name, self.title, self.unit, self.role, self.group) = (name, title, unit, role, group)
    }
  }

  /// Of every ready-made login.
  public static let password = "yunxi-12345-demo"

  public static let logins: [Login] = [
    Login("agent", "陈晓", "hotline", .agent, group: "day"), Login("agent2", "林芳", "hotline", .agent, group: "night"),
    Login("agent-heat", "热力值守", "hotline", .agent, group: "duty-heat"), Login("dispatcher", "周敏", "hotline", .dispatcher),
    Login("supervisor", "吴强", "hotline", .supervisor),
    Login("followup", "郑洁", "hotline", .followup), Login("shift-leader", "孙丽", "hotline", .shiftLeader, group: "lead"),
    Login("inspector", "何静", "hotline", .inspector), Login("analyst", "许晨", "hotline", .analyst),
    Login("officer", "刘伟", "housing", .officer), Login("intake", "赵平", "east-lake", .intake),
    Login("leader", "高峰", "yunxi", .leader), Login("congress", "梁代表", "congress", .congress),
    Login("discipline", "严正", "discipline", .discipline), Login("staffing", "编办小田", "staffing", .staffing),
    Login("admin", "管理员", "yunxi", .admin), Login("security-admin", "安全员", "yunxi", .securityAdmin),
    Login("audit-admin", "审计员", "yunxi", .auditAdmin),
  ]

  /// One officer for each unit of the history, `officer-<unit>`.
  static let officerUnits: [UnitID] = [
    "heat-office", "urban", "police", "hr", "education", "market", "transport", "environment", "civil", "agriculture", "power-firm",
    "water-firm", "heat-firm", "gas-firm", "cable-tv", "bus-firm", "west-hill", "stone-gate", "lakeside", "wheat-field",
    "stone-gate-station", "emergency",
  ]

  let hotline: Hotline

  public init(_ hotline: Hotline) { self.hotline = hotline }

  /// Fills an empty database; returns false, changing nothing, where there is a profile already.
  /// - Parameter progress: how many steps of the history are done, of how many.
  @discardableResult
  public func fill(days: Int = 30, orders: Int = 2200, progress: @Sendable (Int, Int) -> Void = { _, _ in }) async throws -> Bool {
    guard hotline.shelf.isEmpty else { return false }
    try await enrol()
    try await FixtureHistory(hotline, days: days, orders: orders).play(progress)
    try await hotline.courier.deliverAll()
    return true
  }

  /// The profile and the accounts, without a history.
  public func enrol() async throws {
    guard let yaml = EmbeddedProfiles.text("yunxi") else { throw SettingsProblem("程序没有自带示例城市", "the program carries no fixture city") }
    try await hotline.shelf.release(yaml, file: "Profiles/yunxi.yaml")
    for login in Self.logins {
      try await enrol(login.name, login.title, login.unit, login.role, login.group)
    }
    for unit in Self.officerUnits {
      let name = hotline.ledger.profile().units.name(of: unit).zh
      try await enrol("officer-\(unit)", "\(name)承办人", unit, .officer, nil)
    }
  }

  private func enrol(_ login: String, _ name: String, _ unit: UnitID, _ role: Role, _ group: String?) async throws {
    try await hotline.accounts.enrol(NewAccount(login, name: name, unit: unit, roles: [role], group: group), password: Self.password)
  }
}
