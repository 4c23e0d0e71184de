import Casework
import Foundation
import Ledger
import Vault
import Workdays

/// What came of an import.
public struct ImportReport: Sendable, Equatable {
  public var imported = 0
  /// Known from before, unchanged.
  public var known = 0
  public var refused: [Refusal] = []
  /// What of the rows that landed could not be used.
  public var remarks: [Remark] = []

  public struct Refusal: Sendable, Equatable {
    public let line: Int
    public let reason: Phrase
  }

  public struct Remark: Sendable, Equatable {
    public let line: Int
    public let column: String
    public let reason: Phrase
  }

  enum Fate: Sendable {
    case imported([Remark])
    case known
    case refused(Refusal)
  }

  mutating func add(_ fate: Fate) {
    switch fate {
    case .imported(let remarks):
      imported += 1
      self.remarks += remarks
    case .known: known += 1
    case .refused(let refusal): refused.append(refusal)
    }
  }
}

extension IntakeStage {
  /// How many rows are under way at once: they share the durable flushes.
  private static let width = 64

  /// Takes in the rows of a CSV file. A row's id is its key within the channel for good, so the same file may come twice.
  /// - Parameter progress: told after each row: how many are done.
  public func importAppeals(_ bytes: [UInt8], channel: Channel, progress: @Sendable (Int) -> Void = { _ in }) async throws -> ImportReport {
    var rows = CSVReader(bytes)
    guard let header = rows.next() else { throw CaseworkProblem.field("file", "文件是空的。", "The file is empty.") }
    let sheet = try AppealSheet(header: header, channel: channel, profile: ledger.profile(), now: ledger.clock())
    var report = ImportReport()
    var done = 0
    try await withThrowingTaskGroup(of: ImportReport.Fate.self) { group in
      var running = 0
      while let row = rows.next() {
        if running == Self.width, let fate = try await group.next() {
          report.add(fate)
          running -= 1
          done += 1
          progress(done)
        }
        group.addTask { try await take(row, sheet) }
        running += 1
      }
      for try await fate in group {
        report.add(fate)
        done += 1
        progress(done)
      }
    }
    report.refused.sort { $0.line < $1.line }
    report.remarks.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    return report
  }

  private func take(_ row: CSVReader.Row, _ sheet: AppealSheet) async throws -> ImportReport.Fate {
    switch sheet.read(row) {
    case .failure(let refusal): return .refused(refusal.refusal)
    case .success(let statement):
      let key = RequestKey(
        scope: "import:\(sheet.channel.rawValue)", key: statement.source ?? "", fingerprint: sheet.fingerprint(row), permanent: true)
      do {
        if try await ledger.knows(scope: key.scope, key: key.key) {
          _ = try await ledger.perform(RecordAppeal(statement: statement, intake: sheet.intake), as: .system, key: key)
          return .known
        }
        _ = try await ledger.perform(RecordAppeal(statement: statement, intake: sheet.intake), as: .system, key: key)
        return .imported(sheet.remarks(row))
      } catch CaseworkProblem.keyReused {
        let reason = Phrase("编号 \(key.key) 已导入过另一份内容", "id \(key.key) was imported before with another content")
        return .refused(.init(line: row.line, reason: reason))
      }
    }
  }
}
