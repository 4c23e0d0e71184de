import Casework
import Web
import Workdays

/// Where a person can go from every page.
public enum DeskMenu {
  private static let takers: Set<Role> = [.agent, .dispatcher, .intake, .shiftLeader, .supervisor, .followup, .leader]

  private static let watchers: Set<Role> = [.supervisor, .leader, .dispatcher, .intake, .shiftLeader]
  private static let supervised: Set<Role> = [.officer, .staffing, .discipline, .supervisor, .leader]

  private static let counters: Set<Role> = [
    .dispatcher, .officer, .supervisor, .followup, .shiftLeader, .inspector, .analyst, .leader, .congress, .discipline, .intake, .admin,
  ]

  private static let hall: Set<Role> = [.leader, .shiftLeader, .supervisor, .congress]

  private static let arbiters: Set<Role> = [.dispatcher, .intake, .staffing]
  private static let keepers: Set<Role> = [.admin, .dispatcher, .staffing]

  /// The person's desks, then what else their roles open.
  public static func navigation(for actor: Actor) -> [NavigationItem] {
    let roles = Role.allCases.filter(actor.has)
    var items = roles.map { role in
      let label = roles.count == 1 ? Phrase("我的工作台", "My desk") : role.phrase
      return NavigationItem(Paths.desk(role.rawValue), label)
    }
    if !actor.roles.isDisjoint(with: takers) { items.append(NavigationItem(Paths.newAppeal, Phrase("登记诉求", "Record an appeal"))) }
    if !actor.roles.isDisjoint(with: OrderReach.readers) { items.append(NavigationItem(Paths.search, Phrase("查找", "Search"))) }
    if !actor.roles.isDisjoint(with: watchers) { items.append(NavigationItem(Paths.supervision, Phrase("督办看板", "Supervision board"))) }
    if !actor.roles.isDisjoint(with: supervised) { items.append(NavigationItem(Paths.measures, Phrase("督办措施", "Measures"))) }
    if !actor.roles.isDisjoint(with: arbiters) { items.append(NavigationItem(Paths.objections, Phrase("退单裁定", "Objections"))) }
    if !actor.roles.isDisjoint(with: keepers) { items.append(NavigationItem(Paths.catalogue, Phrase("派单目录", "Catalogue"))) }
    if !actor.roles.isDisjoint(with: counters) {
      items += [NavigationItem(Paths.figures, Phrase("统计", "Figures")), NavigationItem(Paths.map, Phrase("地图", "Map"))]
    }
    if !actor.roles.isDisjoint(with: hall) { items.append(NavigationItem(Paths.wall, Phrase("大屏", "Wall"))) }
    let keepsAccounts = !actor.roles.isDisjoint(with: [.admin, .securityAdmin, .auditAdmin])
    if keepsAccounts { items.append(NavigationItem(Paths.accounts, Phrase("账户", "Accounts"))) }
    if keepsAccounts { items.append(NavigationItem(Paths.profile, Phrase("城市方案", "City profile"))) }
    if actor.has(.auditAdmin) { items.append(NavigationItem(Paths.bookChecks, Phrase("账本核对", "Checks of the books"))) }
    if actor.has(.admin) { items.append(NavigationItem(Paths.calendar, Phrase("工作日历", "Work calendar"))) }
    return items
  }
}
