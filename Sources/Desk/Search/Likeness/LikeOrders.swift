import Casework
import Store
import Vault
import Workdays

/// What was said, as far as it is known: of an appeal, or while it is still being taken down.
public struct SaidMatter: Sendable {
  public var title: String?
  public var text: String
  public var address: String?
  public var area: AreaID?
  public var category: CategoryID?
  public var isConfidential: Bool

  public init(
    title: String? = nil, text: String, address: String? = nil, area: AreaID? = nil, category: CategoryID? = nil,
    isConfidential: Bool = false
  ) {
    (self.title, self.text, self.address, self.area, self.category) = (title, text, address, area, category)
    self.isConfidential = isConfidential
  }

  /// Title and text without anybody's numbers.
  var words: String { IndexText.joined([title, text].map { $0.map(IndexText.clean) }) }
}

/// Finds the open orders that an appeal may belong to: the same place, or the same kind of matter in the same area, or the
/// same words; each with the reason. A confidential appeal joins no open order, so nothing is offered to it.
public struct LikeOrders: Sendable {
  let matter: SaidMatter
  let profile: Profile
  let actor: Actor
  let now: Moment

  public init(_ matter: SaidMatter, _ profile: Profile, for actor: Actor, at now: Moment) {
    (self.matter, self.profile, self.actor, self.now) = (matter, profile, actor, now)
  }

  /// From here on two texts are thought to speak of the same thing; where the place is the same, less is enough.
  private static let alike = 0.3
  private static let alikeHere = 0.1
  private static let batch: Int64 = 60

  public func find(_ sql: any SQLSession, _ vault: Vault) throws -> [Likeness.Candidate] {
    guard !matter.isConfidential, let reach = try OrderReach.of(actor, in: profile.units)?.keeping(sql) else { return [] }
    let here = try atPlace(sql)
    let ids = try Set(here + inArea(sql) + byWords(reach, sql)).subtracting(reach.kept)
    let glances = try OrderGlance.load(ids.sorted(by: >), sql, vault).filter { isOffered($0, reach) }
    let texts = try texts(of: glances.map(\.id), sql, vault)
    let own = LikeWords(matter.words)
    let scored = glances.compactMap { score($0, LikeWords(texts[$0.id] ?? ""), own, isHere: here.contains($0.id)) }
    let best = scored.sorted { ($0.points, $0.order.id) > ($1.points, $1.order.id) }.prefix(profile.policy.merging.most)
    let counts = try counts(of: best.map(\.order.id), sql)
    return best.map { Likeness.Candidate(order: $0.order, appeals: counts[$0.order.id] ?? 0, reasons: $0.reasons) }
  }

  private var since: Moment { now.adding(minutes: -1440 * profile.policy.merging.days) }

  private func atPlace(_ sql: any SQLSession) throws -> [Int64] {
    guard let address = matter.address, let key = PlaceKey.of(address, without: PlaceBook.names(profile)) else { return [] }
    return try sql.query(
      "SELECT id FROM order_places WHERE place = $1 AND raised_at >= $2 ORDER BY raised_at DESC LIMIT $3",
      [.text(key), .int(since.milliseconds), .int(Self.batch)]
    ) { $0.int(0) }
  }

  /// Of the same category; of any one where the appeal's is not known yet.
  private func inArea(_ sql: any SQLSession) throws -> [Int64] {
    guard let area = matter.area else { return [] }
    var args: [SQLValue] = [.text(area.value), .int(since.milliseconds), .int(Self.batch)]
    let same = matter.category.map { " AND category = \(args.bind(.text($0.value)))" } ?? ""
    return try sql.query(
      "SELECT id FROM order_places WHERE area = $1\(same) AND raised_at >= $2 ORDER BY raised_at DESC LIMIT $3", args
    ) { $0.int(0) }
  }

  /// Orders that name the place of this one, or have all words of its title.
  private func byWords(_ reach: OrderReach, _ sql: any SQLSession) throws -> [Int64] {
    let index = sql.search(index: "orders")
    return try [matter.address, matter.title].compactMap { $0 }.flatMap { words in
      try index.search(IndexText.clean(words), anyOf: reach.tokens, limit: Int(Self.batch), before: nil)
    }
  }

  private func texts(of ids: [Int64], _ sql: any SQLSession, _ vault: Vault) throws -> [Int64: String] {
    guard !ids.isEmpty else { return [:] }
    let matters = try sql.folds(Order.self, ids).map { ($0.id.value, [$0.matter.title.value, $0.matter.text.value]) }
    let texts = try vault.texts(matters.flatMap(\.1))
    let all = matters.map { id, parts in (id, parts.compactMap { texts[$0] }.map(IndexText.clean).joined(separator: "\n")) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  private func counts(of ids: [Int64], _ sql: any SQLSession) throws -> [Int64: Int] {
    guard !ids.isEmpty else { return [:] }
    var args: [SQLValue] = []
    let list = args.whereIn("order_id", ids)
    let rows = try sql.query(
      "SELECT order_id, count(*) FROM participations WHERE \(list) AND state <> 'parted' GROUP BY order_id", args
    ) { ($0.int(0), Int($0.int(1))) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }
}

/// Weighing one of them.
extension LikeOrders {
  private struct Scored {
    let order: OrderGlance
    let points: Double
    let reasons: [Phrase]
  }

  private func isOffered(_ order: OrderGlance, _ reach: OrderReach) -> Bool {
    order.role == .main && !order.isConfidential && order.raisedAt >= since && Order.lifecycle.line(order.state, .join) != nil
      && reach.shows(unit: order.unit, owner: order.owner, state: order.state)
  }

  private func score(_ order: OrderGlance, _ theirs: LikeWords, _ own: LikeWords, isHere: Bool) -> Scored? {
    let isSameMatter = order.area != nil && order.area == matter.area && order.category == matter.category
    let share = own.share(with: theirs)
    guard isSameMatter || share >= (isHere ? Self.alikeHere : Self.alike) || isHere && order.category == matter.category else { return nil }
    var reasons: [Phrase] = []
    if isHere, let place = order.place { reasons.append(Phrase("同一地址：\(place)", "the same address: \(place)")) }
    if isSameMatter, let area = order.area.flatMap({ profile.area($0)?.name }) {
      let name = profile.taxonomy.name(of: order.category)
      reasons.append(Phrase("同一区域、同一类别：\(area.zh) · \(name.zh)", "the same area and matter: \(area.en) · \(name.en)"))
    }
    let common = own.common(with: theirs)
    if share >= Self.alikeHere, !common.isEmpty {
      let words = common.map { "“\($0)”" }
      reasons.append(Phrase("说法相近：\(words.joined(separator: "、"))", "the same words: \(words.joined(separator: ", "))"))
    }
    guard !reasons.isEmpty else { return nil }
    let points = (isHere ? 3 : 0) + (isSameMatter ? 2 : 0) + share * 3
    return Scored(order: order, points: points, reasons: reasons)
  }
}
