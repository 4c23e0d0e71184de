import Casework
import Workdays

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
  /// Nil in a draft that was written before the form asked for it: it stays as it is.
  public var headReview: Bool?

  public init(_ policy: CasePolicy) {
    (returns, extensions, suspension, redo) = (policy.returns, policy.extensions, policy.suspension.most, policy.redo)
    (callback, publicFollowing, merging) = (policy.callback, policy.publicFollowing, policy.merging)
    (autoSign, directToTownship) = (policy.autoSign, policy.directToTownship)
    (contactProof, review, headReview) = (policy.contactProofRequired, policy.reviewRequired, policy.headReview)
  }

  func set(in policy: inout CasePolicy) {
    (policy.returns, policy.extensions, policy.suspension.most, policy.redo) = (returns, extensions, suspension, redo)
    (policy.callback, policy.publicFollowing, policy.merging) = (callback, publicFollowing, merging)
    (policy.autoSign, policy.directToTownship) = (autoSign, directToTownship)
    (policy.contactProofRequired, policy.reviewRequired) = (contactProof, review)
    if let headReview { policy.headReview = headReview }
  }
}
