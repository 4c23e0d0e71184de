import Casework
import Testing
import Workdays

/// The tree of units, of any depth, and who stands on which side of a case.
@Suite struct OrganisationTests {
  private static func unit(_ id: UnitID, _ level: Unit.Level, _ parent: UnitID?, serves: UnitID? = nil) -> Unit {
    Unit(id: id, name: Phrase(id.value, id.value), level: level, parent: parent, serves: serves)
  }

  private let tree = Organisation([
    unit("post", .station, "station"), unit("station", .station, "town"), unit("town", .township, "county"),
    unit("county", .county, "city"),
    unit("city", .city, nil), unit("hotline", .hotline, "city", serves: "city"), unit("urban", .bureau, "city"),
  ])

  private func actor(_ role: Role, _ unit: UnitID, account: AccountID = "somebody", group: String? = nil) -> Actor {
    Actor(account: account, name: "某人", roles: [role], unit: unit, scope: tree.units[unit]?.serves ?? unit, group: group)
  }

  @Test func pathsAndSubtrees() {
    #expect(tree.root == "city")
    #expect(tree.path(to: "post") == ["city", "county", "town", "station", "post"])
    #expect(tree.subtree(of: "county") == ["county", "post", "station", "town"])
    #expect(tree.contains("post", below: "county") && !tree.contains("county", below: "post"))
    #expect(tree.path(to: "nowhere") == ["nowhere"] && tree.subtree(of: "nowhere") == ["nowhere"])
  }

  @Test func aTreeThatBitesItsTailStillEnds() {
    let ring = Organisation([Self.unit("a", .bureau, "b"), Self.unit("b", .bureau, "a"), Self.unit("c", .bureau, "gone")])
    #expect(ring.path(to: "a").count == 2)
    #expect(ring.path(to: "c") == ["gone", "c"])
    #expect(ring.root == "root")
  }

  private func order(owner: UnitID = "hotline", unit: UnitID?) throws -> Order {
    var matter = Samples.bareMatter
    matter.owner = owner
    var order = try Order.fold(
      nil, Fact(OrderEvent.raised(matter: matter, state: .handling, clocks: []), stream: 1, at: Samples.start, by: "agent", unit: owner))
    order.unit = unit
    return order
  }

  @Test func theDeskOwnsTheUnitHoldsAndWhoIsAboveSees() throws {
    let order = try order(unit: "town")
    #expect(order.sides(of: actor(.dispatcher, "hotline"), in: tree) == [.owner, .viewer])
    #expect(order.sides(of: actor(.officer, "town"), in: tree) == [.holder, .viewer])
    #expect(order.sides(of: actor(.officer, "county"), in: tree) == [.viewer])
    #expect(order.sides(of: actor(.officer, "urban"), in: tree).isEmpty)
    #expect(order.sides(of: actor(.officer, "station"), in: tree).isEmpty)
    #expect(order.sides(of: .citizen, in: tree) == [.viewer])
  }

  @Test func anOfficerOwnsTheTasksOfTheVeryUnit() throws {
    let task = try order(owner: "county", unit: "town")
    #expect(task.sides(of: actor(.officer, "county"), in: tree) == [.owner, .viewer])
    #expect(task.sides(of: actor(.intake, "county"), in: tree) == [.owner, .viewer])
  }

  @Test func aComplaintAboutAColleagueIsKeptFromTheColleagueAndTheGroup() throws {
    var matter = Samples.bareAppealMatter
    (matter.kind, matter.aboutAgent, matter.aboutGroup) = (.staffComplaint, "chen", "day")
    let appeal = try Appeal.fold(
      nil, Fact(AppealEvent.recorded(matter: matter), stream: 1, at: Samples.start, by: "agent", unit: "hotline"))
    #expect(appeal.sides(of: actor(.agent, "hotline", account: "chen"), in: tree).isEmpty)
    #expect(appeal.sides(of: actor(.agent, "hotline", group: "day"), in: tree).isEmpty)
    #expect(appeal.sides(of: actor(.agent, "hotline", group: "night"), in: tree) == [.owner, .viewer])
  }

  @Test func aPermissionAsksForRoleAndSide() {
    let permission = Permission([.officer], .holder)
    #expect(permission.allows(actor(.officer, "town"), sides: [.holder]))
    #expect(!permission.allows(actor(.officer, "town"), sides: [.owner, .viewer]))
    #expect(!permission.allows(actor(.agent, "town"), sides: [.holder]))
    #expect(!permission.allows(.citizen, sides: [.holder]) && !permission.allows(.system, sides: [.holder]))
    #expect(Permission.system.allows(.system, sides: []))
  }
}
