import CaseFile
import Casework
import Ledger
import People
import Profiles
import Store
import Web
import Workdays

/// One thing that an administrator looks after, and whether it needs care now.
struct CareItem: Sendable {
  let state: Lamp.State
  let sentence: Phrase
  let path: String?
  let link: Phrase
}

/// What needs care: the calendar, releases, people who are locked out, notices that did not arrive, the seal of the books.
struct Care: Sendable {
  let role: Role
  let now: Moment
  let profile: Profile
  let undelivered: Int

  func items(_ sql: any SQLSession) throws -> [CareItem] {
    let common = [try locked(sql), sealed(try Self.lastSeal(sql)), notices]
    let own = role == .admin ? [calendar, try provisional(sql), try releases(sql)] : []
    let books = role == .auditAdmin ? [checked(try BookChecks.last(sql))] : []
    return (own + common + books).sorted { Self.weight($0) < Self.weight($1) }
  }

  private static func weight(_ item: CareItem) -> Int {
    switch item.state {
    case .late: 0
    case .soon, .leader: 1
    case .onTime, .quiet: 2
    }
  }

  private var calendar: CareItem {
    let label = Phrase("工作日历", "Work calendar")
    guard let alarm = CalendarAlarm.sentence(profile.calendar, on: now.day) else {
      let end = profile.calendar.covers.upperBound.phrase
      return CareItem(
        state: .onTime, sentence: Phrase("工作日历到 \(end.zh)", "The calendar reaches to \(end.en)"), path: Paths.calendar, link: label)
    }
    return CareItem(state: .late, sentence: alarm, path: Paths.calendar, link: label)
  }

  private func provisional(_ sql: any SQLSession) throws -> CareItem {
    let statement = "SELECT count(*) FROM (SELECT 1 FROM orders WHERE provisional LIMIT \(ListLimit.cap)) AS capped"
    let count = try sql.count(statement)
    let words = DeskCount.words(count)
    let sentence =
      count == 0
      ? Phrase("没有暂定期限的工单", "No deadline is provisional") : Phrase("\(words) 件工单的期限是暂定的", "\(words) orders have provisional deadlines")
    return CareItem(state: count == 0 ? .onTime : .soon, sentence: sentence, path: Paths.calendar, link: Phrase("工作日历", "Work calendar"))
  }

  private func releases(_ sql: any SQLSession) throws -> CareItem {
    let pending = try ProfileRelease.pending(after: now.day, sql)
    guard let next = pending.first else {
      let since = profile.effective.phrase
      return CareItem(
        state: .onTime, sentence: Phrase("现行规则自 \(since.zh) 生效，没有待生效的版本", "The rules hold since \(since.en); no release is pending"),
        path: nil,
        link: Phrase("", ""))
    }
    let count = pending.count
    return CareItem(
      state: .soon,
      sentence: Phrase("\(count) 个规则版本待生效，最近的自 \(next.phrase.zh) 起", "\(count) release(s) pending, the next from \(next.phrase.en) on"),
      path: nil,
      link: Phrase("", ""))
  }

  private func locked(_ sql: any SQLSession) throws -> CareItem {
    let count = try SignInLocks.count(sql, at: now)
    let sentence =
      count == 0
      ? Phrase("没有因输错密码被锁定的登录", "Nobody is locked out")
      : Phrase("\(count) 个登录因多次输错密码被暂时锁定", "\(count) sign-ins are locked after wrong passwords")
    return CareItem(state: count == 0 ? .onTime : .soon, sentence: sentence, path: Paths.accounts, link: Phrase("账户", "Accounts"))
  }

  private var notices: CareItem {
    let sentence =
      undelivered == 0
      ? Phrase("通知全部送达", "Every notice arrived")
      : Phrase("\(undelivered) 条通知多次未能送达，请运维检查", "\(undelivered) notices did not arrive; ask the operator")
    return CareItem(state: undelivered == 0 ? .onTime : .late, sentence: sentence, path: nil, link: Phrase("", ""))
  }

  /// After so many days the books are due to be checked again.
  private static let checkedFor = 30

  private func checked(_ last: BookCheck?) -> CareItem {
    func item(_ state: Lamp.State, _ sentence: Phrase) -> CareItem {
      CareItem(state: state, sentence: sentence, path: Paths.bookChecks, link: Phrase("账本核对", "Checks of the books"))
    }
    guard let last else { return item(.soon, Phrase("还没有从头核对过账本", "The books have never been checked as a whole")) }
    let (when, state) = (last.begunAt.phrase, last.state.phrase)
    let sentence = Phrase("账本最近一次核对：\(when.zh)，\(state.zh)", "The books were last checked at \(when.en): \(state.en.lowercased())")
    switch last.state {
    case .sound: return item(now.day.ordinal - last.begunAt.day.ordinal > Self.checkedFor ? .soon : .onTime, sentence)
    case .unsound: return item(.late, sentence)
    case .failed, .interrupted: return item(.soon, sentence)
    case .running: return item(.quiet, sentence)
    }
  }

  private static func lastSeal(_ sql: any SQLSession) throws -> (number: Int64, at: Moment)? {
    try sql.first("SELECT number, at FROM seals ORDER BY number DESC LIMIT 1") { ($0.int(0), Moment(milliseconds: $0.int(1))) }
  }

  private func sealed(_ last: (number: Int64, at: Moment)?) -> CareItem {
    guard let last else {
      return CareItem(state: .quiet, sentence: Phrase("还没有记录可封存", "Nothing to seal yet"), path: nil, link: Phrase("", ""))
    }
    let at = last.at.phrase
    return CareItem(
      state: .onTime,
      sentence: Phrase("事件账本最近一次封存：\(at.zh)（第 \(last.number) 批）", "The books were last sealed at \(at.en), batch \(last.number)"),
      path: nil, link: Phrase("", ""))
  }
}

/// The page of what needs care, the gravest first.
struct CarePage {
  let items: [CareItem]
  let role: Role
  let call: Call

  func render() -> HTML {
    let language = call.language
    let rows = HTML.each(items) { item -> HTML in
      let link = when(item.path) { (path: String) -> HTML in "<a href=\"\(path)\">\(item.link, language)</a>" }
      return "<li>\(Lamp(item.state, item.sentence).render(language)) \(link)</li>"
    }
    let rules = when(role == .admin) {
      "<li hx-get=\"\(Paths.failingRulesPart)\" hx-trigger=\"load\"><a href=\"\(Paths.catalogueFailures)\">\(Phrase("失效规则", "Rules that fail"), language)</a></li>"
    }
    return
      "<section class=\"panel\"><h2>\(Phrase("需要照看的事", "What needs care"), language)</h2><ul class=\"care\">\(rows)\(rules)</ul></section>"
  }
}
