import Casework
import Workdays

/// Puts the members of a dimension together under the names that a reader looks for: the level below what was asked about.
struct FigureGroups {
  let question: FigureQuestion
  let profile: Profile
  /// Where the reader's units begin.
  let top: UnitID

  struct Group: Sendable {
    /// Empty where it is not known, or not told.
    let key: String
    let name: Phrase
    let tallies: Tallies
    /// The same question about this group alone; nil where nothing can ask it.
    let narrower: FigureQuestion?
    /// Whether it has a level below it that another look would show.
    let opens: Bool
  }

  /// - Parameter lines: by member.
  func groups(_ lines: [FigureQuery.Line], by dimension: Dimension) -> [Group] {
    var tallies: [String: Tallies] = [:]
    for line in lines { tallies[bucket(line.member, dimension), default: Tallies()] += line.tallies }
    let groups = tallies.map { key, own in group(key, own, dimension) }
    return groups.sorted { one, other in
      let (left, right) = (question.metric.value(one.tallies) ?? -1, question.metric.value(other.tallies) ?? -1)
      return left == right ? one.key < other.key : left > right
    }
  }

  private func bucket(_ member: String, _ dimension: Dimension) -> String {
    switch dimension {
    case .unit: below(profile.units.path(to: UnitID(member)).map(\.value), focus(dimension))
    case .area: below(profile.territory.chain(of: member.isEmpty ? nil : AreaID(member)).reversed().map(\.value), focus(dimension))
    case .category: below(CategoryID(member).path.map(\.value), focus(dimension))
    default: member
    }
  }

  /// Of the way from the top down to a member the step below the focus; the focus itself where the member is the focus.
  private func below(_ path: [String], _ focus: String) -> String {
    guard let last = path.last else { return "" }
    guard !focus.isEmpty else { return path[0] }
    guard let index = path.firstIndex(of: focus) else { return last }
    return path[min(index + 1, path.count - 1)]
  }

  /// What was asked about, whose parts are compared. The whole city is one area as a rule: then its counties are.
  private func focus(_ dimension: Dimension) -> String {
    switch dimension {
    case .unit: return (question.unit ?? top).value
    case .area:
      let roots = profile.areas.filter { $0.parent == nil }
      return question.area?.value ?? (roots.count == 1 ? roots[0].id.value : "")
    case .category: return question.category?.value ?? ""
    default: return ""
    }
  }

  private func group(_ key: String, _ tallies: Tallies, _ dimension: Dimension) -> Group {
    var narrower = question
    var opens = false
    let name: Phrase
    switch dimension {
    case .unit:
      name = profile.units.name(of: UnitID(key))
      narrower.unit = UnitID(key)
      opens = profile.units.subtree(of: UnitID(key)).count > 1
    case .area:
      name = profile.area(AreaID(key))?.name ?? Self.unknown
      narrower.area = AreaID(key)
      opens = profile.areas.contains { $0.parent == AreaID(key) }
    case .category:
      name = key.isEmpty ? Self.unknown : profile.taxonomy.name(of: CategoryID(key))
      narrower.category = CategoryID(key)
      opens = profile.taxonomy[CategoryID(key)]?.isLeaf == false
    case .channel:
      name = Channel(rawValue: key)?.phrase ?? Self.unknown
      narrower.channel = Channel(rawValue: key)
    case .kind:
      name = Kind(rawValue: key)?.phrase ?? Self.unknown
      narrower.kind = Kind(rawValue: key)
    case .hour, .all:
      name = Phrase("\(key) 时", "\(key):00")
      narrower.hour = Int(key)
    }
    // What belongs to the focus itself, and to nothing below it.
    let isFocus = key == focus(dimension)
    if isFocus, opens { narrower.alone = dimension }
    return Group(key: key, name: name, tallies: tallies, narrower: key.isEmpty ? nil : narrower, opens: opens && !isFocus)
  }

  /// One word for both, so that nobody can tell which.
  static let unknown = Phrase("未注明或不公开", "Not given or not shown")
}
