import Casework
import Workdays

/// A letter that can be printed of an appeal: what it tells of has happened, and the profile has its words.
public struct LetterOffer: Hashable, Sendable {
  public let occasion: LetterOccasion
  /// The order of which it tells; nil for what happened to the appeal itself.
  public let order: String?

  public init(occasion: LetterOccasion, order: String?) { (self.occasion, self.order) = (occasion, order) }

  /// - Parameter orders: those in which the appeal takes part and that may be told of.
  static func all(_ appeal: Appeal, _ orders: [Order], _ profile: Profile) -> [LetterOffer] {
    own(appeal, profile) + orders.flatMap { through($0, profile) }
  }

  /// What happened to the appeal without an order.
  private static func own(_ appeal: Appeal, _ profile: Profile) -> [LetterOffer] {
    var occasions: [LetterOccasion] = []
    // The route must be known: a ground that the city has taken out since has none to tell.
    if appeal.state == .refused, appeal.refusal.flatMap({ profile.policy.refusals[code: $0] }) != nil { occasions.append(.declined) }
    if appeal.reply != nil { occasions.append(.answered) }
    return offers(occasions, nil, profile)
  }

  /// What an order did for the appeals behind it. A task and the record of a hand-over are no matter of the citizen's.
  static func through(_ order: Order, _ profile: Profile) -> [LetterOffer] {
    guard order.matter.role == .main, order.state != .withdrawn else { return [] }
    var occasions: [LetterOccasion] = [.accepted]
    if order.clocks.contains(where: \.isExtended) { occasions.append(.extended) }
    if order.feedback != nil, [.callback, .continuedReport, .closed, .archived].contains(order.state) { occasions.append(.answered) }
    return offers(occasions, order.matter.number, profile)
  }

  private static func offers(_ occasions: [LetterOccasion], _ order: String?, _ profile: Profile) -> [LetterOffer] {
    occasions.filter { profile.letter($0) != nil }.map { LetterOffer(occasion: $0, order: order) }
  }
}
