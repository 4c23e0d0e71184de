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

/// The settings of a case's way that are single values.
public struct PolicySettings: Hashable, Codable, Sendable {
  public var returns: CasePolicy.Returns
  public var extensions: CasePolicy.Extensions
  public var suspension: Limit
  public var redo: CasePolicy.Redo
  public var callback: CasePolicy.Callback
  public var publicFollowing: CasePolicy.PublicFollowing
  public var autoSign: Bool
  public var directToTownship: Bool
  public var contactProof: Bool
  public var review: Bool
  public var merging: MergingPolicy

  public init(_ policy: CasePolicy) {
    (returns, extensions, suspension, redo) = (policy.returns, policy.extensions, policy.suspension.most, policy.redo)
    (callback, publicFollowing, merging) = (policy.callback, policy.publicFollowing, policy.merging)
    (autoSign, directToTownship) = (policy.autoSign, policy.directToTownship)
    (contactProof, review) = (policy.contactProofRequired, policy.reviewRequired)
  }

  func set(in policy: inout CasePolicy) {
    (policy.returns, policy.extensions, policy.suspension.most, policy.redo) = (returns, extensions, suspension, redo)
    (policy.callback, policy.publicFollowing, policy.merging) = (callback, publicFollowing, merging)
    (policy.autoSign, policy.directToTownship) = (autoSign, directToTownship)
    (policy.contactProofRequired, policy.reviewRequired) = (contactProof, review)
  }
}
