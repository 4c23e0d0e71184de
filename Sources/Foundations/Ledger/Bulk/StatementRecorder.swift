import Store

/// A session that writes statements down instead of running them: what is prepared on one core is written on another.
/// Nothing can be read from it.
final class StatementRecorder: SQLSession {
  let dialect: Dialect
  private(set) var statements: [BulkStatement] = []

  init(_ dialect: Dialect) { self.dialect = dialect }

  func query<R>(_ sql: String, _ args: [SQLValue], _ map: (any SQLRow) throws -> R) throws -> [R] {
    throw StoreError.invalidValue("a bulk batch only writes: \(sql)")
  }

  @discardableResult func execute(_ sql: String, _ args: [SQLValue]) throws -> Int {
    statements.append(BulkStatement(sql: sql, args: args))
    return 1
  }

  func savepoint<R>(_ body: () throws -> R) throws -> R { try body() }

  func search(index: String) -> any SearchIndex { Unsearchable() }

  private struct Unsearchable: SearchIndex {
    private static let problem = StoreError.invalidValue("a bulk batch feeds no search index; its projector does")
    func put(id: Int64, text: String, scope: [String]) throws { throw Self.problem }
    func remove(_ id: Int64) throws { throw Self.problem }
    func search(_ query: String, anyOf scope: [String]?, limit: Int, before: Int64?) throws -> [Int64] { throw Self.problem }
  }
}

/// One statement of a batch with its parameters.
public struct BulkStatement: Sendable {
  let sql: String
  let args: [SQLValue]
}
