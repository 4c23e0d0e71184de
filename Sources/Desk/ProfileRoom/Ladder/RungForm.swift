import Casework
import Profiles
import Web
import Workdays

/// The form of a rung of the ladder, and how the rung is read from it.
enum RungForm {
  static let audience = Field("to", .list(of: .choice(of: Rung.Audience.self), max: 6), Phrase("告知", "Who is told"))
  static let form = Form(
    [
      .required("clock", .choice(of: ClockKind.self), Phrase("时钟", "Clock")),
      .required(
        "at", .line(16), Phrase("何时", "When"),
        help: Phrase(
          "-1wd 到期前，0m 到期时，+3wd 超期后，next-day 超期首日，start+5m 起算后。",
          "-1wd before the end, 0m at it, +3wd after it, next-day on the first day overdue, start+5m after the start.")),
      .required("what", .choice(of: Rung.What.self), Phrase("发生什么", "What happens")), audience,
    ] + LimitForm.conditions + [ProfileDesk.seen])

  static func rung(_ input: Input) throws -> Rung {
    guard let time = RungTime(input.text("at")) else {
      throw CaseworkProblem.field(
        "at", "“\(input.text("at"))”不是节点时间；请写 -1wd、0m、+3wd、next-day 或 start+5m。",
        "“\(input.text("at"))” is no time of a rung; write -1wd, 0m, +3wd, next-day or start+5m.")
    }
    let to = input.texts("to").compactMap { Rung.Audience(rawValue: $0) }
    return Rung(
      input.word("clock") ?? .handling, time, input.word("what") ?? .alert, where: try LimitForm.conditions(input), to: to)
  }

  static func values(of rung: Rung) -> SubmittedForm {
    let own = [("clock", rung.clock.rawValue), ("at", rung.at.description), ("what", rung.what.rawValue)]
    return SubmittedForm(own + rung.to.map { ("to", $0.rawValue) } + LimitForm.pairs(of: rung.conditions))
  }
}
