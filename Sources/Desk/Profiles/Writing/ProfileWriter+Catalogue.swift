import Casework
import Workdays

/// The dispatch catalogue in force, with what was learned, and the duty seats.
extension ProfileWriter {
  static func catalogue(_ catalogue: Catalogue) -> YamlText {
    var map = YamlMap()
    map.add("ruling", catalogue.ruling.map { .text($0.value) })
    map.add("serving", .map(catalogue.services.map { ($0.name, providers($0)) }))
    map.add("rules", .list(catalogue.rules.map(catalogueRule)))
    return map.yaml
  }

  private static func providers(_ service: Catalogue.Service) -> YamlText {
    .map(service.providers.map { provider in (provider.unit.value, YamlText.list(provider.areas.map { .text($0.value) })) })
  }

  static func catalogueRule(_ rule: CatalogueRule) -> YamlText {
    var map = YamlMap()
    map.add("id", .text(rule.id))
    map.add("matter", several(rule.matters.map(\.value)))
    map.add("kinds", several(rule.kinds.map(\.rawValue)))
    map.add("words", several(rule.words))
    map.add("areas", several(rule.areas.map(\.value)))
    if rule.lead == .byHand {
      map.add("by-hand", .phrase(rule.basis))
    } else {
      map.add("lead", .text(rule.lead.description))
      map.add("assist", several(rule.assist.map(\.description)))
      map.add("basis", .phrase(rule.basis))
    }
    map.add("lowest", rule.lowest.map { .text($0.rawValue) })
    map.add("ruling", rule.ruling.map { .text($0.value) })
    map.add("from", rule.from.map { .text($0.description) })
    map.add("until", rule.until.map { .text($0.description) })
    if rule.origin != .profile { map.add("origin", .text(rule.origin.source.rawValue)) }
    map.add("reference", rule.origin.reference.map { .text($0) })
    return map.yaml
  }

  /// One value alone, or a list.
  private static func several(_ words: [String]) -> YamlText {
    words.count == 1 ? .text(words[0]) : .list(words.map { .text($0) })
  }

  static func seat(_ seat: DutySeat) -> YamlText {
    .map([("group", .text(seat.group)), ("unit", .text(seat.unit.value)), ("name", .phrase(seat.name))])
  }
}
