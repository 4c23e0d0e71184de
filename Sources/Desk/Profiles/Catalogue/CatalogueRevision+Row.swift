import Casework
import Ledger
import Store
import Workdays

extension CatalogueRevision: Recorded {
  public static let table = RowTable("catalogues", ["number", "state", "open", "effective"])
  public static let noun = Phrase("目录修订", "revision of the catalogue")
  public var label: String { String(number) }
  /// `open` is 1 or nothing, so that there is one draft at a time.
  public var columns: [SQLValue] {
    [.int(Int64(number)), .text(state.rawValue), .num(isOpen ? Int64(1) : nil), .num(effective.map { Int64($0.ordinal) })]
  }
}

public enum CatalogueMigrations {
  public static let all = [
    Migration(module: "catalogue", number: 1, reason: "revisions of the dispatch catalogue") { dialect in
      Table(
        "catalogues",
        [
          .int("id").primaryKey(), .int("version"), .blob("head"), .text("fold"), .int("number").unique(),
          .text("state").oneOf(CatalogueRevision.State.allCases.map(\.rawValue)), .int("open").optional().unique(),
          .int("effective").optional(),
        ]
      ).statements(dialect)
    },
    Migration(module: "catalogue", number: 2, reason: "rulings as precedents for the like matter") { dialect in
      Table(
        "precedents",
        [
          .int("id").primaryKey(), .text("number"), .text("category"), .text("area").optional(), .text("unit"), .int("at"), .bool("upheld"),
          .bool("locked"), .int("note").optional(),
        ]
      ).index("category", "at DESC", "id DESC").index("number").index("at DESC", "id DESC").statements(dialect)
    },
    Migration(module: "catalogue", number: 3, reason: "proposals that somebody found wrong") { dialect in
      Table(
        "declined_proposals",
        [
          .int("id").primaryKey(), .int("version"), .blob("head"), .text("fold"), .text("number"),
          .text("state").oneOf(DeclinedProposal.State.allCases.map(\.rawValue)), .text("category"), .text("unit").optional(),
        ]
      ).index("number").index("state", "id DESC").statements(dialect)
    },
  ]
}

/// The revisions as the database has them.
public struct CatalogueRevisions {
  private let sql: any SQLSession

  public init(_ sql: any SQLSession) { self.sql = sql }

  private static let held = "FROM catalogues WHERE state = 'released' AND effective <= $1"

  /// The version that holds on a day: 1 and one for each revision released until then.
  public func version(on day: CivilDay) throws -> Int {
    try 1 + sql.count("SELECT count(*) \(Self.held)", [.int(Int64(day.ordinal))])
  }

  /// Every released change that holds on a day, in the order in which they came.
  func amendments(on day: CivilDay) throws -> [CatalogueAmendment] {
    try sql.query("SELECT fold \(Self.held) ORDER BY effective, number", [.int(Int64(day.ordinal))]) { $0.text(0) }
      .flatMap { try StoredJSON.decode(CatalogueRevision.self, from: $0).settled }
  }

  /// The draft that is being worked on.
  public func draft() throws -> CatalogueRevision? {
    try sql.first("SELECT fold FROM catalogues WHERE open = 1") { try StoredJSON.decode(CatalogueRevision.self, from: $0.text(0)) }
  }

  /// The newest revisions.
  public func newest(_ count: Int = 20) throws -> [CatalogueRevision] {
    try sql.query("SELECT fold FROM catalogues ORDER BY number DESC LIMIT $1", [.int(Int64(count))]) { $0.text(0) }
      .map { try StoredJSON.decode(CatalogueRevision.self, from: $0) }
  }

  func nextNumber() throws -> Int { try sql.count("SELECT coalesce(max(number), 1) FROM catalogues") + 1 }
}

extension Profile {
  /// The profile with everything that has been learned until this day.
  func learned(_ sql: any SQLSession, on day: CivilDay) throws -> Profile {
    let revisions = CatalogueRevisions(sql)
    let version = try revisions.version(on: day)
    guard version > 1 else { return self }
    var profile = self
    profile.catalogue = catalogue.amended(by: try revisions.amendments(on: day), version: version)
    return profile
  }
}
