import Casework
import Web
import Workdays

/// What may be asked of the lists of the programming interface.
enum ListForm {
  static let orders: Form = [
    Field("state", .choice(of: OrderState.self), Phrase("状态", "State")),
    Field("unit", .reference(.unit), Phrase("承办单位", "Unit that has it")),
    Field("category", .reference(.category), Phrase("分类（含下级）", "Category, with those below it")),
    Field("area", .reference(.area), Phrase("区域（含下级）", "Area, with those below it")),
    Field("due_before", .moment, Phrase("期限早于", "Deadline before")),
    Field("q", .line(100), Phrase("关键词", "Words"), help: Phrase("最多最近 1000 件。", "The newest thousand matches count.")),
    Field(
      "sort", .choice(of: OrderFilter.Sort.self), Phrase("排序", "Order"),
      help: Phrase("按时限时只列未办结的工单。", "By deadline, open orders only.")),
    after, limit,
  ]

  static let appeals: Form = [
    Field("state", .choice(of: AppealState.self), Phrase("状态", "State")),
    Field("channel", .choice(of: Channel.self), Phrase("渠道", "Channel")), after, limit,
  ]

  static let after = Field("after", .line(100), Phrase("翻页标记", "Cursor"))
  private static let limit = Field("limit", .whole(1...100), Phrase("每页件数", "Items a page"))

  static func filter(orders query: Input) throws -> OrderFilter {
    var filter = OrderFilter()
    if let state: OrderState = query.word("state") { filter.states = [state] }
    filter.unit = query.optionalText("unit").map { UnitID($0) }
    filter.category = query.optionalText("category").map { CategoryID($0) }
    filter.area = query.optionalText("area").map { AreaID($0) }
    filter.dueBefore = query.moment("due_before")
    filter.words = query.optionalText("q")
    filter.sort = query.word("sort")
    if filter.sort == .due, filter.isEnded {
      throw CaseworkProblem.field("sort", "已办结的工单没有时限，请用 received 排序。", "Ended orders have no deadline; sort by received.")
    }
    return filter
  }

  static func filter(appeals query: Input) -> AppealFilter {
    var filter = AppealFilter()
    filter.state = query.word("state")
    filter.channel = query.word("channel")
    return filter
  }

  static func limit(_ query: Input) -> Int { query.whole("limit").map(Int.init) ?? ListLimit.page }
}

extension Input {
  /// The filters of a list as one text, for its cursors: everything but the cursor and the size of the page.
  func fingerprint(_ form: Form, list: String) -> String {
    let names = form.fields.map(\.name).filter { $0 != "after" && $0 != "limit" }
    let parts = names.map { name in "\(name)=\(optionalText(name) ?? moment(name)?.iso8601 ?? "")" }
    return "\(list)?\(parts.joined(separator: "&"))"
  }
}
