import Workdays

public typealias MeasureID = Identifier<Measure>

/// One measure of supervision 督办措施: what is asked of which units by when, and how it ended. The fold of its events.
public struct Measure: EventStream {
  public typealias Event = MeasureEvent
  public typealias State = MeasureState

  public let id: MeasureID
  public let matter: MeasureMatter
  public internal(set) var state: MeasureState = .open
  public internal(set) var duties: [Duty]
  /// What the whole of it waits for: the instruction, the approval, the three signatures, the next meeting or review.
  public internal(set) var clock: Clock?
  public let openedAt: Moment
  public let openedBy: AccountID
  public internal(set) var closedAt: Moment?
  public internal(set) var instruction: TextID?
  public internal(set) var instructedBy: AccountID?
  public internal(set) var instructedAt: Moment?
  public internal(set) var findings: [Finding] = []
  public internal(set) var files: [PartyFile] = []
  public internal(set) var meetings: [MatterMeeting] = []
  public internal(set) var reviews = 0
  public internal(set) var decision: MeasureDecision?
  /// When it was published among the staff.
  public internal(set) var publishedAt: Moment?
  public internal(set) var approvedBy: AccountID?
  public internal(set) var photographs: [AttachmentID] = []
  public internal(set) var urges = 0
  /// How many appeals were linked to an incident, and what its citizens were told last.
  public internal(set) var linked = 0
  public internal(set) var told: TextID?

  public static let kind = StreamKind(rawValue: "measure")

  /// Every clock of it that somebody must beat.
  public var clocks: [Clock] { (clock.map { [$0] } ?? []) + duties.map(\.clock) }

  /// The clock that ends next.
  public var nextClock: Clock? { clocks.filter(\.isRunning).min { $0.deadline.at < $1.deadline.at } }

  public var isRunning: Bool { MeasureState.running.contains(state) }

  /// The file of one office.
  public func file(of party: MeasureParty) -> PartyFile? { files.first { $0.party == party } }

  public var isSignedByAll: Bool { MeasureParty.allCases.allSatisfy { file(of: $0)?.signedAt != nil } }

  /// What the table would allow and this kind knows.
  public func knows(_ action: MeasureAction) -> Bool { matter.kind.actions.contains(action) }

  private func isKept(from actor: Actor) -> Bool {
    matter.keptFrom.contains(actor.account) || actor.group.map(matter.keptFromGroups.contains) == true
  }

  /// Roles that supervise or coordinate for a whole scope.
  private static let deskRoles: Set<Role> = [.supervisor, .leader, .dispatcher, .intake, .shiftLeader, .staffing, .followup]

  public func sides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> {
    if actor.standing == .citizen { return [] }
    if actor.standing == .system { return [.owner, .viewer] }
    if isKept(from: actor) { return [] }
    var sides: Set<Permission.Side> = []
    let seesBelow = actor.has(.officer) || !actor.roles.isDisjoint(with: Self.deskRoles)
    if !actor.roles.isDisjoint(with: Self.deskRoles), organisation.contains(matter.owner, below: actor.scope) {
      sides.formUnion([.owner, .viewer])
    }
    if matter.kind == .incident, actor.has(.agent), organisation.contains(matter.owner, below: actor.scope) {
      sides.formUnion([.owner, .viewer])
    }
    if matter.kind == .threeParty, isParty(actor, in: organisation) { sides.insert(.viewer) }
    for unit in duties.map(\.unit) {
      if actor.unit == unit { sides.formUnion([.holder, .viewer]) }
      if seesBelow, organisation.contains(unit, below: actor.scope) { sides.insert(.viewer) }
    }
    return sides
  }

  /// A discipline or staffing office of the body to which the supervising unit belongs.
  private func isParty(_ actor: Actor, in organisation: Organisation) -> Bool {
    guard !actor.roles.isDisjoint(with: [.discipline, .staffing]) else { return false }
    let body = organisation.units[actor.unit]?.parent ?? actor.scope
    return organisation.contains(matter.owner, below: body)
  }
}
