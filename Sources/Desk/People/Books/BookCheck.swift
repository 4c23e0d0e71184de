import Casework
import Ledger
import Store
import Workdays

/// A check of the books 账本核对: every event, seal and text and every row, walked once. Who had it done and what it found
/// stand in the books themselves.
public struct BookCheck: EventStream {
  public enum State: String, Codable, Sendable, CaseIterable, Worded {
    case running, sound, unsound, failed, interrupted

    public var phrase: Phrase {
      switch self {
      case .running: Phrase("正在核对", "Running")
      case .sound: Phrase("完好", "Sound")
      case .unsound: Phrase("有不符", "Not sound")
      case .failed: Phrase("没有完成", "Failed")
      case .interrupted: Phrase("中断", "Interrupted")
      }
    }
  }

  public enum Action: String, Codable, Sendable, CaseIterable, Worded {
    case begin, finish, fail, interrupt

    public var phrase: Phrase {
      switch self {
      case .begin: Phrase("核对账本", "Check the books")
      case .finish: Phrase("记下核对结果", "Write down what was found")
      case .fail: Phrase("记下核对未完成", "Write down that it failed")
      case .interrupt: Phrase("记下核对中断", "Write down that it was interrupted")
      }
    }
  }

  public enum Event: StreamEvent, Equatable {
    case begun
    case finished(findings: Findings)
    case failed(reason: String)
    /// The program was stopped in the midst of it.
    case interrupted

    public var action: Action {
      switch self {
      case .begun: .begin
      case .finished: .finish
      case .failed: .fail
      case .interrupted: .interrupt
      }
    }
  }

  public struct Findings: Codable, Sendable, Equatable {
    public let events: Int
    public let erased: Int
    /// Rows and figures that differ from what the events say.
    public let differing: Int
    /// Where the chain is broken, as the command says it.
    public let breaks: [String]

    public init(_ found: Verification) { (events, erased, differing, breaks) = (found.events, found.erased, found.differing, found.breaks) }

    public var isSound: Bool { breaks.isEmpty && differing == 0 }
  }

  public let id: Int64
  public let begunAt: Moment
  public let begunBy: AccountID
  public private(set) var state = State.running
  public private(set) var endedAt: Moment?
  public private(set) var findings: Findings?
  public private(set) var failure: String?
}

extension BookCheck {
  public static let kind = StreamKind(rawValue: "book-check")
  public static let keepers: Set<Role> = [.auditAdmin]
  public static let births: [Action: Permission] = [.begin: Permission(keepers, .viewer)]
  public static let lifecycle = Lifecycle<State, Action>([
    Transition([.running], .finish, to: [.sound, .unsound], by: .system), Transition([.running], .fail, to: [.failed], by: .system),
    Transition([.running], .interrupt, to: [.interrupted], by: Permission(keepers, .viewer)),
  ])

  public init?(birth fact: Fact<Event>) {
    guard case .begun = fact.event else { return nil }
    (id, begunAt, begunBy) = (fact.stream, fact.at, fact.by)
  }

  public mutating func apply(_ fact: Fact<Event>) {
    switch fact.event {
    case .begun: return
    case .finished(let found): (findings, state) = (found, found.isSound ? .sound : .unsound)
    case .failed(let reason): (failure, state) = (reason, .failed)
    case .interrupted: state = .interrupted
    }
    endedAt = fact.at
  }

  public func sides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> {
    actor.standing == .citizen ? [] : [.viewer]
  }
}

extension BookCheck: Recorded {
  public static let table = RowTable("book_checks", ["state", "begun_at"])
  public static let noun = Phrase("账本核对", "check of the books")
  public var label: String { String(id) }
  public var columns: [SQLValue] { [.text(state.rawValue), .int(begunAt.milliseconds)] }
}
