import Casework
import Workdays

/// The tabs of every desk. A tab is a saved filter; the first is what matters most.
enum DeskTabs {
  static func agent(_ actor: Actor, _ when: DeskDays) -> [DeskTab] {
    var mine = AppealFilter()
    mine.recordedBy = actor.account
    mine.since = when.today
    return [waiting, DeskTab("mine", Phrase("我今天登记的", "Mine today"), .appeals(mine)), handovers, newest]
  }

  static let dispatcher = [
    orders("pending", Phrase("待派单", "To dispatch"), OrderFilter([.pendingDispatch], sort: .due), bulk: .dispatch),
    orders("objections", Phrase("退单异议", "Objections"), OrderFilter([.objection], sort: .due)),
    orders("extensions", Phrase("延期申请", "Extensions asked for"), OrderFilter(marks: [.extensionAsked], sort: .due)),
    orders("reviews", Phrase("待审核", "To review"), OrderFilter([.review], sort: .due)),
    waiting, open,
  ]

  static func officer(_ actor: Actor, _ when: DeskDays) -> [DeskTab] {
    [
      orders("sign", Phrase("待签收", "To sign"), OrderFilter([.pendingSignature], unit: actor.unit, sort: .due), bulk: .sign),
      orders("handling", Phrase("办理中", "In hand"), OrderFilter([.handling, .suspended], unit: actor.unit, sort: .due)),
      orders("answer", Phrase("待反馈", "Answer due"), OrderFilter([.handling], unit: actor.unit, dueBefore: when.afterTomorrow)),
      orders("all", Phrase("全部", "All"), OrderFilter(unit: actor.unit, sort: .received)),
      orders("reports", Phrase("待续报", "To report again"), OrderFilter([.continuedReport], unit: actor.unit, sort: .due)),
      orders("reviews", Phrase("下级待审核", "Tasks to review"), OrderFilter([.review], owner: actor.unit, marks: [.task], sort: .due)),
      orders("below", Phrase("本级及下级", "Here and below"), OrderFilter(side: .held, sort: .due)),
    ]
  }

  static func supervisor(_ when: DeskDays) -> [DeskTab] {
    [
      late(when, bulk: .urge),
      orders("today", Phrase("今日到期", "Due today"), OrderFilter(dueFrom: when.now, dueBefore: when.tomorrow), bulk: .urge),
      orders(
        "tomorrow", Phrase("明日到期", "Due tomorrow"), OrderFilter(dueFrom: when.tomorrow, dueBefore: when.afterTomorrow), bulk: .urge),
      supervised, handovers, refusals, unreasonable,
      orders("provisional", Phrase("暂定期限", "Provisional deadlines"), OrderFilter(marks: [.provisional], sort: .due)),
      open,
    ]
  }

  static let followup = [
    orders("callbacks", Phrase("待回访", "To call back"), OrderFilter([.callback], sort: .due)),
    orders("reports", Phrase("续报中", "Reported again"), OrderFilter([.continuedReport], sort: .due)),
    orders("rechecks", Phrase("可复查", "To re-check"), OrderFilter([.closed], sort: .received)),
  ]

  static func intake(_ actor: Actor) -> [DeskTab] {
    [
      waiting,
      orders("pending", Phrase("待派单", "To dispatch"), OrderFilter([.pendingDispatch], side: .owned, sort: .due), bulk: .dispatch),
      orders("sign", Phrase("待签收", "To sign"), OrderFilter([.pendingSignature], unit: actor.unit, sort: .due), bulk: .sign),
      orders("objections", Phrase("退单异议", "Objections"), OrderFilter([.objection], side: .owned, sort: .due)),
      orders("reviews", Phrase("待审核", "To review"), OrderFilter([.review], side: .owned, sort: .due)),
      orders("callbacks", Phrase("待回访", "To call back"), OrderFilter([.callback], side: .owned, sort: .due)),
      open,
    ]
  }

  static let staffing = [orders("disputed", Phrase("待裁定", "To rule on"), OrderFilter([.disputed], sort: .due))]

  static func leader(_ when: DeskDays) -> [DeskTab] {
    [
      DeskTab("today", Phrase("今日一页", "Today"), .brief),
      orders("reviews", Phrase("接听件待审", "Calls to review"), OrderFilter([.review], marks: [.leadersCall], sort: .due)), supervised,
      late(when, bulk: .urge),
      DeskTab("units", Phrase("各单位超时", "Late by unit"), .lateByUnit), open,
    ]
  }

  static let shiftLeader: [DeskTab] = {
    var complaints = AppealFilter()
    complaints.aboutStaff = true
    return [
      waiting, handovers, refusals, unreasonable, DeskTab("staff", Phrase("对热线人员的投诉", "Complaints about our staff"), .appeals(complaints)),
      newest, open,
    ]
  }()

  static func readers(_ when: DeskDays) -> [DeskTab] {
    [newest, orders("closed", Phrase("已办结", "Closed"), OrderFilter([.closed], sort: .received)), late(when), open, hurts]
  }

  static let hurts = DeskTab("hurts", Phrase("民生热点", "What hurts"), .hurts)
  static let care = DeskTab("care", Phrase("需要照看的事", "What needs care"), .care)

  static func figures(_ figures: [DeskFigure]) -> [DeskTab] { [DeskTab("figures", Phrase("概况", "At a glance"), .figures(figures))] }

  private static let waiting: DeskTab = {
    var waiting = AppealFilter()
    waiting.state = .recorded
    waiting.oldestFirst = true
    return DeskTab("waiting", Phrase("待受理诉求", "Appeals waiting"), .appeals(waiting))
  }()

  private static let refusals: DeskTab = {
    var asked = AppealFilter()
    asked.state = .recorded
    asked.refusalAsked = true
    asked.oldestFirst = true
    return DeskTab("refusals", Phrase("待批不予受理", "Refusals to decide"), .appeals(asked))
  }()

  private static let handovers = orders("handovers", Phrase("移交紧急热线", "Handed over"), OrderFilter([.handedOver], sort: .due))
  private static let unreasonable = orders(
    "unreasonable", Phrase("待批不合理诉求", "Unreasonable?"), OrderFilter(marks: [.unreasonableAsked], sort: .due))
  private static let newest = orders("new", Phrase("最新工单", "Newest orders"), OrderFilter(sort: .received))
  private static let open = orders("open", Phrase("全部在办", "All open"), OrderFilter(sort: .due))
  private static let supervised = orders("supervised", Phrase("督办件", "Supervised"), OrderFilter(marks: [.supervised], sort: .due))

  private static func late(_ when: DeskDays, bulk: DeskTab.Bulk? = nil) -> DeskTab {
    orders("late", Phrase("已超时", "Late"), OrderFilter(dueBefore: when.now), bulk: bulk)
  }

  private static func orders(_ key: String, _ label: Phrase, _ filter: OrderFilter, bulk: DeskTab.Bulk? = nil) -> DeskTab {
    DeskTab(key, label, .orders(filter), bulk: bulk)
  }
}
