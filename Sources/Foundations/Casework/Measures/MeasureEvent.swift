import Workdays

/// Everything that can happen to a measure. As with orders, events carry decisions: clocks with their deadlines.
public enum MeasureEvent: StreamEvent, Equatable {
  case opened(matter: MeasureMatter, duties: [Duty], clock: Clock?)
  case received(unit: UnitID)
  case answered(unit: UnitID, text: TextID)
  case accepted(text: TextID?)
  /// - Parameter duties: those that must be answered again, with their new clocks.
  case rejected(text: TextID, duties: [Duty])
  case assigned(duties: [Duty])
  case instructed(text: TextID, duties: [Duty])
  case inspected(finding: Finding, duties: [Duty])
  case filed(party: MeasureParty)
  case opined(party: MeasureParty, text: TextID)
  case signed(party: MeasureParty)
  case decided(decision: MeasureDecision, duties: [Duty])
  case met(meeting: MatterMeeting, clock: Clock?)
  case reviewed(text: TextID, clock: Clock?)
  case approved(text: TextID?, duties: [Duty])
  case refused(text: TextID)
  case agreed(text: TextID?, duties: [Duty])
  /// Appeals that joined the incident's order.
  case linked(appeals: [AppealID])
  /// Every citizen of the order was told this.
  case broadcast(text: TextID)
  case urged(text: TextID?)
  case remarked(text: TextID)
  case attached(file: AttachmentID)
  case withdrawn(reason: TextID)

  public var action: MeasureAction {
    switch self {
    case .opened: .open
    case .received: .receive
    case .answered: .answer
    case .accepted: .accept
    case .rejected: .reject
    case .assigned: .assign
    case .instructed: .instruct
    case .inspected: .inspect
    case .filed: .fileCase
    case .opined: .opine
    case .signed: .sign
    case .decided: .decide
    case .met: .meet
    case .reviewed: .review
    case .approved: .approve
    case .refused: .refuse
    case .agreed: .agree
    case .linked: .link
    case .broadcast: .broadcast
    case .urged: .urge
    case .remarked: .remark
    case .attached: .attach
    case .withdrawn: .withdraw
    }
  }
}
