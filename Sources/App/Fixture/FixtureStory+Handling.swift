import Web

/// The second half of the way: what the unit does with the order, and what is done with its answer.
extension FixtureStory {
  private var officer: String { matter.unit == "housing" ? "officer" : "officer-\(matter.unit)" }

  mutating func handle() {
    if stop == .returned || stop == .disputed {
      step(.order, "return", by: officer, after: 90, .members(("reason", .text("not-ours")), ("basis", .text("按职责分工不属于本单位。"))))
      if stop == .disputed { step(.order, "ruling", by: office.sender, after: 60, .members(("decision", .text("dispute")))) }
      return
    }
    step(.order, "signature", by: officer, after: chance.between(20, 300), .object([]))
    if stop == .signed { return }
    step(
      .order, "contact", by: officer, after: chance.between(30, 200), .members(("result", .text("reached")), ("note", .text("已电话联系，约定上门。")))
    )
    switch stop {
    case .extended:
      step(
        .order, "extension", by: officer, after: 60, .members(("days", .whole(5)), ("reason", .text("complex")), ("text", .text("需要更换设备。")))
      )
    case .suspended:
      step(.order, "suspension", by: officer, after: 60, .members(("reason", .text("works")), ("text", .text("等待材料到货。"))))
    case .promised:
      let until = now.adding(hours: 30)
      step(.order, "commitment", by: officer, after: 60, .members(("until", .text(until.iso8601)), ("text", .text("换好配件"))))
    default: answer()
    }
  }

  private mutating func answer() {
    let unfinished = stop == .continued
    feedBack(unfinished ? "unresolved" : chance.chance(80) ? "solved" : "explained", after: chance.between(400, 4200))
    if stop == .fedBack || stop == .leadersCall { return }
    step(.order, "review", by: office.sender, after: chance.between(20, 240), .members(("decision", .text("pass"))))
    if stop == .callback { return }
    if stop == .unreasonable { return callUnreasonable() }
    let unhappy = unfinished || chance.chance(6)
    callBack(solved: !unhappy)
    guard unhappy, !unfinished else { return archive(unfinished) }
    step(.order, "signature", by: officer, after: 60, .object([]))
    feedBack("solved", after: chance.between(300, 1200))
    step(.order, "review", by: office.sender, after: 60, .members(("decision", .text("pass"))))
    callBack(solved: true)
    archive(false)
  }

  private mutating func feedBack(_ outcome: String, after minutes: Int) {
    let figures = matter.figures.map { JSONValue.Member($0.0, .text($0.1)) }
    step(
      .order, "feedback", by: officer, after: minutes,
      .members(
        ("outcome", .text(outcome)), ("public_reply", .text("工作人员已到现场处理，情况已向您说明。")), ("internal_note", .text("现场照片已存档。")),
        ("fields", .object(figures))))
  }

  private mutating func callUnreasonable() {
    step(
      .order, "callback", by: office.caller, after: chance.between(60, 300),
      .members(("reached", .flag(true)), ("solved", .flag(false)), ("reasonable", .flag(false))))
    step(.order, "unreasonable", by: office.caller, after: 10, .members(("evidence", .text("诉求超出政策规定，已两次书面说明依据。"))))
  }

  private mutating func callBack(solved: Bool) {
    let grade = solved ? chance.pick(["very-satisfied", "satisfied", "satisfied", "basically-satisfied"]) : "dissatisfied"
    step(
      .order, "callback", by: office.caller, after: chance.between(60, 1800),
      .members(
        ("reached", .flag(true)), ("true", .flag(solved)), ("contacted", .flag(true)), ("solved", .flag(solved)),
        ("result_grade", .text(grade)),
        ("service_grade", .text("satisfied"))))
  }

  private mutating func archive(_ unfinished: Bool) {
    var dice = chance
    if !unfinished, !isConfidential, let forAll = matter.forAll, dice.chance(30) {
      step(
        .order, "publication", by: "followup", after: 30, .members(("title", .text(forAll.question)), ("text", .text(forAll.answer))))
    }
    if !unfinished, chance.chance(60) { step(.order, "archive", by: "supervisor", after: 1440, .object([])) }
  }
}
