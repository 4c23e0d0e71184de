import Workdays

/// Why a field is refused: what would have been right.
struct Refusal: Error {
  let phrase: Phrase
}

enum Reasons {
  static let missing = Phrase("此项必填。", "This is required.")
  static let unknown = Phrase("没有这一项；请核对名称。", "There is no such field; check its name.")
  static let list = Phrase("应为列表。", "This must be a list.")
  static let object = Phrase("应为对象。", "This must be an object.")
  static let single = Phrase("只能有一个值。", "Only one value is allowed.")
  static let text = Phrase("应为文字。", "This must be text.")
  static let control = Phrase("含有不允许的控制字符。", "It contains control characters that are not allowed.")
  static let lineBreak = Phrase("此项不能换行。", "Line breaks are not allowed here.")
  static let phone = Phrase("电话号码不正确：请填 3 至 15 位数字，可带区号。", "This is no telephone number: 3 to 15 digits, with area code.")
  static let flag = Phrase("应为 true 或 false。", "This must be true or false.")
  static let whole = Phrase("应为整数。", "This must be a whole number.")
  static let decimal = Phrase("应为数字。", "This must be a number.")
  static let money = Phrase("应为金额，单位元，至多两位小数。", "This must be an amount in yuan with at most two decimals.")
  static let moment = Phrase(
    "时间写法不正确：应为带时区的 ISO 8601，如 2026-09-30T16:10:00+08:00。",
    "This must be a time in ISO 8601 with offset, such as 2026-09-30T16:10:00+08:00.")
  static let day = Phrase("日期写法不正确：应如 2026-09-30。", "This must be a date such as 2026-09-30.")
  static let limit = Phrase("时限写法不正确：应如 5wd、4wh、4h、30m、15d。", "This must be a limit such as 5wd, 4wh, 4h, 30m or 15d.")
  static let identifier = Phrase("编号写法不正确：只有大写字母、数字和连字符。", "This is no number of a case: capital letters, digits and hyphens.")

  static func tooMany(_ max: Int) -> Phrase { Phrase("最多 \(max) 项。", "At most \(max) are allowed.") }

  static func tooLong(_ max: Int, _ count: Int) -> Phrase {
    Phrase("最多 \(max) 字，现有 \(count) 字。", "At most \(max) characters, there are \(count).")
  }

  static func range(_ low: String, _ high: String) -> Phrase {
    Phrase("应在 \(low) 至 \(high) 之间。", "This must be between \(low) and \(high).")
  }

  static func choice(_ choices: [Choice]) -> Phrase {
    let values = choices.prefix(20).map(\.value).joined(separator: ", ")
    return Phrase("只能是：\(values)。", "This must be one of: \(values).")
  }

  static func reference(_ kind: ReferenceKind) -> Phrase {
    switch kind {
    case .unit: Phrase("没有这个单位。", "There is no such unit.")
    case .category: Phrase("没有这个类别。", "There is no such category.")
    case .area: Phrase("没有这个区域。", "There is no such area.")
    case .account: Phrase("没有这个账户。", "There is no such account.")
    }
  }
}
