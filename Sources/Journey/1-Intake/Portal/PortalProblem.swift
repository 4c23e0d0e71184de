import Casework
import Workdays

/// What can go wrong for a citizen at the portal.
enum PortalProblem: Problem, Equatable {
  /// Too many wrong guesses, at this case or from this address.
  case locked(until: Moment)

  var status: Int { 429 }
  var code: String { "following-locked" }
  var gravity: Gravity { .notice }

  var again: Moment? {
    switch self {
    case .locked(let until): until
    }
  }

  var sentence: Phrase {
    switch self {
    case .locked(let until):
      Phrase(
        "输错次数过多，为保护隐私暂时不能查询；请在 \(until.civilText) 之后再试，或直接拨打热线。",
        "Too many wrong tries: to protect privacy this is locked until \(until.civilText) (UTC+8). Try again then, or call the hotline.")
    }
  }
}
