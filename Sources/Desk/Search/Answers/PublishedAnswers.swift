import Casework
import Ledger
import Store
import Vault
import Workdays

/// An answer that everybody may read: a title of the staff's own, and what the office answered.
public struct PublishedAnswer: Sendable, Hashable {
  public let id: Int64
  public let title: String
  public let text: String
  public let category: CategoryID
  public let unit: UnitID?
  public let at: Moment
}

/// Reads the published answers, newest first. What is read here is public; each order is looked at once more all the same.
public struct PublishedAnswers {
  private let sql: any SQLSession
  private let vault: Vault

  public init(_ sql: any SQLSession, _ vault: Vault) { (self.sql, self.vault) = (sql, vault) }

  private static let newest = """
    SELECT id FROM published_answers WHERE (published_at, id) < ($1, $2) ORDER BY published_at DESC, id DESC LIMIT $3
    """
  private static let newestOfKind = """
    SELECT id FROM published_answers WHERE top = $4 AND (published_at, id) < ($1, $2) ORDER BY published_at DESC, id DESC LIMIT $3
    """

  /// - Parameter after: The last one of the page before.
  public func list(of top: CategoryID?, after: PublishedAnswer? = nil, limit: Int) throws -> [PublishedAnswer] {
    var args: [SQLValue] = [.int(after?.at.milliseconds ?? .max), .int(after?.id ?? .max), .int(Int64(limit))]
    if let top { args.append(.text(top.value)) }
    return try load(try sql.query(top == nil ? Self.newest : Self.newestOfKind, args) { $0.int(0) })
  }

  /// Those with all of these words; Chinese ones by two characters.
  public func find(_ words: String, of top: CategoryID?, before: Int64? = nil, limit: Int) throws -> [PublishedAnswer] {
    let scope = top.map { [AnswerBook.token($0)] }
    return try load(sql.search(index: "answers").search(words, anyOf: scope, limit: limit, before: before))
  }

  public func one(_ id: Int64) throws -> PublishedAnswer? { try load([id]).first }

  /// In which categories of the first level there are any.
  public func tops() throws -> [CategoryID] {
    try sql.query("SELECT DISTINCT top FROM published_answers ORDER BY top LIMIT 100", []) { CategoryID($0.text(0)) }
  }

  private func load(_ ids: [Int64]) throws -> [PublishedAnswer] {
    guard !ids.isEmpty else { return [] }
    let orders = try sql.folds(Order.self, ids).filter(\.isShown)
    let texts = try vault.texts(orders.compactMap(\.published).flatMap { [$0.title.value, $0.text.value] })
    let all = orders.compactMap { order -> (Int64, PublishedAnswer)? in
      guard let published = order.published, let title = texts[published.title.value], let text = texts[published.text.value] else {
        return nil
      }
      let answer = PublishedAnswer(
        id: order.id.value, title: title, text: text, category: order.matter.category, unit: order.unit, at: published.at)
      return (answer.id, answer)
    }
    let found = Dictionary(all, uniquingKeysWith: { first, _ in first })
    return ids.compactMap { found[$0] }
  }
}
