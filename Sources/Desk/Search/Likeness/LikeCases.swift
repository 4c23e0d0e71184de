import Casework
import Store
import Vault
import Workdays

/// A case that shares words with what is being said.
public struct LikeCase: Sendable {
  public let id: Int64
  public let category: CategoryID
  public let area: AreaID?
  public let state: OrderState
  /// Which of the words it has.
  public let words: [String]
}

/// An answer that was given before to something like it.
public struct EarlierAnswer: Sendable {
  /// Of the order or the appeal.
  public let number: String
  public let isOrder: Bool
  public let category: CategoryID?
  public let at: Moment
  /// Masked.
  public let text: String
}

/// Asks the index word by word, newest first, so that no word of a whole conversation has to be in every case.
public struct LikeCases: Sendable {
  private let profile: Profile
  private let actor: Actor
  /// The newest so many cases of each word speak for it.
  private static let each = 12
  /// So many words of what was said are asked for.
  private static let most = 16
  /// An answer is offered where so many words are shared.
  private static let shared = 2

  public init(_ profile: Profile, for actor: Actor) { (self.profile, self.actor) = (profile, actor) }

  /// The words of a text by which cases can be told apart: pairs of characters without those of mere grammar.
  public static func words(of text: String) -> [String] {
    let tokens = SearchTokens.index(IndexText.clean(text)).split(separator: " ").map(String.init)
    return Array(tokens.filter { $0.count > 1 && !$0.contains(where: grammar.contains) && $0.contains(where: \.isLetter) }.prefix(most))
  }

  private static let grammar = Set("的了是我你他她它吗呢啊吧这那很就都也还和与及在有一个们说要去来到把被让给对")

  /// Orders that the actor may see, each with the words that it shares.
  public func orders(with words: [String], _ sql: any SQLSession) throws -> [LikeCase] {
    guard let reach = try OrderReach.of(actor, in: profile.units)?.keeping(sql) else { return [] }
    let found = try hits(words, in: "orders", reach.tokens, sql)
    guard !found.isEmpty else { return [] }
    var args: [SQLValue] = []
    let list = args.whereIn("id", found.keys.sorted())
    let rows = try sql.query(
      "SELECT id, category, area, state, unit, owner FROM orders WHERE \(list) AND role = 'main' ORDER BY id DESC", args
    ) {
      row -> LikeCase? in
      let (id, state) = (row.int(0), OrderState(rawValue: row.text(3)) ?? .archived)
      guard !reach.kept.contains(id), reach.shows(unit: row.textOrNil(4).map { UnitID($0) }, owner: UnitID(row.text(5)), state: state)
      else { return nil }
      return LikeCase(
        id: id, category: CategoryID(row.text(1)), area: row.textOrNil(2).map { AreaID($0) }, state: state, words: found[id] ?? [])
    }
    return rows.compactMap { $0 }
  }

  /// What citizens were told in like cases: public replies of ended orders, and answers given at once. Of confidential cases nothing.
  public func answers(_ cases: [LikeCase], _ words: [String], most: Int, _ sql: any SQLSession, _ vault: Vault) throws -> [EarlierAnswer] {
    let direct = try atOnce(words, most, sql, vault)
    return Array((direct + (try replies(cases, most, sql, vault))).prefix(most))
  }

  private func hits(_ words: [String], in name: String, _ scope: [String]?, _ sql: any SQLSession) throws -> [Int64: [String]] {
    let index = sql.search(index: name)
    var found: [Int64: [String]] = [:]
    for word in words {
      for id in try index.search(word, anyOf: scope, limit: Self.each, before: nil) { found[id, default: []].append(word) }
    }
    return found
  }

  private func replies(_ cases: [LikeCase], _ most: Int, _ sql: any SQLSession, _ vault: Vault) throws -> [EarlierAnswer] {
    let ended = cases.filter { ($0.state == .closed || $0.state == .archived) && $0.words.count >= Self.shared }
    let best = ended.sorted { ($0.words.count, $0.id) > ($1.words.count, $1.id) }.prefix(most * 2)
    let orders = best.isEmpty ? [] : try sql.folds(Order.self, best.map(\.id))
    let rank = Dictionary(best.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let told = orders.filter { !$0.matter.confidential && $0.feedback?.outcome.isFinished == true }
    let texts = try vault.texts(told.compactMap { $0.feedback?.reply.value })
    return told.sorted { rank[$0.id.value] ?? .max < rank[$1.id.value] ?? .max }.compactMap { order in
      guard let reply = order.feedback?.reply, let text = texts[reply.value] else { return nil }
      return EarlierAnswer(
        number: order.matter.number, isOrder: true, category: order.matter.category, at: order.closedAt ?? order.raisedAt,
        text: Masking.text(text))
    }
  }

  private func atOnce(_ words: [String], _ most: Int, _ sql: any SQLSession, _ vault: Vault) throws -> [EarlierAnswer] {
    guard let reach = AppealReach.of(actor, in: profile.units) else { return [] }
    let found = try hits(words, in: "appeals", reach.tokens, sql).filter { $0.value.count >= Self.shared }
    let best = found.sorted { ($0.value.count, $0.key) > ($1.value.count, $1.key) }.prefix(most * 4).map(\.key)
    guard !best.isEmpty else { return [] }
    let appeals = try sql.folds(Appeal.self, best).filter {
      $0.state == .answered && !$0.matter.confidential && !$0.sides(of: actor, in: profile.units).isEmpty
    }
    let texts = try vault.texts(appeals.compactMap { $0.reply?.value })
    let rank = Dictionary(best.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return appeals.sorted { rank[$0.id.value] ?? .max < rank[$1.id.value] ?? .max }.compactMap { appeal in
      guard let reply = appeal.reply, let text = texts[reply.value] else { return nil }
      return EarlierAnswer(
        number: appeal.matter.number, isOrder: false, category: appeal.matter.category, at: appeal.recordedAt, text: Masking.text(text))
    }.prefix(most).map { $0 }
  }
}
