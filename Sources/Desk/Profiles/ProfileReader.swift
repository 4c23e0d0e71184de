import Casework
import Workdays

/// Reads a city's profile from YAML. It never stops at the first mistake: every problem is collected, so that
/// an administrator corrects a file in one go. `docs/profile.md` is the schema for people.
public enum ProfileReader {
  /// The largest file, in bytes.
  public static let largestFile = 4_000_000

  /// - Parameters:
  ///   - yaml: The text of the profile.
  ///   - file: How problems name it.
  ///   - base: Gives the text of what `extends` names.
  /// - Throws: Every problem, each with its file and line.
  public static func read(
    _ yaml: String, file: String = "profile.yaml", base: (String) throws -> String
  ) throws(ProfileProblems) -> Profile {
    let book = ProblemBook()
    let tree = ProfileFile.load(yaml, file: file, chain: [file], book: book, base: base)
    let profile = tree.flatMap { Reader($0, book).profile() }
    guard let profile, book.problems.isEmpty else { throw book.all }
    return profile
  }
}

extension Reader {
  /// The whole profile; nil when something that it cannot do without is missing.
  func profile() -> Profile? {
    guard isMap() else { return nil }
    allow([
      "key", "name", "effective", "prefix", "kinds", "lines", "channels", "units", "areas", "categories", "calendar", "limits",
      "ladder", "policy", "outcomes", "guides", "letters", "formulas", "catalogue", "duty-seats", "details",
    ])
    let areas = areas()
    let units = units(areas: Set(areas.map(\.id)))
    let taxonomy = taxonomy()
    let known = Known(units: Set(units.map(\.id)), taxonomy: taxonomy, areas: Set(areas.map(\.id)))
    let (calendar, overlays) = calendars(known)
    let kinds = field("kinds")?.words(Kind.self) ?? Kind.allCases
    let limits = limits(known, kinds: kinds)
    var policy = field("policy")?.policy() ?? CasePolicy()
    policy.ladder = ladder(known)
    policy.openness = field("policy")?.openness(known) ?? OpennessPolicy()
    let outcomes = field("outcomes")?.list().compactMap { $0.outcome(known) } ?? []
    field("outcomes")?.refuseDuplicates(of: "name")
    let (catalogue, seats) = (catalogue(known), dutySeats(known))
    let (lines, channels, details) = (lines(), channels(), details())
    let (key, name) = (required("key")?.word(), required("name")?.phrase())
    let (effective, prefix) = (required("effective")?.day(), required("prefix")?.prefix())
    guard let key, let name, let effective, let prefix else { return nil }
    let profile = Profile(
      key: key, name: name, effective: effective, prefix: prefix, lines: lines, channels: channels, units: Organisation(units),
      areas: areas, kinds: kinds, taxonomy: taxonomy, calendar: calendar, overlays: overlays, limits: limits, policy: policy,
      outcomes: outcomes, guides: guides(known), letters: letters(), formulas: formulas(),
      catalogue: catalogue, dutySeats: seats, details: details)
    checkCatalogue(of: profile)
    return profile
  }

  /// What every number begins with: it must keep numbers within `[A-Z0-9-]+`.
  private func prefix() -> String? {
    guard let text = text() else { return nil }
    guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (65...90).contains($0) }) else {
      report("编号前缀“\(text)”不合要求", "the number prefix “\(text)” will not do", "请写 1 至 6 个大写字母", "Write 1 to 6 capital letters")
      return nil
    }
    return text
  }
}

/// What references may name.
struct Known {
  let units: Set<UnitID>
  let taxonomy: Taxonomy
  let areas: Set<AreaID>
}
