import Workdays

/// What a city decides about the way of a case. Every setting has a default.
public struct CasePolicy: Hashable, Codable, Sendable {
  /// Contesting what is not one's own.
  public struct Returns: Hashable, Codable, Sendable {
    /// From dispatch; a wrong unit says so within two working days (source 10).
    public var within = Limit.workingDays(2)
    /// How often one unit may contest one order.
    public var rounds = 1
    public init() {}
  }

  public struct Extensions: Hashable, Codable, Sendable {
    /// The most that one extension may add.
    public var most = Limit.workingDays(10)
    public var times = 1
    public init() {}
  }

  public struct Suspension: Hashable, Codable, Sendable {
    /// How long the clock may stand still at a stretch.
    public var most = Limit.workingDays(20)
    public var reasons: [ReasonCode] = []
    public init() {}
  }

  public struct Redo: Hashable, Codable, Sendable {
    /// After so many redone rounds an unsatisfied answer goes to supervision.
    public var rounds = 1
    /// How long after the end the citizen's "not solved" still has it redone.
    public var claimDays = 30
    public init() {}
  }

  public struct Callback: Hashable, Codable, Sendable {
    /// Which of the answered participations are called back.
    public enum Share: Hashable, Codable, Sendable {
      case all
      case sample(percent: Int)
    }

    /// Unreachable so often: the case closes without an answer.
    public var attempts = 3
    public var share = Share.all
    public init() {}
  }

  /// How a citizen follows a case without an account, and how guessing is slowed.
  public struct PublicFollowing: Hashable, Codable, Sendable {
    /// Digits of the caller's own number that must be known.
    public var lastDigits = 4
    /// Wrong guesses for one case before it is locked.
    public var tries = 5
    /// Wrong guesses from one address before it is locked; more, because a whole office or estate may share one.
    public var addressTries = 30
    public var lockMinutes = 30
    public init() {}
  }

  public var returns = Returns()
  public var extensions = Extensions()
  public var suspension = Suspension()
  public var redo = Redo()
  public var callback = Callback()
  public var publicFollowing = PublicFollowing()
  /// What is not taken, with the legal route; public.
  public var refusals: [RefusalReason] = []
  /// What is taken; public.
  public var acceptedMatters: [Phrase] = []
  public var emergencyLines: [EmergencyLine] = []
  public var returnReasons: [ReasonCode] = []
  public var extensionReasons: [ReasonCode] = []
  /// Honest endings: solved, explained, unreasonable, not ours, in litigation, long-running.
  public var closingReasons: [ReasonCode] = []
  /// At the end of the signing limit the order counts as signed; where no rung of the ladder says when, at its very end.
  public var autoSign = true
  /// What happens by itself before and after the end of each clock. Every rung whose conditions hold is set.
  public var ladder: [Rung] = []
  /// The hotline may dispatch straight to a township; the county sees and supervises (source 003).
  public var directToTownship = false
  /// Feedback needs proof that the citizen was contacted.
  public var contactProofRequired = true
  /// Feedback is reviewed before the call-back.
  public var reviewRequired = true
  /// What a leader answered in person is reviewed by the head of the unit that handled it before the leader and the office (source 004).
  public var headReview = false
  /// The measures of supervision and their limits.
  public var measures = MeasurePolicy()
  /// Which open orders are offered to an appeal that sounds like them.
  public var merging = MergingPolicy()
  /// What everybody may read at the portal.
  public var openness = OpennessPolicy()

  public init() {}
}
