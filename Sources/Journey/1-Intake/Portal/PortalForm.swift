import CaseFile
import Casework
import Vault
import Web
import Workdays

/// What citizens are asked: few questions in plain words.
enum PortalForm {
  static let statement: Form = [
    .words(
      "text", Phrase("您要反映什么", "What is it about"), max: 20_000,
      help: Phrase(
        "什么时候、什么事、希望怎么解决。", "When, what, and what should be done.")),
    Field("place", .line(300), Phrase("在什么地方", "Where"), help: Phrase("小区、路名、门牌或附近的标志。", "Estate, street, number or something nearby.")),
    Field("area", .reference(.area), Phrase("哪个区县或镇街", "District or township")),
    Field("name", .line(60), Phrase("您怎么称呼", "Your name")),
    Field(
      "phone", .phone, Phrase("您的电话", "Your telephone"),
      help: Phrase(
        "我们用它回复您，您用它的后四位查询进度。", "We answer on it, and its last four digits let you follow your case.")),
    .tick(
      "anonymous", Phrase("不留姓名和电话", "Leave no name or telephone"),
      help: Phrase(
        "可以匿名反映，但我们无法回复您，您之后也不能查询进度。", "You may stay anonymous, but then we cannot answer and you cannot follow it later.")),
    .tick(
      "confidential", Phrase("为我保密", "Keep me confidential"),
      help: Phrase(
        "被反映和办理的单位看不到您是谁。", "The office that handles it will not see who you are.")),
  ]

  static let following: Form = [
    .required(
      "number", .identifier, Phrase("诉求编号", "Number of your case"),
      help: Phrase(
        "提交时给您的编号，字母不分大小写。", "The number you were given; capitals do not matter.")),
    .required(
      "digits", .line(12), Phrase("电话后四位", "Last four digits of your telephone"),
      help: Phrase(
        "反映问题时留的那个电话。", "Of the telephone that you left with us.")),
  ]

  /// The last digits are the policy's matter, the shortest telephone number that citizens have is not.
  private static let shortestPhone = 7

  static func statement(_ call: Call) throws -> Statement {
    let input = call.input
    var statement = Statement(channel: .mailbox, text: input.text("text"), receivedAt: call.now)
    statement.area = input.optionalText("area").map { AreaID($0) }
    statement.place = input.optionalText("place").map { Place(address: $0) }
    statement.confidential = input.flag("confidential")
    guard !input.flag("anonymous") else { return statement }
    guard let phone = input.optionalText("phone") else {
      throw CaseworkProblem.field("phone", "请留电话，或选择不留姓名和电话。", "Leave a telephone number, or choose to leave none.")
    }
    guard phone.count >= shortestPhone else {
      throw CaseworkProblem.field("phone", "请填完整的电话号码，座机请带区号。", "Give the whole number, a landline with its area code.")
    }
    statement.caller = Identity(name: input.optionalText("name"), phone: phone)
    return statement
  }
}
