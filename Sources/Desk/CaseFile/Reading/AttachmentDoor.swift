import Casework
import Store
import Workdays

/// Finds the case that a file belongs to, by the person under whose key it lies, and lets through who may see that case.
struct AttachmentDoor {
  let reader: CaseReader
  let sight: Sight
  let actor: Actor

  private static let owner = "SELECT citizen_id FROM vault_files WHERE id = $1"
  private static let appeals = "SELECT fold FROM appeals WHERE citizen = $1"
  private static let orders = """
    WITH RECURSIVE tree (id) AS (
      SELECT p.order_id FROM appeals a JOIN participations p ON p.appeal_id = a.id WHERE a.citizen = $1
      UNION SELECT o.id FROM orders o JOIN tree t ON o.parent = t.id)
    SELECT o.fold FROM orders o JOIN tree t ON t.id = o.id
    """

  /// Whether `actor` may see the file.
  func opens(_ file: AttachmentID) throws -> Bool {
    guard let citizen = try reader.sql.first(Self.owner, [.int(file.value)], { $0.int(0) }) else { return false }
    let appeals = try reader.sql.query(Self.appeals, [.int(citizen)]) { $0.text(0) }.map { try reader.decode(Appeal.self, $0) }
    if let appeal = appeals.first(where: { $0.attachments.contains(file) }) {
      return try !reader.sides(of: appeal, for: actor, in: sight.units).isEmpty
    }
    let orders = try reader.sql.query(Self.orders, [.int(citizen)]) { $0.text(0) }.map { try reader.decode(Order.self, $0) }
    let shadows = try reader.orders(appeals.flatMap(\.orders))
    guard let order = (orders + shadows).first(where: { $0.attachments.contains(file) }) else { return false }
    return (try? reader.visibleCase(order.matter.number, sight)) != nil
  }
}
