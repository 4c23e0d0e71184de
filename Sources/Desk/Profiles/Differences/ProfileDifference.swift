import Casework
import Workdays

/// In what two profiles differ, in words, in the order of the sections.
public struct ProfileDifference: Sendable {
  let old: Profile
  let new: Profile

  public init(_ old: Profile, _ new: Profile) { (self.old, self.new) = (old, new) }

  public var changes: [ProfileChange] {
    general + lines + areas + units + categories + calendar + limits + ladder + policy + scope + reasons + outcomes + guides + letters
      + formulas
      + catalogue + details + rest
  }

  /// The sections that are told above; what a profile has besides is told as the file has it.
  private static let told: Set<String> = [
    "key", "name", "effective", "prefix", "kinds", "lines", "channels", "areas", "units", "categories", "calendar", "limits", "ladder",
    "policy", "outcomes", "guides", "letters", "formulas", "catalogue", "duty-seats", "details",
  ]

  private var rest: [ProfileChange] {
    ListDifference<WrittenSection>(section: .details, key: \.key, subject: { Self.plain($0.key) }, words: { Self.plain($0.line) })
      .changes(WrittenSection.all(in: old, but: Self.told), WrittenSection.all(in: new, but: Self.told))
  }

  /// Single values by their names.
  func values(_ section: ProfileSection, part: String? = nil, _ pairs: [(Phrase, Phrase, Phrase)]) -> [ProfileChange] {
    pairs.filter { $0.1 != $0.2 }.map { ProfileChange(section, $0.0, $0.1, $0.2, part: part) }
  }

  static func plain(_ text: String) -> Phrase { Phrase(text, text) }

  static func number(_ number: Int) -> Phrase { plain(String(number)) }

  private var general: [ProfileChange] {
    let kinds = (of(old.kinds), of(new.kinds))
    return values(
      .general,
      [
        (Phrase("名称", "Name"), old.name, new.name), (Phrase("代码", "Code"), Self.plain(old.key), Self.plain(new.key)),
        (Phrase("生效日期", "Holds from"), Self.plain(old.effective.description), Self.plain(new.effective.description)),
        (Phrase("编号前缀", "Prefix of numbers"), Self.plain(old.prefix), Self.plain(new.prefix)),
        (Phrase("受理类型", "Kinds of demand"), kinds.0, kinds.1),
      ])
  }

  private func of(_ kinds: [Kind]) -> Phrase {
    Phrase(kinds.map(\.phrase.zh).joined(separator: "、"), kinds.map(\.phrase.en).joined(separator: ", "))
  }

  private var lines: [ProfileChange] {
    let numbers = ListDifference<HotlineLine>(
      section: .lines, key: \.number, subject: { Self.plain($0.number) },
      words: { Phrase("\($0.name.zh)，\($0.mode.phrase.zh)", "\($0.name.en), \($0.mode.phrase.en)") })
    let accounts = ListDifference<ChannelAccount>(
      section: .lines, key: { "\($0.channel.rawValue) \($0.account)" },
      subject: { Phrase("\($0.channel.phrase.zh) \($0.account)", "\($0.channel.phrase.en) \($0.account)") }, words: \.name)
    return numbers.changes(old.lines, new.lines) + accounts.changes(old.channels, new.channels)
  }

  private var categories: [ProfileChange] {
    ListDifference<CategoryNode>(section: .categories, key: \.id.value, subject: { Self.plain($0.id.value) }, words: \.name)
      .changes(old.taxonomy.roots.flatMap(\.all), new.taxonomy.roots.flatMap(\.all))
  }

  private var outcomes: [ProfileChange] {
    ListDifference<OutcomeField>(section: .outcomes, key: \.name, subject: \.label) { Self.plain(ProfileWriter.outcome($0).line) }
      .changes(old.outcomes, new.outcomes)
  }

  private var catalogue: [ProfileChange] {
    let rules = ListDifference<CatalogueRule>(
      section: .catalogue, key: \.id, subject: { Phrase("规则 \($0.id)", "Rule \($0.id)") },
      words: { Self.plain(ProfileWriter.catalogueRule($0).line) })
    let seats = ListDifference<DutySeat>(
      section: .catalogue, key: \.group, subject: { Phrase("值守席 \($0.group)", "Duty seat \($0.group)") },
      words: { Self.plain(ProfileWriter.seat($0).line) })
    let services = ListDifference<Catalogue.Service>(
      section: .catalogue, key: \.name, subject: { Phrase("服务单位 \($0.name)", "Providers of \($0.name)") },
      words: { Self.plain($0.providers.map { "\($0.unit) \($0.areas.map(\.value))" }.joined(separator: "; ")) })
    let ruling = (old.catalogue.ruling?.value ?? "", new.catalogue.ruling?.value ?? "")
    return rules.changes(old.catalogue.rules, new.catalogue.rules) + services.changes(old.catalogue.services, new.catalogue.services)
      + values(.catalogue, [(Phrase("争议由谁裁定", "Who rules on disputes"), Self.plain(ruling.0), Self.plain(ruling.1))])
      + seats.changes(old.dutySeats, new.dutySeats)
  }

  private var details: [ProfileChange] {
    ListDifference<Detail.Entry>(section: .details, key: \.key, subject: { Self.plain($0.key) }) {
      Self.plain(ProfileWriter.detail($0.value).line)
    }.changes(old.details, new.details)
  }
}
