import Casework
import Ledger
import Vault
import Web
import Workdays

/// Freezes a closed order as a case volume: 归档. The document itself is kept, and its fingerprint stands in the log.
struct ArchiveOrder: OrderVerb {
  let order: String
  let seen: Int?
  var action: OrderAction { .archive }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    let file = try OrderFile.forPaper(order.matter.number, session.sql, session.vault, session.profile, now: session.now)
    let volume = Volume.render(file, .frozen(by: session.actor.name), at: session.now, .zh).text
    let id = try session.keep(volume, for: order.matter.citizen)
    return [.archived(volume: id, fingerprint: Digest.hex(Digest.sha256(Array(volume.utf8))))]
  }
}
