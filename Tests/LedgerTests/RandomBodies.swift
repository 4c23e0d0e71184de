import Casework
import Web
import Workdays

/// What somebody sends who knows the interface: mostly valid, with every choice taken now and then.
struct RandomBodies {
  let units: [String]
  let orders: [String]
  let appeals: [String]
  let now: Moment

  private static let categories = [
    "城乡建设/公用设施/路灯", "城乡建设/供热/室温不达标", "劳动和社会保障/工资拖欠/农民工工资拖欠", "环境保护/噪声/施工噪声", "民政/社会救助",
  ]
  private static let kinds = Kind.allCases.map(\.rawValue)
  private static let grades = Grade.allCases.map(\.rawValue)

  func body(_ noun: String, _ dice: inout Dice, appeal: String?) -> JSONValue {
    switch noun {
    case "appeals": record(&dice)
    case "correction": .members(("text", .text("补充：东门")), ("addition", .flag(dice.chance(50))))
    case "rating": .members(("grade", word(Self.grades, &dice)), ("solved", .flag(dice.chance(50))))
    case "answer": .members(("reply", .text("已解释")), ("kind", word(Self.kinds, &dice)))
    case "orders": demand(&dice)
    case "refusal": .members(("reason", word(["litigation", "petition", "nothing"], &dice)))
    case "handover": .members(("line", word(["110", "119", "120", "12345"], &dice)))
    case "merger": .members(("into", word(dice.chance(70) ? orders : appeals, &dice)))
    case "separation": .members(("order", word(orders, &dice)))
    case "reveal": .members(("fields", .texts(["name", "phone"])), ("reason", .text("核实")))
    case "callback": callBack(&dice, appeal)
    default: orderBody(noun, &dice)
    }
  }

  private func orderBody(_ noun: String, _ dice: inout Dice) -> JSONValue {
    switch noun {
    case "dispatch": .members(("unit", word(units, &dice)), ("assist", dice.chance(15) ? .texts([dice.pick(units)]) : nil))
    case "return": .members(("reason", word(["not-ours", "unclear", "nothing"], &dice)), ("basis", .text("职责分工")))
    case "ruling":
      .members(
        ("decision", word(["accept", "reject", "dispute"], &dice)), ("unit", dice.chance(60) ? word(units, &dice) : nil),
        ("lock", .flag(dice.chance(30))), ("note", dice.chance(80) ? .text("依职责分工") : nil))
    case "category":
      .members(
        ("category", word(Self.categories, &dice)), ("kind", word(Self.kinds, &dice)),
        ("urgency", word(Urgency.allCases.map(\.rawValue), &dice)))
    case "contact": .members(("result", word(["reached", "unreachable", "refused"], &dice)), ("number", .text("13812345678")))
    case "feedback":
      .members(
        ("outcome", word(Outcome.allCases.map(\.rawValue), &dice)), ("public_reply", .text("已到现场处理")),
        ("contact", dice.chance(60) ? .members(("result", .text("reached"))) : nil))
    case "delegation":
      .members(("unit", word(["lakeside", "stone-gate", "stone-gate-station", "heat-office"], &dice)), ("text", .text("请办理")))
    case "assistance": .members(("unit", word(units, &dice)), ("text", .text("请协助")))
    case "extension": .members(("days", .count(1 + dice.below(14))), ("reason", .text("complex")))
    case "extension-decision": .members(("decision", word(["grant", "refuse"], &dice)), ("reason", dice.chance(80) ? .text("理由不足") : nil))
    case "suspension": .members(("reason", word(["works", "season", "nothing"], &dice)), ("until", dice.chance(40) ? soon(&dice) : nil))
    case "review": .members(("decision", word(["pass", "pass", "reject"], &dice)), ("reason", dice.chance(80) ? .text("请补充") : nil))
    case "supervision": .members(("cause", word(["overdue", "other", "nothing"], &dice)))
    case "recheck":
      .members(("where", word(["file", "site"], &dice)), ("result", word(["confirmed", "redo"], &dice)), ("note", .text("已核")))
    case "continued-report":
      .members(("public_reply", .text("进展")), ("finished", .flag(dice.chance(50))), ("next_due", dice.chance(70) ? soon(&dice) : nil))
    case "closure": .members(("ending", word(["explained", "long-running", "nothing"], &dice)), ("evidence", .text("材料")))
    case "note", "urging": .members(("text", .text("请尽快")))
    default: .object([])
    }
  }

  private func word(_ words: [String], _ dice: inout Dice) -> JSONValue { words.isEmpty ? .text("YX1-1-2222") : .text(dice.pick(words)) }

  private func soon(_ dice: inout Dice) -> JSONValue { .text(now.adding(minutes: dice.below(30_000) - 2000).iso8601) }

  private func record(_ dice: inout Dice) -> JSONValue {
    let phone = "1380000000\(dice.below(10))"
    return .members(
      ("channel", word(Channel.allCases.map(\.rawValue), &dice)), ("text", .text("反映\(dice.below(1000))号问题，电话\(phone)")),
      ("title", dice.chance(50) ? .text("标题") : nil),
      ("caller", .members(("name", .text(dice.pick(["王", "李"]))), ("phone", .text(phone)))),
      ("area", dice.chance(50) ? .text("east-lake") : nil), ("place", dice.chance(50) ? .members(("address", .text("湖滨路1号"))) : nil),
      ("confidential", .flag(dice.chance(10))), ("life_risk", .flag(dice.chance(3))),
      ("kind", dice.chance(50) ? word(Self.kinds, &dice) : nil),
      ("against", dice.chance(10) ? .members(("name", .text("某公司"))) : nil))
  }

  private func demand(_ dice: inout Dice) -> JSONValue {
    .members(
      ("kind", word(Self.kinds, &dice)), ("category", word(Self.categories, &dice)),
      ("urgency", word(["normal", "normal", "urgent", "critical"], &dice)),
      ("title", .text("标题")), ("text", .text("请办理")))
  }

  private func callBack(_ dice: inout Dice, _ appeal: String?) -> JSONValue {
    let reached = dice.chance(75)
    return .members(
      ("appeal", dice.chance(85) ? .optional(appeal) : word(appeals, &dice)), ("reached", .flag(reached)),
      ("solved", reached ? .flag(dice.chance(55)) : nil), ("result_grade", reached && dice.chance(70) ? word(Self.grades, &dice) : nil),
      ("reasonable", reached && dice.chance(15) ? .flag(false) : nil))
  }
}
