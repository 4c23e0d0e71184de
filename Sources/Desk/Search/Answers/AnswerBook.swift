import Casework
import Ledger
import Store
import Vault

/// Keeps the published answers: which there are, in which category, and their words findable. Only what staff wrote for
/// everybody is in it.
public struct AnswerBook: Projector {
  public let name = "published-answers"
  private let keys: VaultKeys

  public init(ledger: Ledger) { keys = ledger.keys }

  /// The events after which an answer may be there, or not there any more.
  private static let telling: Set<String> = [
    "published", "unpublished", "calledBack", "rechecked", "reported", "closed", "archived", "reviewed", "unreasonableDecided",
  ]
  private static let put = """
    INSERT INTO published_answers (id, top, published_at) VALUES ($1, $2, $3)
    ON CONFLICT (id) DO UPDATE SET top = excluded.top, published_at = excluded.published_at
    """

  public func take(_ events: [SealedEvent], _ session: any SQLSession) throws {
    let changed = events.filter { $0.stream == StreamKind.order.rawValue && Self.telling.contains(String($0.type)) }
    let ids = Array(Set(changed.map(\.id))).sorted()
    let index = session.search(index: "answers")
    for order in ids.isEmpty ? [] : try session.folds(Order.self, ids) {
      let texts = try order.published.map { try Vault(session, keys: keys).texts([$0.title.value, $0.text.value]) }
      guard order.isShown, let published = order.published, let title = texts?[published.title.value],
        let text = texts?[published.text.value]
      else {
        try session.execute("DELETE FROM published_answers WHERE id = $1", [.int(order.id.value)])
        try index.remove(order.id.value)
        continue
      }
      let top = order.matter.category.top
      try session.execute(Self.put, [.int(order.id.value), .text(top.value), .int(published.at.milliseconds)])
      try index.put(id: order.id.value, text: IndexText.joined([title, text]), scope: [Self.token(top)])
    }
  }

  static func token(_ top: CategoryID) -> String { "c_\(top.value)" }
}

/// The tables of the published answers.
public enum AnswerMigrations {
  public static let all = [
    Migration(module: "answers", number: 1, reason: "everybody finds what was answered to others") { dialect in
      let answers = Table("published_answers", [.int("id").primaryKey(), .text("top"), .int("published_at")])
        .index("published_at DESC", "id DESC").index("top", "published_at DESC", "id DESC")
      return dialect.searchTable("answers") + answers.statements(dialect)
    }
  ]
}

extension Order {
  /// It was answered, and nobody has reopened it since.
  var isShown: Bool { published != nil && !matter.confidential && [.closed, .archived].contains(state) }
}
