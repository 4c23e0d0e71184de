import Workdays

/// What a unit must do. Its present form is the fold of its events (`Order+Fold.swift`).
public struct Order: EventStream {
  public typealias Event = OrderEvent
  public typealias State = OrderState

  public let id: OrderID
  public var matter: OrderMatter
  public var state: OrderState
  /// Who has it now; nil while it waits for its first dispatch.
  public var unit: UnitID?
  public var clocks: [Clock] = []
  public let raisedAt: Moment
  public let raisedBy: AccountID
  public var dispatchedAt: Moment?
  public var dispatchedBy: AccountID?
  public var signedAt: Moment?
  public var fedBackAt: Moment?
  public var closedAt: Moment?
  public var archivedAt: Moment?

  /// Appeals that ask for it, and those of them whose call-back is still due.
  public var participants = 0
  public var pendingCallbacks = 0
  /// Tasks below it that have not ended.
  public var openTasks: [OrderID] = []
  public var tasks: [OrderID] = []

  /// The objection being examined, and in which state it was raised.
  public var objection: Objection?
  public var returns = 0
  /// Ruled: this unit must keep it.
  public var noReturn = false
  public var extensionAsked: ExtensionRequest?
  public var extensions = 0
  public var suspendedUntil: Moment?
  public var contacts = 0
  public var feedback: Feedback?
  /// The head of the unit has passed the present answer of what a leader answered.
  public var passedByHead: Bool?
  /// The leader who answered the call has passed the present answer; the office's review follows.
  public var passedByLeader: Bool?
  /// Everyone who answered for it: none of them may call the citizen back.
  public private(set) var handlers: [AccountID] = []
  public var redoRounds = 0
  public var supervisions = 0
  public var urges = 0
  public var reportDue: Moment?
  /// How it goes on; from the first continued report until it is handled anew.
  public var plan: ReportPlan?
  /// The last continued report, by which the unit says that it is finished.
  public var finalReport: TextID?
  /// What the units below and beside contributed, in the order in which it came in.
  public var contributions: [Contribution]?
  /// Demands thought unreasonable that wait for a second person.
  public var unreasonableAsked: [UnreasonableReview]?
  /// What the emergency line said, oldest first.
  public var handover: [HandoverReport]?
  public var ending: String?
  public var volume: TextID?
  public var attachments: [AttachmentID] = []
  /// Where photographs among them were taken.
  public var placedPhotos: [PlacedPhoto]?
  /// What everybody may read of it.
  public var published: Publication?

  public struct Objection: Hashable, Codable, Sendable {
    public let reason: String
    public let basis: TextID
    public let unit: UnitID
    public let signed: Bool
  }

  public struct ExtensionRequest: Hashable, Codable, Sendable {
    public let limit: Limit
    public let reason: String
    public let text: TextID?
  }

  public static let kind = StreamKind.order
  public static let births: [OrderAction: Permission] = [
    .raise: Permission([.agent, .dispatcher, .intake, .officer, .supervisor], .owner, system: true)
  ]

  mutating func addHandler(_ account: AccountID) {
    if !handlers.contains(account) { handlers.append(account) }
  }

  /// Where a photograph was taken.
  public func spot(of file: AttachmentID) -> PhotoSpot? { placedPhotos?.first { $0.file == file }?.spot }

  public var isTask: Bool { matter.parent != nil }

  /// How it ended by the unit's last word: a continued report that ends it says more than the answer before.
  public var outcome: Outcome? { finalReport == nil ? feedback?.outcome : .solved }

  /// A complaint about a colleague is invisible to that colleague and the colleague's group.
  private func isKept(from actor: Actor) -> Bool {
    if let agent = matter.aboutAgent, agent == actor.account { return true }
    return matter.aboutGroup != nil && matter.aboutGroup == actor.group
  }

  public func sides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> {
    if actor.standing != .staff { return [.viewer] }
    if isKept(from: actor) { return [] }
    var sides: Set<Permission.Side> = []
    let owned = organisation.contains(matter.owner, below: actor.scope)
    // An officer owns only the tasks of the very unit; whoever runs a desk owns what its scope covers.
    if owned, !actor.roles.isDisjoint(with: Self.deskRoles) || actor.unit == matter.owner { sides.formUnion([.owner, .viewer]) }
    if let unit {
      if actor.unit == unit { sides.formUnion([.holder, .viewer]) }
      if organisation.contains(unit, below: actor.scope) { sides.insert(.viewer) }
    }
    return sides
  }

  /// Roles that run a desk for a whole scope rather than for one unit.
  static let deskRoles: Set<Role> = [
    .agent, .dispatcher, .supervisor, .followup, .intake, .staffing, .leader, .shiftLeader, .inspector, .analyst,
  ]
}
