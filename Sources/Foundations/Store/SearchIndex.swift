/// A full-text index over one kind of document, newest first, inside the session's transaction. Chinese is found by two
/// characters and by one. All words of a query must occur. The answers are the same on both engines.
public protocol SearchIndex {
  /// Indexes a document, or indexes it again with its new text. `scope` holds the terms that searches may be narrowed by,
  /// such as the units that may see it; text can never imitate a scope term.
  func put(id: Int64, text: String, scope: [String]) throws

  /// Takes a document out; nothing happens when it is not there.
  func remove(_ id: Int64) throws

  /// Ids of documents with all words of `query`, highest first. `anyOf`: only those with at least one of these scope terms
  /// (nil: all; empty: none). `before`: only ids below it, for the next page. A query without any word finds nothing.
  func search(_ query: String, anyOf scope: [String]?, limit: Int, before: Int64?) throws -> [Int64]
}
