import Casework
import Workdays

/// The first page of one role: what waits for this person, the most pressing first.
struct Desk: Sendable {
  let role: Role
  let title: Phrase
  private(set) var tabs: [DeskTab]

  /// - Parameter now: what is late and what is due today depend on it.
  init(of role: Role, for actor: Actor, at now: Moment) {
    self.role = role
    title = Phrase("\(role.phrase.zh)工作台", "Desk: \(role.phrase.en)")
    let when = DeskDays(now: now)
    tabs =
      switch role {
      case .agent: DeskTabs.agent(actor, when)
      case .dispatcher: DeskTabs.dispatcher
      case .officer: DeskTabs.officer(actor, when)
      case .supervisor: DeskTabs.supervisor(when)
      case .followup: DeskTabs.followup
      case .intake: DeskTabs.intake(actor)
      case .staffing: DeskTabs.staffing
      case .leader: DeskTabs.leader(when)
      case .shiftLeader: DeskTabs.shiftLeader
      case .inspector, .analyst: DeskTabs.readers(when)
      case .admin, .securityAdmin, .auditAdmin: [DeskTabs.care]
      case .congress, .discipline: DeskTabs.figures([.waiting, .open, .late, .supervised, .callbacks]) + [DeskTabs.hurts]
      }
  }

  /// The same desk with the tabs that this person made; one whose ground is gone narrows all that is open.
  func with(_ saved: [SavedFilter], at now: Moment) -> Desk {
    var desk = self
    desk.tabs += saved.map { filter in
      let ground = tab(filter.narrowing.tab)
      var base = OrderFilter(sort: .due)
      if case .orders(let own)? = ground?.content { base = own }
      let content = DeskTab.Content.orders(filter.narrowing.applied(to: base, DeskDays(now: now)))
      return DeskTab(filter.key, Phrase(filter.name, filter.name), content, bulk: ground?.bulk, saved: filter)
    }
    return desk
  }

  /// By which a page knows the number of a tab.
  func topic(_ tab: DeskTab) -> String { "desk/\(role.rawValue)/\(tab.key)" }

  /// The tab of this name; the first where none is named.
  func tab(_ key: String?) -> DeskTab? {
    guard let key else { return tabs.first }
    return tabs.first { $0.key == key }
  }

  /// The desk that opens first: that of the first role, in the order in which the roles are listed.
  static func first(of actor: Actor) -> Role? { Role.allCases.first(where: actor.has) }

  /// What the desk is for, where it shows no queue.
  var purpose: Phrase? {
    switch role {
    case .securityAdmin, .auditAdmin:
      Phrase("这里不显示案件；账户在“账户”中查看。", "No cases are shown here; see Accounts.")
    case .congress: Phrase("与市领导相同的数字，不含个人信息。", "The same figures as the mayor's, without personal data.")
    case .discipline:
      Phrase("汇总数字，不含个人信息；三方会办的案卷在“督办措施”中。", "Totals without personal data; the files of three-party cases are under Measures.")
    default: nil
    }
  }
}

/// The moments by which desks sort what is late, due today and due tomorrow.
struct DeskDays: Sendable {
  let now: Moment
  var today: Moment { now.day.midnight }
  var tomorrow: Moment { now.day.adding(days: 1).midnight }
  var afterTomorrow: Moment { now.day.adding(days: 2).midnight }
}
