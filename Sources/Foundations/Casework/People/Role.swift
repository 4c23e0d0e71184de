import Workdays

/// What a person's account may do; the words are those of the programming interface (`user add --role`).
public enum Role: String, Codable, Sendable, CaseIterable, Worded {
  case agent, dispatcher, officer, supervisor, followup
  case shiftLeader = "shift-leader"
  case inspector, analyst, leader, congress, discipline, staffing, intake, admin
  case securityAdmin = "security-admin"
  case auditAdmin = "audit-admin"

  public var phrase: Phrase {
    switch self {
    case .agent: Phrase("话务员", "Agent")
    case .dispatcher: Phrase("派单员", "Dispatcher")
    case .officer: Phrase("承办人", "Unit officer")
    case .supervisor: Phrase("督办员", "Supervisor")
    case .followup: Phrase("回访员", "Follow-up caller")
    case .shiftLeader: Phrase("班长", "Shift leader")
    case .inspector: Phrase("质检员", "Quality inspector")
    case .analyst: Phrase("分析员", "Analyst")
    case .leader: Phrase("领导", "Leader")
    case .congress: Phrase("人大", "People's Congress")
    case .discipline: Phrase("纪检监察", "Discipline office")
    case .staffing: Phrase("编办", "Staffing office")
    case .intake: Phrase("基层受理员", "Unit intake clerk")
    case .admin: Phrase("系统管理员", "Administrator")
    case .securityAdmin: Phrase("安全管理员", "Security administrator")
    case .auditAdmin: Phrase("审计管理员", "Audit administrator")
    }
  }

  /// Who may look into an order's file at all; everybody else sees figures or settings only.
  public static let caseworkers: Set<Role> = [
    .agent, .dispatcher, .officer, .supervisor, .followup, .shiftLeader, .inspector, .analyst, .leader, .intake,
  ]
}
