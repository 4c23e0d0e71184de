import Casework
import Ledger
import Profiles
import Store
import Workdays

/// How many past appeals were turned away for a ground that the draft changes. Of a ground that is new nothing can be told:
/// nobody was ever turned away for it. Read in small pieces, like the deadlines.
struct RefusalRun: Sendable {
  struct Ground: Sendable, Equatable {
    enum Fate: Sendable, CaseIterable {
      /// It is a ground no more.
      case out
      /// A second person must agree, or need not any more.
      case approved, free
      /// Citizens are told other words.
      case reworded

      var phrase: Phrase {
        switch self {
        case .out: Phrase("删去：不能再据此不受理", "Taken out: a ground no more")
        case .approved: Phrase("须经另一人批准", "A second person must agree")
        case .free: Phrase("不再须另一人批准", "No second person is needed any more")
        case .reworded: Phrase("告知市民的话不同", "Citizens are told other words")
        }
      }
    }

    let code: String
    let matter: Phrase
    let fates: [Fate]
  }

  /// So far: appeals of that time, and by the grounds' codes those that were turned away for them.
  struct Figures: Sendable, Equatable {
    var seen = 0
    var refused: [String: Int] = [:]
  }

  let from: CivilDay
  let to: CivilDay
  /// Those that the draft changes, in the order of the release.
  let grounds: [Ground]
  /// Grounds that only the draft has.
  let new: [RefusalReason]

  /// Appeals in one piece.
  static let piece = 2000

  init(base: Profile, draft: Profile, from: CivilDay, to: CivilDay) {
    (self.from, self.to) = (from, to)
    let (before, after) = (base.policy.refusals, draft.policy.refusals)
    grounds = before.compactMap { old in
      let fates = Self.fates(old, after[code: old.code])
      return fates.isEmpty ? nil : Ground(code: old.code, matter: old.matter, fates: fates)
    }
    new = after.filter { before[code: $0.code] == nil }
  }

  private static func fates(_ old: RefusalReason, _ new: RefusalReason?) -> [Ground.Fate] {
    guard let new else { return [.out] }
    var fates: [Ground.Fate] = []
    if old.needsApproval != new.needsApproval { fates.append(new.needsApproval ? .approved : .free) }
    if old.matter != new.matter || old.route != new.route { fates.append(.reworded) }
    return fates
  }

  private static let select = """
    SELECT a.id, a.received_at, r.fold FROM (SELECT id, received_at FROM appeals
      WHERE received_at >= $1 AND received_at < $2 AND (received_at, id) < ($3, $4) ORDER BY received_at DESC, id DESC LIMIT \(piece)) a
    LEFT JOIN appeals r ON r.id = a.id AND r.state = 'refused' ORDER BY a.received_at DESC, a.id DESC
    """

  /// The next piece, and where the one after it begins.
  func piece(_ sql: any SQLSession, after: PreviewPlace?) throws -> (figures: Figures, next: PreviewPlace?) {
    guard !grounds.isEmpty else { return (Figures(), nil) }
    let place = after ?? PreviewPlace(at: .max, id: .max)
    let args: [SQLValue] = [
      .int(from.midnight.milliseconds), .int(to.adding(days: 1).midnight.milliseconds), .int(place.at), .int(place.id),
    ]
    let codes = Set(grounds.map(\.code))
    var figures = Figures()
    let rows = try sql.query(Self.select, args) { row in
      (place: PreviewPlace(at: row.int(1), id: row.int(0)), fold: row.textOrNil(2))
    }
    for row in rows {
      guard let fold = row.fold, let code = try StoredJSON.decode(Refused.self, from: fold).refusal, codes.contains(code) else { continue }
      figures.refused[code, default: 0] += 1
    }
    figures.seen = rows.count
    return (figures, rows.count == Self.piece ? rows.last?.place : nil)
  }

  /// Of an appeal only why it was turned away.
  private struct Refused: Decodable {
    let refusal: String?
  }
}

extension RefusalRun.Figures {
  mutating func add(_ more: Self) {
    seen += more.seen
    refused.merge(more.refused, uniquingKeysWith: +)
  }

  /// `repeated:3,court:1`, as it travels from piece to piece.
  var text: String { refused.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: ",") }

  init(seen: Int, text: String) {
    self.seen = seen
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: ":")
      if parts.count == 2, let count = Int(parts[1]), count >= 0 { refused[String(parts[0])] = count }
    }
  }
}
