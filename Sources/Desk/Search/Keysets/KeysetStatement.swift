import Store

/// The SQL of one piece of a keyset list.
struct KeysetStatement {
  static let mostLanes = 32

  private(set) var text = ""
  private(set) var args: [SQLValue] = []

  init(_ keyset: Keyset, _ lanes: ArraySlice<Lane>, after: Position?, limit: Int, keyless: Bool) {
    let start: Int64 = keyset.descending ? .max : .min
    let (order, sign) = keyset.descending ? (" DESC", "<") : ("", ">")
    let id = args.bind(.int(after?.id ?? start))
    var from = "\(keyset.key) IS NULL AND id \(sign) \(id)"
    if !keyless {
      let key = args.bind(.int(after?.key ?? start))
      from = "(\(keyset.key), id) \(sign) (\(key), \(id))"
    }
    let most = args.bind(.int(Int64(limit)))
    let common = keyset.conditions.map { $0(&args) }
    let sorted = keyless ? "id\(order)" : "\(keyset.key)\(order), id\(order)"
    var selects: [String] = []
    for lane in Self.padded(lanes) {
      let terms = lane.values.map { "\($0.column) = \(args.bind(.str($0.value)))" }
      let conditions = (terms + lane.conditions + common + [from]).joined(separator: " AND ")
      selects.append("SELECT id, \(keyset.key) AS place FROM \(keyset.table) WHERE \(conditions) ORDER BY \(sorted) LIMIT \(most)")
    }
    text = selects.count == 1 ? selects[0] : Self.union(selects)
  }

  /// Ends the reading of all lanes together after so many.
  mutating func cut(at limit: Int) {
    let most = args.bind(.int(Int64(limit)))
    text = "SELECT id, place FROM (\(text)) AS found LIMIT \(most)"
  }

  /// How many it finds: no row leaves the engine.
  func count(_ sql: any SQLSession) throws -> Int {
    try sql.count("SELECT count(*) FROM (\(text)) AS found", args)
  }

  func run(_ sql: any SQLSession) throws -> [Position] {
    try sql.query(text, args) { Position(key: $0.intOrNil(1), id: $0.int(0)) }
  }

  private struct Padded {
    let values: [(column: String, value: String?)]
    let conditions: [String]
  }

  /// Filled up to a power of two with lanes in which nothing can be, so that lists of all lengths share a few texts.
  private static func padded(_ lanes: ArraySlice<Lane>) -> [Padded] {
    var all = lanes.map { lane in Padded(values: lane.terms.map { ($0.column, $0.value) }, conditions: lane.conditions) }
    guard let last = all.last, !last.values.isEmpty else { return all }
    var size = 1
    while size < all.count { size *= 2 }
    let nobody = Padded(values: last.values.map { ($0.column, nil) }, conditions: last.conditions)
    all += Array(repeating: nobody, count: size - all.count)
    return all
  }

  private static func union(_ selects: [String]) -> String {
    let parts = selects.enumerated().map { "SELECT id, place FROM (\($1)) AS lane\($0)" }
    return parts.joined(separator: " UNION ALL ")
  }
}
