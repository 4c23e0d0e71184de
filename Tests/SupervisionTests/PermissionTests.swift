import Casework
import Testing
import Web

@testable import Supervision

/// Who may do what, role by role: no others than these.
@Suite struct PermissionTests {
  private static let supervising: Set<Role> = [.supervisor, .leader, .dispatcher, .intake]
  private static let parties: Set<Role> = [.discipline, .staffing, .supervisor]

  private static let expected: [MeasureAction: Set<Role>] = [
    .open: [.supervisor, .leader, .dispatcher, .intake, .shiftLeader, .staffing],
    .receive: [.officer, .intake, .leader], .answer: [.officer, .intake, .leader], .accept: supervising, .reject: supervising,
    .assign: supervising, .agree: supervising, .instruct: [.leader], .approve: [.leader], .refuse: [.leader],
    .inspect: [.supervisor, .leader], .fileCase: parties, .opine: parties, .sign: parties, .decide: supervising.union([.staffing]),
    .meet: [.supervisor, .dispatcher], .review: [.supervisor], .urge: supervising,
    .remark: supervising.union([.officer, .discipline, .staffing]), .attach: supervising.union([.officer]),
    .withdraw: [.supervisor, .leader], .link: [.agent, .dispatcher, .intake], .broadcast: supervising.union([.shiftLeader]),
  ]

  @Test(arguments: MeasureAction.allCases) func theTableNamesTheseRoles(_ action: MeasureAction) throws {
    let wanted = try #require(Self.expected[action])
    let access = action == .open ? SupervisionStage.openers : SupervisionStage.may(action)
    for role in Role.allCases {
      #expect(access.admits(Samples.actor(role, "hotline")) == wanted.contains(role), "\(role.rawValue) \(action.rawValue)")
    }
  }

  @Test func eachStandsOnTheRightSide() throws {
    let notice = try Samples.measure(.notice)
    let sides = { (role: Role, unit: UnitID) in notice.sides(of: Samples.actor(role, unit), in: Samples.units) }
    #expect(sides(.supervisor, "hotline") == [.owner, .viewer])
    #expect(sides(.officer, "urban") == [.holder, .viewer])
    #expect(sides(.officer, "lamps").isEmpty && sides(.agent, "hotline").isEmpty && sides(.discipline, "discipline").isEmpty)
    #expect(sides(.officer, "discipline").isEmpty && notice.sides(of: .citizen, in: Samples.units).isEmpty)
  }

  @Test func onlyTheThreeOfficesSeeAThreePartyCase() throws {
    let joint = try Samples.measure(.threeParty)
    #expect(joint.sides(of: Samples.actor(.discipline, "discipline"), in: Samples.units) == [.viewer])
    #expect(joint.sides(of: Samples.actor(.staffing, "staffing"), in: Samples.units) == [.owner, .viewer])
    #expect(joint.sides(of: Samples.actor(.officer, "urban"), in: Samples.units).isEmpty)
  }

  @Test func aMeasureAboutAColleagueIsKeptFromThatColleague() throws {
    var matter = Samples.matter(.notice)
    (matter.keptFrom, matter.keptFromGroups) = (["x"], ["night"])
    let measure = try Measure.fold(nil, Samples.fact(.opened(matter: matter, duties: [], clock: nil)))
    #expect(measure.sides(of: Samples.actor(.supervisor, "hotline"), in: Samples.units).isEmpty)
    let other = Actor(account: "y", name: "y", roles: [.supervisor], unit: "hotline", scope: "city", group: "night")
    #expect(measure.sides(of: other, in: Samples.units).isEmpty)
  }

  @Test func whatIsPossibleFollowsFromTheKind() throws {
    let supervisor = Samples.actor(.supervisor, "hotline")
    let possible = { (measure: Measure, actor: Actor) in
      let sides = measure.sides(of: actor, in: Samples.units)
      let table = Measure.lifecycle.transitions.filter { $0.from.contains(measure.state) && $0.who.allows(actor, sides: sides) }.map(
        \.action)
      return Set(MeasureRules.possible(measure, for: actor, table: table))
    }
    #expect(possible(try Samples.measure(.notice), supervisor) == [.assign, .urge, .remark, .attach, .withdraw])
    #expect(possible(try Samples.measure(.notice), Samples.actor(.officer, "urban")).isSuperset(of: [.receive, .answer]))
    #expect(possible(try Samples.measure(.threeParty), Samples.actor(.discipline, "discipline")) == [.fileCase, .remark])
    #expect(possible(try Samples.measure(.longRunning), supervisor).contains(.review))
    #expect(!possible(try Samples.measure(.submission), supervisor).contains(.instruct))
    #expect(possible(try Samples.measure(.submission), Samples.actor(.leader, "city")).contains(.instruct))
  }
}
