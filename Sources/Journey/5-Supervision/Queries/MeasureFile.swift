import CaseFile
import Casework
import Ledger
import Store
import Vault
import Workdays

/// What one person may see of a measure: texts masked, names read, its history in sentences.
struct MeasureFile: Sendable {
  struct OrderLink: Sendable {
    let id: OrderID
    let number: String
    let state: OrderState
    let unit: UnitID?
  }

  struct Deed: Sendable {
    let at: Moment
    let name: Phrase
    let unit: Phrase?
    let type: String
    let words: MeasureWords
    let quotes: [(label: Phrase, text: String)]

    var sentence: Phrase {
      let deed = words.deed
      guard let unit else { return Phrase("\(name.zh) \(deed.zh)", "\(name.en) \(deed.en)") }
      return Phrase("\(unit.zh) \(name.zh) \(deed.zh)", "\(name.en) (\(unit.en)) \(deed.en)")
    }
  }

  let measure: Measure
  let version: Int64
  let profile: Profile
  let orders: [OrderLink]
  let timeline: [Deed]
  let possible: [MeasureAction]
  /// Whether this person stands on the supervising side. A unit called on reads neither opinions nor remarks.
  let isInside: Bool
  /// For an incident: appeals that wait and could be linked to it.
  let candidates: [IncidentCandidates.Candidate]
  private let texts: [Int64: String]
  private let names: [AccountID: String]

  var number: String { measure.matter.number }
  var title: String { self[measure.matter.title] }
  var demand: String { self[measure.matter.demand] }

  /// The masked text; of an erased one, that it is gone.
  subscript(_ id: TextID) -> String { texts[id.value] ?? "〔内容已删除 · erased〕" }

  func name(of account: AccountID) -> Phrase {
    if account == Actor.system.account { return Phrase("系统", "The system") }
    let name = names[account] ?? account.value
    return Phrase(name, name)
  }

  func unit(_ id: UnitID) -> Phrase { profile.units.name(of: id) }

  func calendar(for unit: UnitID?) -> WorkCalendar { profile.calendar(for: unit ?? measure.matter.owner) }
}

extension MeasureFile {
  private static let select = "SELECT version, fold FROM measures WHERE number = $1"
  private static let log = "SELECT at, actor, unit, body FROM events WHERE stream = 'measure' AND id = $1 ORDER BY version LIMIT 500"

  /// - Throws: `CaseworkProblem.unknown` for a number that is unknown or not for these eyes.
  /// - Parameter now: at which candidates for an incident are looked up; nil: none are.
  static func load(
    _ number: String, _ actor: Actor, _ sql: any SQLSession, _ vault: Vault, _ profile: Profile, now: Moment? = nil
  ) throws -> MeasureFile {
    let unknown = CaseworkProblem.unknown(what: Measure.noun, key: number)
    guard let row = try sql.first(select, [.text(number)], { (version: $0.int(0), fold: $0.text(1)) }) else { throw unknown }
    let measure = try StoredJSON.decode(Measure.self, from: row.fold)
    let sides = measure.sides(of: actor, in: profile.units)
    guard !sides.isEmpty else { throw unknown }
    let inside = sides.contains(.owner) || actor.has(.discipline) || actor.has(.staffing)
    let table = Permit.possible(measure, for: actor, in: profile.units)
    let order = measure.matter.kind == .incident && measure.isRunning ? measure.matter.orders.first : nil
    let candidates = try order.flatMap { order in try now.map { try IncidentCandidates.read(order, now: $0, sql, vault) } } ?? []
    return try MeasureFile(
      measure, row.version, candidates, isInside: inside, possible: MeasureRules.possible(measure, for: actor, table: table), sql, vault,
      profile)
  }

  private init(
    _ measure: Measure, _ version: Int64, _ candidates: [IncidentCandidates.Candidate], isInside: Bool, possible: [MeasureAction],
    _ sql: any SQLSession, _ vault: Vault, _ profile: Profile
  ) throws {
    (self.measure, self.version, self.profile, self.possible, self.isInside) = (measure, version, profile, possible, isInside)
    self.candidates = candidates
    let events = try sql.query(Self.log, [.int(measure.id.value)]) { row in
      (at: Moment(milliseconds: row.int(0)), by: AccountID(row.text(1)), unit: UnitID(row.text(2)), body: row.text(3))
    }
    let told = try events.compactMap { event -> (event: (at: Moment, by: AccountID, unit: UnitID, body: String), words: MeasureWords)? in
      let decoded = try StoredJSON.decode(MeasureEvent.self, from: event.body)
      if !isInside, [.fileCase, .opine, .sign, .remark, .meet].contains(decoded.action) { return nil }
      return (event, MeasureWords(decoded, profile))
    }
    let wanted = Set(told.flatMap { $0.words.texts } + Self.texts(of: measure)).map(\.value).sorted()
    let texts = try vault.texts(wanted).mapValues { Masking.text($0) }
    let people = try Self.names(Set(told.map(\.event.by) + Self.accounts(of: measure)), sql)
    (self.texts, names) = (texts, people)
    orders = try Self.links(measure.matter.orders, sql)
    timeline = told.map { one in
      let isSystem = one.event.by == Actor.system.account
      let name =
        isSystem
        ? Phrase("系统", "The system") : Phrase(people[one.event.by] ?? one.event.by.value, people[one.event.by] ?? one.event.by.value)
      let type = String(one.event.body.dropFirst(2).prefix { $0 != "\"" })
      let quotes = one.words.quotes.map { (label: $0.label, text: texts[$0.text.value] ?? "〔内容已删除 · erased〕") }
      return Deed(
        at: one.event.at, name: name, unit: isSystem ? nil : profile.units.name(of: one.event.unit), type: type, words: one.words,
        quotes: quotes)
    }
  }

  private static func texts(of measure: Measure) -> [TextID] {
    let duties = measure.duties.flatMap { [$0.demand, $0.answer].compactMap { $0 } }
    let parts = measure.files.compactMap(\.opinion) + measure.meetings.flatMap { [$0.agenda, $0.minutes] } + measure.findings.map(\.text)
    let own = [measure.matter.title, measure.matter.demand, measure.instruction, measure.decision?.text].compactMap { $0 }
    return duties + parts + own
  }

  private static func accounts(of measure: Measure) -> [AccountID] {
    measure.files.flatMap { [$0.opinionBy, $0.signedBy].compactMap { $0 } }
      + [measure.openedBy, measure.instructedBy, measure.approvedBy, measure.matter.leader].compactMap { $0 }
  }

  private static func names(_ accounts: Set<AccountID>, _ sql: any SQLSession) throws -> [AccountID: String] {
    var args: [SQLValue] = []
    let list = args.whereIn("login", accounts.map(\.value).sorted())
    let rows = try sql.query("SELECT login, name FROM accounts WHERE \(list)", args) { (AccountID($0.text(0)), $0.text(1)) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  private static func links(_ ids: [OrderID], _ sql: any SQLSession) throws -> [OrderLink] {
    guard !ids.isEmpty else { return [] }
    var args: [SQLValue] = []
    let list = args.whereIn("id", ids.map(\.value))
    return try sql.query("SELECT id, number, state, unit FROM orders WHERE \(list) ORDER BY id", args) { row in
      OrderLink(
        id: OrderID(row.int(0)), number: row.text(1), state: OrderState(rawValue: row.text(2)) ?? .handling,
        unit: row.textOrNil(3).map { UnitID($0) })
    }
  }
}
