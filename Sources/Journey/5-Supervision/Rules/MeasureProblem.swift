import Casework
import Workdays

/// What measures can meet.
enum MeasureProblem: Problem {
  case notOfThisKind(MeasureAction, MeasureKind)
  case notYours(MeasureKind, [Role])
  case unanswered(Int)
  case notSigned([MeasureParty])
  case noFile(MeasureParty)
  case noOpinion
  case signed
  case notAParty
  case noDuty
  case undecided
  case noMeeting

  var status: Int {
    switch self {
    case .notYours, .notAParty: 403
    default: 409
    }
  }

  var code: String {
    switch self {
    case .notOfThisKind: "not-of-this-kind"
    case .notYours: "forbidden"
    case .unanswered: "duties-open"
    case .notSigned: "not-signed"
    case .noFile: "no-file"
    case .noOpinion: "no-opinion"
    case .signed: "signed-already"
    case .notAParty: "no-party"
    case .noDuty: "no-duty"
    case .undecided: "undecided"
    case .noMeeting: "no-meeting"
    }
  }

  var sentence: Phrase {
    switch self {
    case .notOfThisKind(let action, let kind):
      Phrase("“\(kind.phrase.zh)”没有“\(action.phrase.zh)”这一步。", "A measure of kind “\(kind.phrase.en)” has no step “\(action.phrase.en)”.")
    case .notYours(let kind, let roles):
      Phrase(
        "“\(kind.phrase.zh)”由以下岗位发起：\(roles.map(\.phrase.zh).joined(separator: "、"))。",
        "“\(kind.phrase.en)” is opened by: \(roles.map(\.phrase.en).joined(separator: ", ")).")
    case .unanswered(let count):
      Phrase("还有 \(count) 个单位没有回复；请等待、催办或撤销。", "\(count) unit(s) have not answered; wait, urge them or withdraw it.")
    case .notSigned(let parties):
      Phrase(
        "三方尚未全部会签，还缺：\(parties.map(\.phrase.zh).joined(separator: "、"))。",
        "Not signed by all three yet; missing: \(parties.map(\.phrase.en).joined(separator: ", ")).")
    case .noFile(let party):
      Phrase("\(party.phrase.zh)尚未立卷；请先立卷。", "The file of the \(party.phrase.en.lowercased()) is not open; open it first.")
    case .noOpinion: Phrase("请先填写意见，再会签。", "Write the opinion before you sign it.")
    case .signed: Phrase("贵方已会签，意见不能再改。", "Your office has signed; the opinion stands.")
    case .notAParty:
      Phrase(
        "三方为纪检监察、机构编制部门和热线办；您的岗位不代表其中任何一方。", "The three offices are discipline, staffing and hotline; your post speaks for none of them.")
    case .noDuty: Phrase("贵单位在此件中没有待回复的任务。", "Your unit has no duty left to answer here.")
    case .undecided: Phrase("尚未形成结论，不能办结。", "Nothing has been decided; it cannot be closed.")
    case .noMeeting: Phrase("疑难件须经会议研究后才能形成结论。", "A hard matter is decided after a meeting.")
    }
  }
}
