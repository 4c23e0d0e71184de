import Workdays

/// A category of demands. Its id is the path of Chinese names from the first level down.
public struct CategoryNode: Hashable, Codable, Sendable {
  public let id: CategoryID
  public let name: Phrase
  public let children: [CategoryNode]

  public init(id: CategoryID, name: Phrase, children: [CategoryNode] = []) {
    self.id = id
    self.name = name
    self.children = children
  }

  public var isLeaf: Bool { children.isEmpty }
  /// The node and everything below it, from the top.
  public var all: [CategoryNode] { [self] + children.flatMap(\.all) }
}

/// The categories of a city, with three levels as a rule.
public struct Taxonomy: Hashable, Sendable {
  public let roots: [CategoryNode]
  private let nodes: [CategoryID: CategoryNode]
  /// Every list and every proposal shows titles: they are put together once.
  private let titles: [CategoryID: Phrase]

  public init(_ roots: [CategoryNode] = []) {
    self.roots = roots
    let nodes = Dictionary(roots.flatMap(\.all).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.nodes = nodes
    titles = Dictionary(uniqueKeysWithValues: nodes.keys.map { ($0, Self.title(of: $0, in: nodes)) })
  }

  public subscript(_ id: CategoryID) -> CategoryNode? { nodes[id] }

  public func contains(_ id: CategoryID) -> Bool { nodes[id] != nil }

  /// The categories without any below them, in the order of the profile: those that an order may have.
  public var leaves: [CategoryNode] { roots.flatMap(\.all).filter(\.isLeaf) }

  /// The category's own name; the last part of its path when it is unknown.
  public func name(of id: CategoryID) -> Phrase {
    nodes[id]?.name ?? Phrase(id.lastName, id.lastName)
  }

  /// From the first level down to the category itself.
  public func path(to id: CategoryID) -> [CategoryNode] { id.path.compactMap { nodes[$0] } }

  /// `城乡建设 › 供热 › 室温不达标`.
  public func title(of id: CategoryID) -> Phrase { titles[id] ?? Self.title(of: id, in: nodes) }

  private static func title(of id: CategoryID, in nodes: [CategoryID: CategoryNode]) -> Phrase {
    let path = id.path.compactMap { nodes[$0] }
    guard !path.isEmpty else { return Phrase(id.value, id.value) }
    return Phrase(path.map(\.name.zh).joined(separator: " › "), path.map(\.name.en).joined(separator: " › "))
  }
}

extension Code where Subject == CategoryLeaf {
  /// Whether this is `ancestor` or stands below it.
  public func isWithin(_ ancestor: CategoryID) -> Bool {
    value.hasPrefix(ancestor.value) && (value.utf8.count == ancestor.value.utf8.count || value.hasPrefix("\(ancestor.value)/"))
  }

  /// The categories from the first level down to this one.
  public var path: [CategoryID] {
    var path: [CategoryID] = []
    for name in value.split(separator: "/") {
      path.append(CategoryID(path.last.map { "\($0)/\(name)" } ?? String(name)))
    }
    return path
  }

  /// The first level.
  public var top: CategoryID { path.first ?? self }

  /// The last part of the path.
  public var lastName: String { value.split(separator: "/").last.map(String.init) ?? value }
}
