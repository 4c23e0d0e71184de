import Workdays

/// What a clock waits for. The dispatch-side clocks start at dispatch, never at signing.
public enum ClockKind: String, Codable, Sendable, CaseIterable, Worded {
  case transfer, sign
  case firstContact = "first-contact"
  case handling, `extension`, redo, commitment
  case followUp = "follow-up"
  case continuedReport = "continued-report"
  case returnWindow = "return-window"
  case ruling

  public var phrase: Phrase {
    switch self {
    case .transfer: Phrase("转办时限", "Transfer")
    case .sign: Phrase("签收时限", "Signing")
    case .firstContact: Phrase("首次联系时限", "First contact")
    case .handling: Phrase("办理时限", "Handling")
    case .extension: Phrase("延期审批时限", "Decision on an extension")
    case .redo: Phrase("重办时限", "Redo")
    case .commitment: Phrase("承诺时限", "Commitment")
    case .followUp: Phrase("回访时限", "Follow-up")
    case .continuedReport: Phrase("续报时限", "Continued report")
    case .returnWindow: Phrase("退单时限", "Time to return")
    case .ruling: Phrase("裁定时限", "Ruling")
    }
  }

  /// Whether it is the unit that must act in time, by its own working hours; else the side that dispatched.
  public var runsAtUnit: Bool {
    switch self {
    case .transfer, .extension, .followUp, .ruling: false
    case .sign, .firstContact, .handling, .redo, .commitment, .continuedReport, .returnWindow: true
    }
  }

  /// The clocks without which no order could run: every profile has a limit for each, whatever the kind and urgency.
  public static let essential: [ClockKind] = [.transfer, .sign, .handling]
}
