import Store

/// Full text on FTS5. The grams are kept in the table, so replacing or deleting a row takes out exactly what went in.
public struct SQLiteSearch: SearchIndex {
  let session: any SQLSession
  let index: String

  /// - Parameter session: where its statements run; also one that only passes them on.
  public init(session: any SQLSession, index: String) {
    self.session = session
    self.index = index
  }

  public func put(id: Int64, text: String, scope: [String]) throws {
    let scopes = scope.map { SearchTokens.scope($0) }.joined(separator: " ")
    let grams = "\(SearchTokens.index(text)) \(scopes)"
    try session.execute("INSERT OR REPLACE INTO search_\(index) (rowid, grams) VALUES ($1, $2)", [.int(id), .text(grams)])
  }

  public func remove(_ id: Int64) throws {
    try session.execute("DELETE FROM search_\(index) WHERE rowid = $1", [.int(id)])
  }

  public func search(_ query: String, anyOf scope: [String]?, limit: Int, before: Int64?) throws -> [Int64] {
    guard let match = SQLiteSearch.match(SearchTokens.query(query), scope) else { return [] }
    let sql = "SELECT rowid FROM search_\(index) WHERE search_\(index) MATCH $1 AND rowid < $2 ORDER BY rowid DESC LIMIT $3"
    return try session.query(sql, [.text(match), .int(before ?? .max), .int(Int64(limit))]) { $0.int(0) }
  }

  /// `"路灯" AND ("_u1" OR "_u2")`; nil when nothing can be found.
  static func match(_ terms: [SearchTerm], _ scope: [String]?) -> String? {
    guard !terms.isEmpty, scope?.isEmpty != true else { return nil }
    let words = terms.map { $0.isPrefix ? "\"\($0.text)\" *" : "\"\($0.text)\"" }.joined(separator: " AND ")
    guard let scope else { return words }
    let scopes = scope.map { "\"\(SearchTokens.scope($0))\"" }.joined(separator: " OR ")
    return "\(words) AND (\(scopes))"
  }
}
