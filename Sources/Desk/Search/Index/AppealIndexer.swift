import Casework
import Ledger
import Store
import Vault

/// Keeps the words of appeals findable, and notes who recorded each, for the desk's "mine today".
/// Of a confidential appeal nothing but its own title and text.
public struct AppealIndexer: Projector {
  public let name = "search-appeals"
  private let keys: VaultKeys
  private let profile: @Sendable () -> Profile

  public init(ledger: Ledger) {
    keys = ledger.keys
    profile = ledger.profile
  }

  private static let telling: Set<String> = ["recorded", "answered", "corrected"]
  private static let note = "INSERT INTO appeal_recorders (id, account, at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING"

  public func take(_ events: [SealedEvent], _ session: any SQLSession) throws {
    let changed = events.filter { $0.stream == StreamKind.appeal.rawValue && Self.telling.contains(String($0.type)) }
    let ids = Array(Set(changed.map(\.id))).sorted()
    guard !ids.isEmpty else { return }
    let appeals = try session.folds(Appeal.self, ids)
    let texts = try Vault(session, keys: keys).texts(appeals.flatMap(Self.texts).map(\.value))
    let profile = profile()
    let index = session.search(index: "appeals")
    for appeal in appeals {
      let recorded: [SQLValue] = [.int(appeal.id.value), .text(appeal.recordedBy.value), .int(appeal.recordedAt.milliseconds)]
      try session.execute(Self.note, recorded)
      if texts[appeal.matter.text.value] == nil {
        try index.remove(appeal.id.value)
      } else {
        let scope = ScopeTokens.of([appeal.matter.intake], in: profile.units)
        try index.put(id: appeal.id.value, text: Self.words(of: appeal, texts, profile), scope: scope)
      }
    }
  }

  private static func texts(of appeal: Appeal) -> [TextID] {
    let own = [appeal.matter.title, appeal.matter.text].compactMap { $0 }
    return appeal.matter.confidential ? own : own + appeal.additions.map(\.text)
  }

  static func words(of appeal: Appeal, _ texts: [Int64: String], _ profile: Profile) -> String {
    let own = Self.texts(of: appeal).compactMap { texts[$0.value] }.map(IndexText.clean)
    let name = appeal.matter.number
    guard !appeal.matter.confidential else { return IndexText.joined([name] + own) }
    let category = appeal.matter.category.map { profile.taxonomy.title(of: $0) }
    let area = appeal.matter.area.flatMap { profile.area($0)?.name.zh }
    let place = (appeal.matter.place?.address).map(IndexText.clean)
    return IndexText.joined([name] + own + [place, area, category?.zh, category?.en])
  }
}
