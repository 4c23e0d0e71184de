import Casework
import Ledger
import Store
import Synchronization
import Workdays

/// Checks of the books, one at a time, behind the work: it reads what one moment shows, and whoever writes does not wait.
public final class BookChecks: Sendable {
  /// The verification of the whole program; it tells how many events it has seen.
  public typealias Verifying = @Sendable (_ progress: @escaping @Sendable (Int) -> Void) async throws -> Verification

  /// How far the one that runs in this process is.
  struct Progress: Sendable {
    var seen = 0
    var all: Int?
    fileprivate var work: Task<Void, Never>?
  }

  let ledger: Ledger
  private let verify: Verifying
  private let run = Mutex<Progress?>(nil)

  public init(_ ledger: Ledger, verify: @escaping Verifying) {
    self.ledger = ledger
    self.verify = verify
  }

  private var progress: Progress? { run.withLock { $0 } }

  /// The checks, and how far the one that runs here is. Whether one runs is asked before they are read, so that one that ends
  /// meanwhile never stands as cut off; and once more after it, for one that begins meanwhile.
  func overview() async throws -> (checks: [BookCheck], progress: Progress?) {
    let before = progress
    let checks = try await list()
    return (checks, before ?? progress)
  }

  /// The newest first.
  private func list() async throws -> [BookCheck] {
    try await ledger.look { sql, _ in try sql.query(Self.newest) { try StoredJSON.decode(BookCheck.self, from: $0.text(0)) } }
  }

  private static let newest = "SELECT fold FROM book_checks ORDER BY id DESC LIMIT 20"

  /// The last one that anybody began.
  public static func last(_ sql: any SQLSession) throws -> BookCheck? {
    try sql.first("SELECT fold FROM book_checks ORDER BY id DESC LIMIT 1") { try StoredJSON.decode(BookCheck.self, from: $0.text(0)) }
  }

  /// What began before this moment, stands as running and does not run here was cut off with the program that ran it: one
  /// program alone serves a file; of a server's several nodes another one may still be at it.
  func cutOff(at now: Moment) -> Moment { ledger.database.dialect == .sqlite ? now.adding(days: 1) : now.adding(hours: -Self.longest) }

  /// Hours that no check takes.
  private static let longest = 12

  /// Writes down that it begins, and walks the books behind this call.
  func begin(as actor: Actor, key: RequestKey?, at now: Moment) async throws -> BookCheckReceipt {
    guard claim() else { throw BookCheckProblem.running }
    do {
      let mark = ledger.random()
      let receipt = try await ledger.perform(BeginBookCheck(mark: mark, cutOff: cutOff(at: now)), as: actor, key: key, at: now)
      // The same request again: what it began then is not begun twice.
      guard receipt.mark == mark else {
        release()
        return receipt
      }
      let task = Task { await work(receipt.id) }
      run.withLock { $0?.work = task }
      return receipt
    } catch {
      release()
      throw error
    }
  }

  /// Waits for the one that runs here, where one does.
  func settled() async { await run.withLock { $0?.work }?.value }

  private func claim() -> Bool {
    run.withLock { held in
      guard held == nil else { return false }
      held = Progress()
      return true
    }
  }

  private func release() { run.withLock { $0 = nil } }

  private func work(_ id: Int64) async {
    let all = try? await ledger.look { sql, _ in try sql.count("SELECT count(*) FROM events") }
    run.withLock { $0?.all = all }
    // Where even its end cannot be written, it stands as running, and the next one writes down that it was interrupted.
    _ = try? await ledger.perform(EndBookCheck(check: id, event: await outcome()), as: .system)
    release()
  }

  private func outcome() async -> BookCheck.Event {
    do {
      let found = try await verify { [self] seen in run.withLock { $0?.seen = seen } }
      return .finished(findings: BookCheck.Findings(found))
    } catch {
      return .failed(reason: String(String(describing: error).prefix(300)))
    }
  }
}

/// What whoever began a check is told.
struct BookCheckReceipt: Codable, Sendable {
  let id: Int64
  let state: BookCheck.State
  /// Tells the call that began it from its repeats.
  let mark: UInt64
}

/// Begins a check, unless one runs. One that was cut off is written down as that.
struct BeginBookCheck: Verb {
  let mark: UInt64
  let cutOff: Moment

  func perform(in session: LedgerSession) throws -> BookCheckReceipt {
    let open = try session.sql.query("SELECT id, begun_at FROM book_checks WHERE state = 'running'") { (id: $0.int(0), at: $0.int(1)) }
    guard open.allSatisfy({ $0.at < cutOff.milliseconds }) else { throw BookCheckProblem.running }
    for (id, _) in open { try session.change(BookCheck.self, id, .interrupt) { _ in [.interrupted] } }
    let check = try session.begin(BookCheck.self, session.newID(), [.begun])
    return BookCheckReceipt(id: check.id, state: check.state, mark: mark)
  }
}

struct EndBookCheck: Verb {
  let check: Int64
  let event: BookCheck.Event

  func perform(in session: LedgerSession) throws -> BookCheckReceipt {
    let after = try session.change(BookCheck.self, check, event.action) { _ in [event] }
    return BookCheckReceipt(id: after.id, state: after.state, mark: 0)
  }
}

/// One check at a time.
enum BookCheckProblem: Problem {
  case running

  var status: Int { 409 }
  var code: String { "check-running" }
  var sentence: Phrase { Phrase("正在核对账本，一次只进行一个；请等它结束。", "The books are being checked, one check at a time; wait until it ends.") }
}
