import Casework
import Store
import Vault
import Web
import Workdays

/// Who said "me too": without a number counted once for each browser; with one, once for each number from a browser. One
/// network may not say it without end. Neither secrets, numbers nor addresses stand here, only hashes; those of addresses
/// change their salt each day.
struct Support {
  let sql: any SQLSession
  let now: Moment
  let order: Int64
  /// The secret of the browser.
  let token: String
  /// The number that was left.
  var phone: String?

  enum Standing: Equatable { case free, known, full }

  private static let insert = """
    INSERT INTO portal_support (order_id, voter, browser, network, counted, at) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (order_id, voter) DO NOTHING
    """

  /// - Parameter most: So many a network may say in a day.
  func standing(from address: String?, atMost most: Int) throws -> Standing {
    if try sql.exists("SELECT 1 FROM portal_support WHERE order_id = $1 AND voter = $2", [.int(order), .blob(voter)]) { return .known }
    let network = try GuessBook(sql: sql, now: now).network(address)
    return try sql.count("SELECT count(*) FROM portal_support WHERE network = $1", [.blob(network)]) < most ? .free : .full
  }

  /// Counted here only without a number: whoever leaves one is counted with the order.
  func add(from address: String?) throws {
    let network = try GuessBook(sql: sql, now: now).network(address)
    let row: [SQLValue] = [
      .int(order), .blob(voter), .blob(Self.hash(token, "")), .blob(network), .bool(phone == nil), .int(now.milliseconds),
    ]
    try sql.execute(Self.insert, row)
  }

  /// Whether this browser has said it.
  var hasSaid: Bool {
    get throws {
      try sql.exists(
        "SELECT 1 FROM portal_support WHERE order_id = $1 AND browser = $2", [.int(order), .blob(Self.hash(token, ""))])
    }
  }

  static func counts(_ orders: [Int64], _ sql: any SQLSession) throws -> [Int64: Int] {
    guard !orders.isEmpty else { return [:] }
    var args: [SQLValue] = []
    let list = args.whereIn("order_id", orders)
    let statement = "SELECT order_id, count(*) FROM portal_support WHERE \(list) AND counted GROUP BY order_id"
    return Dictionary(try sql.query(statement, args) { ($0.int(0), Int($0.int(1))) }, uniquingKeysWith: { first, _ in first })
  }

  private var voter: [UInt8] { Self.hash(token, phone ?? "") }

  private static func hash(_ token: String, _ phone: String) -> [UInt8] {
    var hash = FramedHash()
    hash.add("portal support")
    hash.add(token)
    hash.add(phone)
    return hash.finish()
  }
}
