import Workdays

/// One step of the ladder: when a clock comes here, this happens by itself and these people hear of it.
public struct Rung: Hashable, Codable, Sendable {
  public var clock: ClockKind
  public var at: RungTime
  public var what: What
  public var conditions: Conditions
  /// Who is told.
  public var to: [Audience]

  public init(_ clock: ClockKind, _ at: RungTime, _ what: What, where conditions: Conditions = Conditions(), to: [Audience] = []) {
    self.clock = clock
    self.at = at
    self.what = what
    self.conditions = conditions
    self.to = to
  }

  /// By which it is known on its clock: one thing happens once at one time.
  public var code: String { "\(what.rawValue)@\(at)" }
}

extension Rung {
  /// What happens at a rung.
  public enum What: String, Codable, Sendable, CaseIterable, Worded {
    /// The clock signs for the unit. For the signing clock only.
    case autoSign = "auto-sign"
    /// A flag on the order (source 10).
    case yellowCard = "yellow-card"
    case redCard = "red-card"
    /// The same as a reminder by a person.
    case urge
    /// A formal notice falls due.
    case notice
    /// The levels above take it up.
    case escalate
    /// People are told at once, again and again until somebody acts.
    case alert
    /// It is criticised in public.
    case publish

    public var phrase: Phrase {
      switch self {
      case .autoSign: Phrase("自动签收", "Signed by the clock")
      case .yellowCard: Phrase("黄牌", "Yellow card")
      case .redCard: Phrase("红牌", "Red card")
      case .urge: Phrase("催办", "Urging")
      case .notice: Phrase("督办单", "Formal notice")
      case .escalate: Phrase("提级", "Escalation")
      case .alert: Phrase("提醒", "Alert")
      case .publish: Phrase("通报批评", "Criticism")
      }
    }
  }

  /// Who is told, as seen from the order.
  public enum Audience: String, Codable, Sendable, CaseIterable, Worded {
    /// The officers of the unit that has it.
    case unit
    /// The officers of the unit above that one.
    case above
    /// These at the side that dispatched it.
    case dispatcher, supervisor
    case shiftLeader = "shift-leader"
    /// The city's leaders.
    case leader

    public var phrase: Phrase {
      switch self {
      case .unit: Phrase("承办单位", "the unit")
      case .above: Phrase("上级单位", "the unit above")
      case .dispatcher: Phrase("派单员", "the dispatchers")
      case .supervisor: Phrase("督办员", "the supervisors")
      case .shiftLeader: Phrase("班长", "the shift leaders")
      case .leader: Phrase("领导", "the leaders")
      }
    }
  }
}
