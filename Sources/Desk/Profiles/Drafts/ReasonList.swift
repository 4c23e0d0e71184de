import Casework
import Workdays

/// The lists of reasons from which people choose, by their names in a profile's `policy`.
public enum ReasonList: String, Codable, Sendable, CaseIterable, Worded {
  case returns = "return-reasons"
  case extensions = "extension-reasons"
  case suspensions = "suspension-reasons"
  case closings = "closing-reasons"

  public var phrase: Phrase {
    switch self {
    case .returns: Phrase("退单理由", "Reasons to return")
    case .extensions: Phrase("延期理由", "Reasons to extend")
    case .suspensions: Phrase("挂起原因", "Reasons to suspend")
    case .closings: Phrase("办结方式", "Ways to close")
    }
  }

  public func codes(in policy: CasePolicy) -> [ReasonCode] {
    switch self {
    case .returns: policy.returnReasons
    case .extensions: policy.extensionReasons
    case .suspensions: policy.suspension.reasons
    case .closings: policy.closingReasons
    }
  }

  func set(_ codes: [ReasonCode], in policy: inout CasePolicy) {
    switch self {
    case .returns: policy.returnReasons = codes
    case .extensions: policy.extensionReasons = codes
    case .suspensions: policy.suspension.reasons = codes
    case .closings: policy.closingReasons = codes
    }
  }
}
