import Workdays

/// What differs between two lists whose items have names: by name, not by place.
struct ListDifference<Item> {
  let section: ProfileSection
  /// By what two items are the same thing.
  let key: (Item) -> String
  let subject: (Item) -> Phrase
  let words: (Item) -> Phrase
  var part: (Item) -> String? = { _ in nil }

  func changes(_ old: [Item], _ new: [Item]) -> [ProfileChange] {
    let (before, after) = (named(old), named(new))
    let known = Dictionary(before.map { ($0.name, $0.item) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(after.map(\.name))
    let news = after.compactMap { name, item -> ProfileChange? in
      guard let was = known[name] else { return ProfileChange(section, subject(item), nil, words(item), part: part(item)) }
      let (one, other) = (words(was), words(item))
      return one == other ? nil : ProfileChange(section, subject(item), one, other, part: part(item))
    }
    let gone = before.filter { !kept.contains($0.name) }
    return news + gone.map { ProfileChange(section, subject($0.item), words($0.item), nil, part: part($0.item)) }
  }

  /// Those of both lists that another order has brought to another place: the fewest that explain it, with their new places.
  func moved(_ old: [Item], _ new: [Item]) -> [(item: Item, from: Int, to: Int)] {
    let (before, after) = (named(old), named(new))
    let (had, have) = (Set(before.map(\.name)), Set(after.map(\.name)))
    let (was, now) = (before.map(\.name).filter(have.contains), after.map(\.name).filter(had.contains))
    let places = Dictionary(before.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let steps = now.difference(from: was).inferringMoves()
    let names = steps.insertions.compactMap { step -> String? in
      if case .insert(_, let name, _?) = step { name } else { nil }
    }
    return names.compactMap { name in
      guard let to = after.firstIndex(where: { $0.name == name }), let from = places[name] else { return nil }
      return (after[to].item, from, to)
    }
  }

  /// A second one of the same name is another thing.
  private func named(_ items: [Item]) -> [(name: String, item: Item)] {
    var seen: [String: Int] = [:]
    return items.map { item in
      let name = key(item)
      seen[name, default: 0] += 1
      return (seen[name] == 1 ? name : "\(name) \(seen[name] ?? 0)", item)
    }
  }
}
