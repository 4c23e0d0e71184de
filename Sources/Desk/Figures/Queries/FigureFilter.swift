import Casework
import Store

/// A question with its names looked up: which members of each dimension count.
struct FigureFilter: Sendable {
  let question: FigureQuestion
  let members: [Dimension: [String]]

  init(_ question: FigureQuestion, _ reach: FigureReach, _ profile: Profile) throws {
    self.question = question
    var members: [Dimension: [String]] = [:]
    members[.unit] = try reach.units(of: question.unit, in: profile.units)?.map(\.value)
    if let area = question.area { members[.area] = Self.below(area, profile) }
    if let category = question.category {
      members[.category] = profile.taxonomy[category]?.all.map(\.id.value) ?? [category.value]
    }
    if let channel = question.channel { members[.channel] = [channel.rawValue] }
    if let kind = question.kind { members[.kind] = [kind.rawValue] }
    if let hour = question.hour { members[.hour] = [String(hour)] }
    for (dimension, only) in [(Dimension.unit, question.unit?.value), (.area, question.area?.value), (.category, question.category?.value)]
    where dimension == question.alone { if let only { members[dimension] = [only] } }
    self.members = members
  }

  private static func below(_ area: AreaID, _ profile: Profile) -> [String] {
    var found = [area]
    var next = 0
    while next < found.count {
      let parent = found[next]
      found += profile.areas.filter { $0.parent == parent && !found.contains($0.id) }.map(\.id)
      next += 1
    }
    return found.map(\.value)
  }

  /// The dimension whose sums answer it; nil where only the entries can.
  func sums(by dimension: Dimension?) -> Dimension? {
    guard let narrowed = members.keys.first else { return dimension ?? .all }
    return members.count == 1 && (dimension == nil || dimension == narrowed) ? narrowed : nil
  }

  /// The conditions on the entries.
  func conditions(_ happening: Happening, _ args: inout [SQLValue]) -> String {
    var parts = [
      "happening = \(args.bind(.text(happening.rawValue)))",
      "day BETWEEN \(args.bind(.int(Int64(question.period.first.ordinal)))) AND \(args.bind(.int(Int64(question.period.last.ordinal))))",
    ]
    for (dimension, values) in members.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if dimension == .hour {
        parts.append(args.whereIn("hour", values.compactMap { Int64($0) }))
      } else {
        parts.append(args.whereIn(dimension.rawValue, values))
      }
    }
    if let weekday = question.weekday { parts.append("(day + 3) % 7 = \(args.bind(.int(Int64(weekday - 1))))") }
    if let cell = question.cell {
      let (width, most) = (FigureCell.width, FigureCell.width - 1)
      parts.append("north BETWEEN \(args.bind(.int(cell.north * width))) AND \(args.bind(.int(cell.north * width + most)))")
      parts.append("east BETWEEN \(args.bind(.int(cell.east * width))) AND \(args.bind(.int(cell.east * width + most)))")
    }
    return parts.joined(separator: " AND ")
  }
}
