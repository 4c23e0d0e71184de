import CaseFile
import Casework
import Vault
import Web
import Workdays

/// What citizens are asked: few questions in plain words.
enum PortalForm {
  /// Whether we know who says it, and who else may.
  enum Openness: String, Sendable, CaseIterable, Worded {
    case open, confidential, anonymous

    var phrase: Phrase {
      switch self {
      case .open: Phrase("留姓名和电话", "With my name and telephone")
      case .confidential: Phrase("为我保密", "Keep me confidential")
      case .anonymous: Phrase("匿名", "Anonymously")
      }
    }

    /// What it means for the one who chooses it.
    var meaning: Phrase {
      switch self {
      case .open: Phrase("办理的单位可以直接联系您，办得最快。", "The office can call you, which is quickest.")
      case .confidential: Phrase("办理的单位看不到您是谁；我们来联系您。", "The office does not see who you are; we get in touch with you.")
      case .anonymous:
        Phrase(
          "没有人知道您是谁，也没有人能给您回电话；您凭编号和查询码查看结果。",
          "Nobody knows who you are and nobody can call you; with a number and a code you can follow it.")
      }
    }
  }

  static let statement: Form = [
    .words(
      "text", Phrase("您要反映什么", "What is it about"), max: 20_000,
      help: Phrase(
        "什么时候、什么事、希望怎么解决。", "When, what, and what should be done.")),
    Field("place", .line(300), Phrase("在什么地方", "Where"), help: Phrase("小区、路名、门牌或附近的标志。", "Estate, street, number or something nearby.")),
    Field(
      "area", .reference(.area), Phrase("哪个区县或镇街", "District or township"),
      help: Phrase("不选也可以，我们按地址来认。", "You may leave it; we go by the address.")),
    Field("lat", .decimal(-90...90), Phrase("纬度", "Latitude")), Field("lon", .decimal(-180...180), Phrase("经度", "Longitude")),
    Field("who", .choice(of: Openness.self), Phrase("怎么反映", "How you say it")),
    Field("name", .line(60), Phrase("您怎么称呼", "Your name")),
    Field(
      "phone", .phone, Phrase("您的电话", "Your telephone"),
      help: Phrase(
        "我们用它回复您，您用它的后四位查询进度。", "We answer on it, and its last four digits let you follow your case.")),
  ]

  /// The four questions, and the result and the service apart.
  static let rating: Form = [
    .required("solved", .flag, Phrase("问题解决了吗？", "Is it solved?")),
    Field("true", .flag, Phrase("回复您的情况属实吗？", "Is what they told you true?")),
    Field("contacted", .flag, Phrase("办理的单位联系过您吗？", "Did the office get in touch with you?")),
    .required("grade", .choice(of: Grade.self), Phrase("您对结果满意吗？", "How content are you with the result?")),
    Field("service_grade", .choice(of: Grade.self), Phrase("对服务态度满意吗？", "And with how you were treated?")),
    Field("note", .lines(2000), Phrase("还想说什么", "Anything else")),
  ]

  static func rate(_ call: Call) -> RateAppeal {
    let input = call.input
    var answers = CallbackAnswers(reached: true)
    answers.isTrue = input.optionalFlag("true")
    answers.contacted = input.optionalFlag("contacted")
    answers.solved = input.optionalFlag("solved")
    answers.resultGrade = input.word("grade")
    answers.serviceGrade = input.word("service_grade")
    return RateAppeal(
      appeal: call.number, grade: input.word("grade") ?? .satisfied, solved: answers.solved, note: input.optionalText("note"),
      answers: answers)
  }

  /// The last digits are the policy's matter, the shortest telephone number that citizens have is not.
  private static let shortestPhone = 7

  static func statement(_ call: Call, _ profile: Profile) throws -> Statement {
    let input = call.input
    var statement = Statement(channel: .mailbox, text: input.text("text"), receivedAt: call.now)
    let whereabouts = Whereabouts(input, profile)
    (statement.area, statement.place) = (whereabouts.area?.id, whereabouts.place)
    let openness = input.word("who", as: Openness.self) ?? .open
    statement.confidential = openness == .confidential
    guard openness != .anonymous else { return statement }
    guard let phone = input.optionalText("phone") else {
      throw CaseworkProblem.field("phone", "请留电话，或选择匿名。", "Leave a telephone number, or choose to stay anonymous.")
    }
    try checkPhone(phone)
    statement.caller = Identity(name: input.optionalText("name"), phone: phone)
    return statement
  }

  static func checkPhone(_ phone: String) throws {
    guard phone.count < shortestPhone else { return }
    throw CaseworkProblem.field("phone", "请填完整的电话号码，座机请带区号。", "Give the whole number, a landline with its area code.")
  }
}
