import Casework
import Workdays

/// What can go wrong before a verb is reached.
public enum WebProblem: Problem, Hashable {
  case signedOut
  case badToken
  case forbidden(Access)
  case noPage
  case badMethod(allowed: [String])
  case tooLarge(limit: Int)
  case badType(expected: String)
  case malformedForm
  case malformedUpload
  case crossSite
  case staleForm
  case badKey
  case onlyCompressed
  case refused(status: Int)

  public var status: Int {
    switch self {
    case .signedOut, .badToken: 401
    case .forbidden, .crossSite, .staleForm: 403
    case .noPage: 404
    case .badMethod: 405
    case .onlyCompressed: 406
    case .tooLarge: 413
    case .badType: 415
    case .malformedForm, .malformedUpload, .badKey: 400
    case .refused(let status): status
    }
  }

  public var code: String {
    switch self {
    case .signedOut: "signed-out"
    case .badToken: "bad-token"
    case .forbidden: "forbidden"
    case .noPage: "not-found"
    case .badMethod: "bad-method"
    case .tooLarge: "too-large"
    case .badType: "bad-type"
    case .malformedForm: "malformed-form"
    case .malformedUpload: "malformed-upload"
    case .crossSite: "cross-site"
    case .staleForm: "stale-form"
    case .badKey: "bad-key"
    case .onlyCompressed: "only-compressed"
    case .refused: "refused"
    }
  }

  public var gravity: Gravity { .debug }
}
