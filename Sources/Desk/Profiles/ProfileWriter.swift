import Casework
import Workdays

/// Writes a profile as one YAML file without a base: reading it again gives an equal profile (but for its version).
public enum ProfileWriter {
  public static func export(_ profile: Profile) -> String { sections(of: profile).yaml.document }

  /// The sections of the file, by their keys.
  static func sections(of profile: Profile) -> YamlMap {
    var map = YamlMap()
    map.add("key", .text(profile.key))
    map.add("name", .phrase(profile.name))
    map.add("effective", .text(profile.effective.description))
    map.add("prefix", .text(profile.prefix))
    map.add("kinds", .words(profile.kinds))
    map.add("lines", .list(profile.lines.map(line)))
    map.add("channels", .list(profile.channels.map(channel)))
    map.add("areas", .list(profile.areas.map(area)))
    map.add("units", .list(units(profile.units).map(unit)))
    map.add("categories", categories(profile.taxonomy.roots))
    map.add("calendar", calendar(profile))
    map.add("limits", .list(profile.limits.rules.map(rule)))
    map.add("ladder", .list(profile.policy.ladder.map(rung)))
    map.add("policy", policy(profile.policy))
    map.add("outcomes", .list(profile.outcomes.map(outcome)))
    map.add("guides", guides(profile.guides))
    map.add("letters", letters(profile.letters))
    map.add("formulas", formulas(profile.formulas))
    map.add("catalogue", catalogue(profile.catalogue))
    map.add("duty-seats", .list(profile.dutySeats.map(seat)))
    map.add("details", detail(.map(profile.details)))
    return map
  }

  /// From the root down, each level by id; what hangs nowhere is written too, so that the check finds it.
  private static func units(_ organisation: Organisation) -> [Unit] {
    organisation.units.values
      .sorted { (organisation.path(to: $0.id).count, $0.id) < (organisation.path(to: $1.id).count, $1.id) }
  }

  private static func unit(_ unit: Unit) -> YamlText {
    var map = YamlMap()
    map.add("id", .text(unit.id.value))
    map.add("name", .phrase(unit.name))
    map.add("level", .text(unit.level.rawValue))
    map.add("parent", unit.parent.map { .text($0.value) })
    map.add("serves", unit.serves == unit.id ? nil : .text(unit.serves.value))
    map.add("intake", unit.intake ? .bool(true) : nil)
    map.add("relay", unit.relay ? .bool(true) : nil)
    map.add("area", unit.area.map { .text($0.value) })
    map.add("until", unit.until.map { .text($0.description) })
    return map.yaml
  }

  private static func area(_ area: Area) -> YamlText {
    var map = YamlMap()
    map.add("id", .text(area.id.value))
    map.add("name", .phrase(area.name))
    map.add("parent", area.parent.map { .text($0.value) })
    map.add("longitude", area.longitude.map { .text("\($0)") })
    map.add("latitude", area.latitude.map { .text("\($0)") })
    map.add("outline", area.outline.isEmpty ? nil : .text(area.outline.map(\.text).joined(separator: ", ")))
    return map.yaml
  }

  private static func categories(_ nodes: [CategoryNode]) -> YamlText {
    if nodes.allSatisfy(\.isLeaf) { return .list(nodes.map { .phrase($0.name) }) }
    return .map(nodes.map { (YamlText.bilingual($0.name), categories($0.children)) })
  }

  private static func line(_ line: HotlineLine) -> YamlText {
    .map([("number", .text(line.number)), ("name", .phrase(line.name)), ("mode", .text(line.mode.rawValue))])
  }

  private static func channel(_ channel: ChannelAccount) -> YamlText {
    var map = YamlMap()
    map.add("channel", .text(channel.channel.rawValue))
    map.add("account", channel.account.isEmpty ? nil : .text(channel.account))
    map.add("name", .phrase(channel.name))
    return map.yaml
  }

  static func detail(_ detail: Detail) -> YamlText {
    switch detail {
    case .text(let text): .text(text)
    case .list(let items): .list(items.map(self.detail))
    case .map(let entries): .map(entries.map { ($0.key, self.detail($0.value)) })
    }
  }
}
