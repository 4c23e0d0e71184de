import Store

/// Full text on `tsvector`, made from our own tokens without PostgreSQL's parser and without positions.
/// Words are joined by `&`: a phrase query would read every candidate's tokens, eight times as slow on common words.
public struct PostgresSearch: SearchIndex {
  let session: any SQLSession
  let index: String

  /// - Parameter session: where its statements run; also one that only passes them on.
  public init(session: any SQLSession, index: String) {
    self.session = session
    self.index = index
  }

  public func put(id: Int64, text: String, scope: [String]) throws {
    let scopes = scope.map { SearchTokens.scope($0) }
    let tokens = SearchTokens.index(text).split(separator: " ").map { String($0) } + scopes
    // An array of texts; the tokens need no quoting.
    let array = "{\(tokens.map { "\"\($0)\"" }.joined(separator: ","))}"
    let sql = """
      INSERT INTO search_\(index) (id, terms) VALUES ($1, array_to_tsvector(CAST($2 AS text[])))
      ON CONFLICT (id) DO UPDATE SET terms = excluded.terms
      """
    try session.execute(sql, [.int(id), .text(array)])
  }

  public func remove(_ id: Int64) throws {
    try session.execute("DELETE FROM search_\(index) WHERE id = $1", [.int(id)])
  }

  public func search(_ query: String, anyOf scope: [String]?, limit: Int, before: Int64?) throws -> [Int64] {
    guard let match = PostgresSearch.match(SearchTokens.query(query), scope) else { return [] }
    let sql = "SELECT id FROM search_\(index) WHERE terms @@ CAST($1 AS tsquery) AND id < $2 ORDER BY id DESC LIMIT $3"
    return try session.query(sql, [.text(match), .int(before ?? .max), .int(Int64(limit))]) { $0.int(0) }
  }

  /// `'路灯' & ('_u1' | '_u2')`; nil when nothing can be found.
  static func match(_ terms: [SearchTerm], _ scope: [String]?) -> String? {
    guard !terms.isEmpty, scope?.isEmpty != true else { return nil }
    let words = terms.map { $0.isPrefix ? "'\($0.text)':*" : "'\($0.text)'" }.joined(separator: " & ")
    guard let scope else { return words }
    let scopes = scope.map { "'\(SearchTokens.scope($0))'" }.joined(separator: " | ")
    return "\(words) & (\(scopes))"
  }
}
