import Casework
import Ledger

/// Something that all citizens of an order must be told; the courier writes it to each of them.
public struct CitizenNotice: Codable, Sendable {
  public static let topic = "notice"
  public let order: OrderID
  public let about: ParticipationEvent.Notice
  /// The sentence in the vault, under the order's key.
  public let text: TextID

  public init(order: OrderID, about: ParticipationEvent.Notice, text: TextID) {
    self.order = order
    self.about = about
    self.text = text
  }
}

extension LedgerSession {
  /// Leaves a notice for every citizen of the order in the outbox.
  public func tellCitizens(of order: Order, about: ParticipationEvent.Notice, _ sentence: String) throws {
    guard !order.isTask, order.matter.role == .main else { return }
    let text = try keep(sentence, for: order.matter.citizen)
    try tell(CitizenNotice.topic, CitizenNotice(order: order.id, about: about, text: text))
  }
}
