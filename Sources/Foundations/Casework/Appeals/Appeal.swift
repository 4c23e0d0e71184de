import Workdays

/// What a citizen said. Whether it is done is told by its participations.
public struct Appeal: EventStream {
  public typealias Event = AppealEvent

  public let id: AppealID
  public var matter: AppealMatter
  public var state: AppealState = .recorded
  public let recordedBy: AccountID
  public let recordedAt: Moment
  public var orders: [OrderID] = []
  public var reply: TextID?
  public var refusal: String?
  /// A refusal that waits for a second person.
  public var refusalAsked: RefusalRequest?
  public var emergencyLine: String?
  /// When the emergency line had dealt with it, and their number for it.
  public var handoverEnded: Moment?
  public var handoverReference: String?
  public var additions: [Addition] = []
  public var attachments: [AttachmentID] = []
  public var rating: Grade?
  public var endedAt: Moment?

  /// A later word of the citizen.
  public struct Addition: Hashable, Codable, Sendable {
    public let text: TextID
    public let at: Moment
    public let corrects: Bool
  }

  public struct RefusalRequest: Hashable, Codable, Sendable {
    public let reason: String
    /// Why, in words.
    public let note: TextID
    public let by: AccountID
    public let at: Moment
  }

  public static let kind = StreamKind.appeal

  private static let desk: Set<Role> = [.agent, .dispatcher, .intake]
  private static let takers = Permission(desk.union([.supervisor, .shiftLeader, .followup, .leader]), .owner, citizen: true, system: true)
  private static let deciders = Permission(desk.union([.supervisor, .shiftLeader]), .owner)
  private static let everyState = Set(AppealState.allCases)

  public static let births: [AppealAction: Permission] = [.record: takers]

  /// What can happen to an appeal, and by whom.
  public static let lifecycle = Lifecycle<AppealState, AppealAction>([
    Transition([.recorded], .answer, to: [.answered], by: deciders, why: "1: answered at once where an answer exists"),
    Transition([.recorded], .refuse, to: [.refused], by: deciders, why: "3: with the reason and the legal route"),
    Transition(
      [.recorded], .askRefusal, to: [.recorded], by: deciders, why: "28: a repeat without new facts is refused by two, not by one"),
    Transition(
      [.recorded], .decideRefusal, to: [.recorded, .refused], by: Permission([.shiftLeader, .supervisor], .owner),
      why: "28: the second person agrees or does not"),
    Transition([.recorded], .handOver, to: [.handedOver], by: deciders, why: "2: emergencies go to their line at once"),
    Transition(
      [.handedOver], .hearHandover, to: [.handedOver],
      by: Permission(desk.union([.supervisor, .shiftLeader, .followup]), .viewer, system: true), why: "2: both sides keep a record"),
    Transition([.recorded, .inHand], .raiseOrder, to: [.inHand], by: deciders, why: "one appeal may need several orders"),
    Transition(
      [.recorded], .merge, to: [.inHand], by: Permission(deciders.roles, .owner, citizen: true),
      why: "3: duplicates are one order; a citizen joins an open matter that everybody may see"),
    Transition([.inHand], .separate, to: [.recorded, .inHand], by: deciders),
    Transition([.recorded, .inHand], .withdraw, to: [.withdrawn], by: takers),
    Transition([.recorded, .inHand, .handedOver], .correct, to: [.recorded, .inHand, .handedOver], by: takers),
    Transition(
      [.answered, .inHand, .refused], .rate, to: [.answered, .inHand, .refused], by: Permission([.followup, .agent], .owner, citizen: true)),
    Transition([.recorded, .inHand, .handedOver], .attach, to: [.recorded, .inHand, .handedOver], by: takers),
    Transition(
      everyState, .reveal, to: everyState,
      by: Permission([.agent, .dispatcher, .officer, .supervisor, .followup, .intake, .shiftLeader, .leader], .viewer)),
  ])

  public init?(birth fact: Fact<AppealEvent>) {
    guard case .recorded(let matter) = fact.event else { return nil }
    id = AppealID(fact.stream)
    self.matter = matter
    recordedBy = fact.by
    recordedAt = fact.at
  }

  public mutating func apply(_ fact: Fact<AppealEvent>) {
    switch fact.event {
    case .recorded: break
    case .answered(let reply, let kind, let category):
      self.reply = reply
      matter.kind = kind
      matter.category = category ?? matter.category
      end(.answered, at: fact.at)
    case .refused(let reason, _):
      refusal = reason
      end(.refused, at: fact.at)
    case .refusalAsked(let reason, let note): refusalAsked = RefusalRequest(reason: reason, note: note, by: fact.by, at: fact.at)
    case .refusalDecided(let granted, _):
      guard let asked = refusalAsked else { break }
      refusalAsked = nil
      if granted {
        refusal = asked.reason
        end(.refused, at: fact.at)
      }
    case .handedOver(let line, let order, _):
      emergencyLine = line
      orders.append(order)
      end(.handedOver, at: fact.at)
    case .handoverHeard(_, let reference, _, let ended):
      handoverReference = reference ?? handoverReference
      if ended { handoverEnded = fact.at }
    case .joined(let order, _, _):
      orders.append(order)
      refusalAsked = nil
      state = .inHand
    case .parted(let order, _):
      orders.removeAll { $0 == order }
      if orders.isEmpty { state = .recorded }
    case .withdrawn: end(.withdrawn, at: fact.at)
    case .corrected(let text, let addition): additions.append(Addition(text: text, at: fact.at, corrects: !addition))
    case .rated(let grade, _, _, _): rating = grade
    case .attached(let file): attachments.append(file)
    case .revealed: break
    }
  }

  private mutating func end(_ state: AppealState, at now: Moment) {
    self.state = state
    endedAt = now
    refusalAsked = nil
  }

  /// A complaint about a colleague is invisible to that colleague and the colleague's group.
  public func isKept(from actor: Actor) -> Bool {
    guard matter.kind == .staffComplaint, actor.standing == .staff else { return false }
    if actor.account == matter.aboutAgent { return true }
    return matter.aboutGroup != nil && actor.group == matter.aboutGroup
  }

  public func sides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> {
    isKept(from: actor) ? [] : birthSides(of: actor, in: organisation)
  }

  /// Whoever takes the call takes it down, even when it is about a colleague of the same group.
  public func birthSides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> {
    if actor.standing != .staff { return [.owner, .viewer] }
    guard !actor.roles.isDisjoint(with: Order.deskRoles) else { return [] }
    return organisation.contains(matter.intake, below: actor.scope) ? [.owner, .viewer] : []
  }
}
