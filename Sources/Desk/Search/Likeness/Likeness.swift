import Casework
import Workdays

/// What an appeal is like: what the same caller said before, and the open orders that may be about the same thing.
public struct Likeness: Sendable {
  /// Something that the caller said before.
  public struct Earlier: Sendable {
    public let number: String
    public let title: String
    public let receivedAt: Moment
    public let category: CategoryID?
    public let state: AppealState
    /// How the order stands that it became.
    public let order: (number: String, state: OrderState)?
    /// The same name too, not the number alone.
    public let isSamePerson: Bool
  }

  /// An order that the appeal may belong to.
  public struct Candidate: Sendable {
    public let order: OrderGlance
    /// How many appeals it has.
    public let appeals: Int
    /// Why it is offered.
    public let reasons: [Phrase]
  }

  public let number: String
  /// The newest of the caller's cases that the reader may see.
  public let earlier: [Earlier]
  /// How many there are of them.
  public let cases: Int
  /// The category that the appeal is about, where that is known.
  public let category: CategoryID?
  /// How often this person has spoken of that category, this time included; nil where the category is not known.
  public let time: Int?
  public let candidates: [Candidate]
}
