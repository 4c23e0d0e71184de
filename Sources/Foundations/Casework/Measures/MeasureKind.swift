import Workdays

/// The means by which whoever supervises makes an order move (sources 000, 003, 004, 11).
public enum MeasureKind: String, Codable, Sendable, CaseIterable, Worded {
  /// A formal notice to a unit, with a deadline of its own: 督办单.
  case notice
  /// Put before a leader at once, because it is city-wide, a tendency or of high impact: 呈批.
  case submission
  /// Several units under one supervision: 联合督办.
  case joint
  /// Somebody goes there and looks: 现场督察.
  case inspection
  /// Discipline, staffing and hotline offices together, against buck-passing and long dragging: 三方联动督办.
  case threeParty = "three-party"
  /// Published among the staff after a leader's approval: 通报批评.
  case criticism
  /// Taken up by the unit above: 提级.
  case escalation
  /// Kept on a list and reviewed at dates: 挂账.
  case longRunning = "long-running"
  /// Nobody knows whose it is: put before a regular meeting: 疑难.
  case hardMatter = "hard-matter"
  /// Units called together on one order: 联合调度.
  case jointDispatch = "joint-dispatch"
  /// Many call about one thing: one order, every new call linked to it: 集中诉求.
  case incident

  public var phrase: Phrase {
    switch self {
    case .notice: Phrase("督办单", "Notice")
    case .submission: Phrase("呈批", "Submission to a leader")
    case .joint: Phrase("联合督办", "Joint supervision")
    case .inspection: Phrase("现场督察", "On-site inspection")
    case .threeParty: Phrase("三方联动督办", "Three-party case")
    case .criticism: Phrase("通报批评", "Published criticism")
    case .escalation: Phrase("提级督办", "Escalation")
    case .longRunning: Phrase("挂账", "Long-running list")
    case .hardMatter: Phrase("疑难件", "Hard matter")
    case .jointDispatch: Phrase("联合调度", "Joint dispatch")
    case .incident: Phrase("集中诉求", "Incident")
    }
  }

  /// Whether the order counts as supervised; the others are help rather than pressure.
  public var isPressure: Bool {
    switch self {
    case .notice, .joint, .inspection, .threeParty, .criticism, .escalation: true
    case .submission, .longRunning, .hardMatter, .jointDispatch, .incident: false
    }
  }

  /// Whether units are called on at the opening already.
  public var callsAtOnce: Bool {
    switch self {
    case .notice, .joint, .escalation: true
    default: false
    }
  }

  /// Who may begin one.
  public var openers: Set<Role> {
    switch self {
    case .notice: [.supervisor, .leader, .intake]
    case .submission: [.supervisor, .dispatcher, .shiftLeader, .intake, .leader]
    case .joint, .inspection: [.supervisor, .leader]
    case .threeParty: [.supervisor, .dispatcher, .staffing]
    case .criticism, .longRunning: [.supervisor]
    case .escalation: [.supervisor, .dispatcher, .intake, .leader]
    case .hardMatter: [.dispatcher, .supervisor, .shiftLeader]
    case .jointDispatch, .incident: [.dispatcher, .supervisor, .intake, .leader]
    }
  }

  private static let common: Set<MeasureAction> = [.open, .urge, .remark, .attach, .withdraw, .accept]
  private static let called: Set<MeasureAction> = [.receive, .answer, .reject, .assign]

  /// What can be done with one of this kind at all; the table says when and by whom.
  public var actions: Set<MeasureAction> {
    switch self {
    case .notice, .joint, .escalation: Self.common.union(Self.called)
    case .submission: Self.common.union(Self.called).union([.instruct])
    case .inspection: Self.common.union(Self.called).union([.inspect])
    case .threeParty: Self.common.union(Self.called).union([.fileCase, .opine, .sign, .decide])
    case .criticism: Self.common.union(Self.called).subtracting([.assign]).union([.approve, .refuse])
    case .longRunning: Self.common.union([.review])
    case .hardMatter: Self.common.union(Self.called).union([.meet, .decide])
    case .jointDispatch: Self.common.union(Self.called).subtracting([.assign]).union([.agree])
    case .incident: Self.common.union([.link, .broadcast])
    }
  }
}

/// Why something is supervised (sources 000, 003). Words of the programming interface.
public enum MeasureCause: String, Codable, Sendable, CaseIterable, Worded {
  case overdue
  case undone = "should-have-done"
  case untrue = "false-follow-up"
  case overlap = "overlapping-duty"
  case unsatisfied, escalated
  case passedOn = "passed-on"
  case dragging, other

  public var phrase: Phrase {
    switch self {
    case .overdue: Phrase("超期未办结", "Overdue")
    case .undone: Phrase("该办未办", "Left undone")
    case .untrue: Phrase("回访不实", "Reported untruly")
    case .overlap: Phrase("职能交叉不清", "Unclear duty")
    case .unsatisfied: Phrase("重办仍不满意", "Still not solved after the redo")
    case .escalated: Phrase("提级办理", "Escalated")
    case .passedOn: Phrase("推诿扯皮", "Passed from one to another")
    case .dragging: Phrase("久拖不决", "Dragged on")
    case .other: Phrase("其他", "Other")
    }
  }
}

/// Why a leader should see it (source 004).
public enum MeasureReach: String, Codable, Sendable, CaseIterable, Worded {
  case citywide = "city-wide"
  case tendency
  case highImpact = "high-impact"

  public var phrase: Phrase {
    switch self {
    case .citywide: Phrase("全局性", "City-wide")
    case .tendency: Phrase("倾向性", "A tendency")
    case .highImpact: Phrase("影响重大", "High impact")
    }
  }
}

/// The offices of a three-party case (source 003).
public enum MeasureParty: String, Codable, Sendable, CaseIterable, Worded {
  case discipline, staffing, hotline

  public var phrase: Phrase {
    switch self {
    case .discipline: Phrase("纪检监察机关", "Discipline office")
    case .staffing: Phrase("机构编制部门", "Staffing office")
    case .hotline: Phrase("热线办", "Hotline office")
    }
  }

  /// Who speaks for it.
  public var role: Role {
    switch self {
    case .discipline: .discipline
    case .staffing: .staffing
    case .hotline: .supervisor
    }
  }
}
