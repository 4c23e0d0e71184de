import Casework
import Ledger
import Store
import Vault
import Workdays

/// How an appeal stands for whoever asks: as long as nobody took it up its own state, afterwards what its orders tell.
public enum AppealStanding: Sendable, Hashable, Worded {
  case own(AppealState)
  /// Every participation is settled.
  case closed

  /// - Parameter orders: those of the participations.
  init(_ appeal: Appeal, _ participations: [Participation], _ orders: [Order]) {
    let active = participations.filter { $0.state != .parted }
    let ending: Set<OrderState> = [.callback, .closed, .archived, .withdrawn]
    let settled = active.allSatisfy { part in
      part.state == .settled && orders.contains { $0.id == part.order && ending.contains($0.state) }
    }
    self = appeal.state == .inHand && !active.isEmpty && settled ? .closed : .own(appeal.state)
  }

  /// The word of the programming interface.
  public var rawValue: String {
    switch self {
    case .own(let state): state.rawValue
    case .closed: "closed"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .own(let state): state.phrase
    case .closed: Phrase("已办结", "Closed")
    }
  }
}

/// What one person may see of an appeal, masked.
public struct AppealFile: Sendable {
  public let appeal: Appeal
  public let version: Int64
  public let standing: AppealStanding
  public let title: String?
  public let text: String
  public let additions: [OrderFile.Said]
  public let caller: MaskedPerson
  /// The complained-against party.
  public let against: String?
  public let reply: String?
  /// The public rule by which it was not accepted.
  public let refusal: RefusalReason?
  /// Those that the person may see.
  public let orders: [OrderFile.Link]
  /// What can be printed for the citizen, of the orders among these and of the appeal itself.
  public let letters: [LetterOffer]
  public let timeline: [TimelineEntry]
  public let possible: [AppealAction]
  public let profile: Profile

  public var number: String { appeal.matter.number }
  public var attachments: [AttachmentID] { appeal.attachments }
}

extension CaseReader {
  /// On which sides of an appeal somebody stands: its own, or as a viewer through an order that is not confidential.
  func sides(of appeal: Appeal, for actor: Actor, in units: Organisation) throws -> Set<Permission.Side> {
    guard !appeal.isKept(from: actor) else { return [] }
    let own = appeal.sides(of: actor, in: units)
    guard own.isEmpty, !appeal.matter.confidential else { return own }
    let through = try orders(appeal.orders, withTasks: true).contains { order in
      !order.matter.confidential && !order.sides(of: actor, in: units).isEmpty
    }
    return through ? [.viewer] : []
  }
}

extension AppealFile {
  /// Reads an appeal for `actor`.
  /// - Throws: `CaseworkProblem.appeal` for a number that is unknown or not for these eyes.
  public static func load(
    _ number: String, _ actor: Actor, _ sql: any SQLSession, _ vault: Vault, _ profile: Profile
  ) throws -> AppealFile {
    guard actor.standing != .citizen else { throw CaseworkProblem.appeal(number) }
    let reader = CaseReader(sql, vault)
    let row = try reader.appeal(number)
    let sides = try reader.sides(of: row.thing, for: actor, in: profile.units)
    guard !sides.isEmpty else { throw CaseworkProblem.appeal(number) }
    return try AppealLoader(reader: reader, actor: actor, profile: profile).load(row.thing, row.version, sides)
  }
}

/// The steps of loading an appeal's file.
private struct AppealLoader {
  let reader: CaseReader
  let actor: Actor
  let profile: Profile

  func load(_ appeal: Appeal, _ version: Int64, _ sides: Set<Permission.Side>) throws -> AppealFile {
    let participations = try reader.participations(of: appeal.id)
    let all = try reader.orders(Set(appeal.orders + participations.map(\.order)).sorted())
    let seen = all.filter { !$0.sides(of: actor, in: profile.units).isEmpty }
    let told = try tell(appeal, participations, seen)
    let texts = try MaskedTexts(CaseTimeline.texts(of: told) + appeal.words + [appeal.reply], reader.vault)
    let people = try PersonNames(of: Set(told.map(\.event.by)), reader)
    return AppealFile(
      appeal: appeal, version: version, standing: AppealStanding(appeal, participations, all), title: texts[ifAny: appeal.matter.title],
      text: texts[appeal.matter.text], additions: texts.additions(of: appeal), caller: try reader.vault.chip(of: appeal.matter.citizen),
      against: try appeal.matter.against.map { try reader.vault.chip(of: $0).words }, reply: texts[ifAny: appeal.reply],
      refusal: appeal.refusal.flatMap { profile.policy.refusals[code: $0] }, orders: seen.map(OrderFile.Link.init),
      letters: letters(appeal, participations, seen),
      timeline: CaseTimeline.entries(told, texts, people, Sight(actor, profile.units), EventNames(profile: profile)),
      possible: possible(appeal, sides), profile: profile)
  }

  private func letters(_ appeal: Appeal, _ participations: [Participation], _ seen: [Order]) -> [LetterOffer] {
    let active = Set(participations.filter { $0.state != .parted }.map(\.order))
    return LetterOffer.all(appeal, seen.filter { active.contains($0.id) }, profile)
  }

  private func tell(_ appeal: Appeal, _ participations: [Participation], _ seen: [Order]) throws -> [CaseTimeline.Told] {
    var names = EventNames(profile: profile)
    names.appeals[appeal.id] = appeal.matter.number
    for order in seen { names.orders[order.id] = order.matter.number }
    let visible = Dictionary(participations.map { ($0.id, appeal.id) }, uniquingKeysWith: { first, _ in first })
    let timeline = CaseTimeline(reader: reader, sight: Sight(actor, profile.units), names: names, visible: visible)
    return try timeline.tellAppeal(reader.events(.appeal, appeal.id.value), insideOrder: false)
      + timeline.tellParticipations(reader.events(.participation, participations.map(\.id.value)))
  }

  private func possible(_ appeal: Appeal, _ sides: Set<Permission.Side>) -> [AppealAction] {
    let table = Appeal.lifecycle.transitions.filter { $0.from.contains(appeal.state) && $0.who.allows(actor, sides: sides) }.map(\.action)
    return table.filter { action in
      switch action {
      case .askRefusal, .hearHandover: false
      case .decideRefusal: appeal.refusalAsked.map { $0.by != actor.account } ?? false
      default: true
      }
    }
  }
}
