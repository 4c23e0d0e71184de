import Casework
import Ledger
import Store
import Vault
import Workdays

/// The rows of a case, read with few statements. What of them may be shown is the `Sight`'s matter.
struct CaseReader {
  let sql: any SQLSession
  let vault: Vault

  init(_ sql: any SQLSession, _ vault: Vault) {
    self.sql = sql
    self.vault = vault
  }

  /// A thing and the version at which it stands.
  struct Row<Thing: EventStream> {
    let thing: Thing
    let version: Int64
  }

  /// One appeal's part in an order, with the appeal.
  struct Part {
    let participation: Participation
    let appeal: Appeal
  }

  private static let orderByNumber = "SELECT version, fold FROM orders WHERE number = $1"
  private static let orderByID = "SELECT version, fold FROM orders WHERE id = $1"
  private static let tasksBelow = "SELECT version, fold FROM orders WHERE parent = $1 ORDER BY id LIMIT 200"
  private static let appealByNumber = "SELECT version, fold FROM appeals WHERE number = $1"
  private static let partsOfOrder = """
    SELECT p.fold, a.fold FROM participations p JOIN appeals a ON a.id = p.appeal_id WHERE p.order_id = $1 ORDER BY p.id LIMIT 1000
    """
  private static let partsOfAppeal = "SELECT fold FROM participations WHERE appeal_id = $1 ORDER BY id"
  private static let events = """
    SELECT stream, id, version, seq, at, actor, unit, body FROM events WHERE stream = $1
    """

  func order(_ number: String) throws -> Row<Order> {
    guard let row = try row(Order.self, Self.orderByNumber, .text(number)) else { throw CaseworkProblem.order(number) }
    return row
  }

  func appeal(_ number: String) throws -> Row<Appeal> {
    guard let row = try row(Appeal.self, Self.appealByNumber, .text(number)) else { throw CaseworkProblem.appeal(number) }
    return row
  }

  /// The order that this one is a task of, at any depth; itself if it is none. Citizens take part in it alone.
  func root(of order: Order) throws -> Order {
    var root = order
    while let parent = root.matter.parent, let above = try row(Order.self, Self.orderByID, .int(parent.value)) { root = above.thing }
    return root
  }

  func order(id: OrderID) throws -> Order? { try row(Order.self, Self.orderByID, .int(id.value))?.thing }

  func tasks(below order: OrderID) throws -> [Order] {
    try sql.query(Self.tasksBelow, [.int(order.value)]) { $0.text(1) }.map { try decode(Order.self, $0) }
  }

  /// Orders by their ids, and everything below them where asked for.
  func orders(_ ids: [OrderID], withTasks: Bool = false) throws -> [Order] {
    guard !ids.isEmpty else { return [] }
    var args: [SQLValue] = []
    let list = args.whereIn("id", ids.map(\.value))
    let tree = """
      WITH RECURSIVE tree (id) AS (SELECT id FROM orders WHERE \(list) UNION SELECT o.id FROM orders o JOIN tree t ON o.parent = t.id)
      SELECT o.fold FROM orders o JOIN tree t ON t.id = o.id ORDER BY o.id
      """
    let statement = withTasks ? tree : "SELECT fold FROM orders WHERE \(list) ORDER BY id"
    return try sql.query(statement, args) { $0.text(0) }.map { try decode(Order.self, $0) }
  }

  func parts(of order: OrderID) throws -> [Part] {
    let rows = try sql.query(Self.partsOfOrder, [.int(order.value)]) { (part: $0.text(0), appeal: $0.text(1)) }
    return try rows.map { Part(participation: try decode(Participation.self, $0.part), appeal: try decode(Appeal.self, $0.appeal)) }
  }

  func participations(of appeal: AppealID) throws -> [Participation] {
    try sql.query(Self.partsOfAppeal, [.int(appeal.value)]) { $0.text(0) }.map { try decode(Participation.self, $0) }
  }

  /// The events of one stream, oldest first, from behind a version on.
  func events(_ stream: StreamKind, _ id: Int64, after version: Int64 = 0, limit: Int = 1000) throws -> [LoggedEvent] {
    let statement = "\(Self.events) AND id = $2 AND version > $3 ORDER BY version LIMIT $4"
    return try sql.query(statement, [.text(stream.rawValue), .int(id), .int(version), .int(Int64(limit))], LoggedEvent.init)
  }

  /// The events of several streams of one kind.
  func events(_ stream: StreamKind, _ ids: [Int64]) throws -> [LoggedEvent] {
    guard !ids.isEmpty else { return [] }
    var args: [SQLValue] = [.text(stream.rawValue)]
    let list = args.whereIn("id", ids)
    return try sql.query("\(Self.events) AND \(list) ORDER BY id, version LIMIT 3000", args, LoggedEvent.init)
  }

  /// Logins and names.
  func accounts(_ logins: [String]) throws -> [(String, String)] {
    var args: [SQLValue] = []
    let list = args.whereIn("login", logins)
    return try sql.query("SELECT login, name FROM accounts WHERE \(list)", args) { ($0.text(0), $0.text(1)) }
  }

  /// The events of an order with what they say.
  func read(_ events: some Sequence<LoggedEvent>) throws -> [(logged: LoggedEvent, event: OrderEvent)] {
    try events.map { ($0, try decode(OrderEvent.self, $0.body)) }
  }

  func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try StoredJSON.decode(Value.self, from: text)
  }

  private func row<Thing: EventStream>(_ type: Thing.Type, _ statement: String, _ key: SQLValue) throws -> Row<Thing>? {
    let found = try sql.first(statement, [key]) { (version: $0.int(0), fold: $0.text(1)) }
    guard let found else { return nil }
    return Row(thing: try decode(Thing.self, found.fold), version: found.version)
  }
}

/// An event as a case shows it; hashes and fingerprints are `verify`'s matter.
struct LoggedEvent: Sendable {
  let stream: StreamKind
  let id: Int64
  let version: Int64
  /// The order in which everything was written down.
  let seq: Int64
  let at: Moment
  let by: AccountID
  let unit: UnitID
  let body: String

  init(_ row: any SQLRow) {
    stream = StreamKind(rawValue: row.text(0))
    (id, version, seq) = (row.int(1), row.int(2), row.int(3))
    at = Moment(milliseconds: row.int(4))
    (by, unit) = (AccountID(row.text(5)), UnitID(row.text(6)))
    body = row.text(7)
  }

  /// The word of the event, `dispatched`.
  var type: String { String(body.dropFirst(2).prefix { $0 != "\"" }) }
}
