import Casework
import Workdays

/// What can go wrong for a citizen at the portal.
enum PortalProblem: Problem, Equatable {
  /// Too many wrong guesses, at this case or from this address.
  case locked(until: Moment)
  /// It was never published, or has been taken back.
  case noAnswer
  /// It has ended, or nobody may see it.
  case noMatter
  /// One network said "me too" too often.
  case tooMuch

  var status: Int {
    switch self {
    case .locked, .tooMuch: 429
    case .noAnswer, .noMatter: 404
    }
  }

  var code: String {
    switch self {
    case .locked: "following-locked"
    case .noAnswer: "no-answer"
    case .noMatter: "no-open-matter"
    case .tooMuch: "support-limited"
    }
  }

  var gravity: Gravity { .notice }

  var again: Moment? {
    switch self {
    case .locked(let until): until
    case .noAnswer, .noMatter, .tooMuch: nil
    }
  }

  var sentence: Phrase {
    switch self {
    case .locked(let until):
      Phrase(
        "输错次数过多，为保护隐私暂时不能查询；请在 \(until.phrase.zh) 之后再试，或直接拨打热线。",
        "Too many wrong tries: to protect privacy this is locked until \(until.phrase.en) (UTC+8). Try again then, or call the hotline.")
    case .noMatter: Phrase("这件事已经办完或不公开；如果还有问题，请告诉我们。", "It is finished or not public; if something is still wrong, tell us.")
    case .tooMuch:
      Phrase(
        "今天从您这个网络点得太多，没有再记；请明天再来，或直接反映问题。",
        "It was pressed too often from your network today and was not counted; come back tomorrow, or tell us what is wrong.")
    case .noAnswer: Phrase("这条答复没有公开，或已经撤下；可以再搜一搜。", "This answer is not published, or was taken back; search once more.")
    }
  }
}
