import Casework
import Workdays

/// One filter of a desk: the desk's own, or one that its person made.
struct DeskTab: Sendable {
  enum Content: Sendable {
    case orders(OrderFilter)
    case appeals(AppealFilter)
    /// How much is late, unit by unit.
    case lateByUnit
    /// Counts without anybody's data.
    case figures([DeskFigure])
    /// The leader's page of the day.
    case brief
    /// What people bring up, without anybody's data.
    case hurts
    /// What needs an administrator's care.
    case care
  }

  /// The word in the address: `tab=late`.
  let key: String
  let label: Phrase
  let content: Content
  /// What can be done with several of its orders at once.
  var bulk: Bulk?
  /// The filter of a tab that somebody made.
  var saved: SavedFilter?

  enum Bulk: Sendable { case dispatch, sign, urge }

  /// Whether nobody else sees the same in it. What colleagues share is counted once for all of them.
  var isPersonal: Bool {
    if case .appeals(let filter) = content, filter.recordedBy != nil { return true }
    return saved != nil
  }

  init(_ key: String, _ label: Phrase, _ content: Content, bulk: Bulk? = nil, saved: SavedFilter? = nil) {
    (self.key, self.label, self.content, self.bulk, self.saved) = (key, label, content, bulk, saved)
  }
}

/// A count that anybody with a desk may know.
enum DeskFigure: Sendable, CaseIterable {
  case waiting, open, late, supervised, callbacks, provisional, undelivered

  var phrase: Phrase {
    switch self {
    case .waiting: Phrase("待受理诉求", "Appeals waiting")
    case .open: Phrase("在办工单", "Open orders")
    case .late: Phrase("已超时工单", "Orders past a deadline")
    case .supervised: Phrase("督办中的工单", "Orders under supervision")
    case .callbacks: Phrase("待回访工单", "Orders waiting for call-back")
    case .provisional: Phrase("暂定期限的工单", "Orders with provisional deadlines")
    case .undelivered: Phrase("未送达的通知", "Notices that could not be delivered")
    }
  }

  /// The orders that it counts; nil where it counts something else.
  func orders(at now: Moment) -> OrderFilter? {
    switch self {
    case .waiting, .undelivered: nil
    case .open: OrderFilter(sort: .due)
    case .late: OrderFilter(dueBefore: now)
    case .supervised: OrderFilter(marks: [.supervised], sort: .due)
    case .callbacks: OrderFilter([.callback], sort: .due)
    case .provisional: OrderFilter(marks: [.provisional], sort: .due)
    }
  }
}

/// What desks can be wrong about.
enum DeskProblem: Problem {
  case unknown(String)
  case closed(Role)
  case none

  var status: Int {
    switch self {
    case .unknown: 404
    case .closed, .none: 403
    }
  }

  var code: String {
    switch self {
    case .unknown: "unknown"
    case .closed, .none: "forbidden"
    }
  }

  var sentence: Phrase {
    switch self {
    case .unknown(let name): Phrase("没有“\(name)”这个工作台。", "There is no desk called “\(name)”.")
    case .closed(let role):
      Phrase("这是\(role.phrase.zh)的工作台；如需使用，请管理员授予该岗位。", "This desk is for: \(role.phrase.en). Ask the administrator for that role.")
    case .none: Phrase("您的账号还没有岗位；请管理员授予岗位。", "Your account has no role yet; ask the administrator for one.")
    }
  }
}
