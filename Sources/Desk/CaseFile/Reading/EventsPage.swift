import Casework
import Ledger
import Store
import Vault
import Workdays

/// The events of an order, page by page, for the programming interface.
struct EventsPage: Sendable {
  let entries: [TimelineEntry]
  /// The version after which the next page begins.
  let next: Int64?

  static let most = 200

  /// - Parameter version: events behind this one.
  static func load(
    _ number: String, after version: Int64, limit: Int, _ actor: Actor, _ sql: any SQLSession, _ vault: Vault, _ profile: Profile
  ) throws -> EventsPage {
    let (reader, sight) = (CaseReader(sql, vault), Sight(actor, profile.units))
    let found = try reader.visibleCase(number, sight)
    let events = try reader.events(.order, found.order.id.value, after: version, limit: limit + 1)
    var names = EventNames(profile: profile)
    for part in found.parts { names.appeals[part.appeal.id] = part.appeal.matter.number }
    for task in try reader.orders(found.order.tasks) { names.orders[task.id] = task.matter.number }
    let timeline = CaseTimeline(
      reader: reader, sight: sight, names: names, visible: found.visible)
    let told = timeline.tell(try reader.read(events.prefix(limit)), of: found.order)
    let texts = try MaskedTexts(CaseTimeline.texts(of: told), vault)
    let people = try PersonNames(of: Set(told.map(\.event.by)), reader)
    let next = events.count > limit ? events[limit - 1].version : nil
    return EventsPage(entries: CaseTimeline.entries(told, texts, people, sight, names), next: next)
  }
}
