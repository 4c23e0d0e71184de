import Casework
import Workdays

/// Something that open pages watch: `desk/dispatcher`, `order/YX-…`. Whoever may open the page may watch its topic.
public struct LiveTopic: Hashable, Sendable, CustomStringConvertible {
  /// Who knows about it: the name of a `LiveSource`.
  public let source: String
  public let name: String

  public init(_ source: String, _ name: String) {
    self.source = source
    self.name = name
  }

  /// What a page asked for; nil for what cannot be a topic.
  init?(_ text: Substring) {
    let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, text.utf8.count <= 80 else { return nil }
    self.init(String(halves[0]), String(halves[1]))
  }

  public var description: String { "\(source)/\(name)" }

  public static func order(_ number: String) -> LiveTopic { LiveTopic("order", number) }
  public static func appeal(_ number: String) -> LiveTopic { LiveTopic("appeal", number) }
  public static func desk(_ role: Role) -> LiveTopic { LiveTopic("desk", role.rawValue) }
  public static let board = LiveTopic("board", "all")
}

/// One thing that was written to the log.
public struct LiveChange: Hashable, Sendable {
  /// The kind of the thing: `order`.
  public let stream: String
  public let id: Int64

  public init(stream: String, id: Int64) {
    self.stream = stream
    self.id = id
  }
}

/// What somebody sees of a topic. It is read once for all who see the same.
public struct LiveView: Sendable {
  /// The same for all who see the same.
  public let id: String
  /// Whether those who watch are told of each other.
  public let meets: Bool
  /// Whether these changes may have changed it.
  public let concerns: @Sendable ([LiveChange]) -> Bool
  /// How it looks at a moment; nil where there is nothing to be seen (any more).
  public let read: @Sendable (Moment) async throws -> [JSONValue.Member]?

  public init(
    _ id: String, meets: Bool = false, concerns: @escaping @Sendable ([LiveChange]) -> Bool,
    read: @escaping @Sendable (Moment) async throws -> [JSONValue.Member]?
  ) {
    (self.id, self.meets, self.concerns, self.read) = (id, meets, concerns, read)
  }
}

/// Knows what topics of one kind look like.
public protocol LiveSource: Sendable {
  var name: String { get }
  /// What the actor sees of a topic; nil where its page is not for the actor or does not exist, which looks the same.
  func view(_ topic: LiveTopic, for actor: Actor) async throws -> LiveView?
  /// Hears of changes before anything is read again.
  /// - Returns: whether others than before may now share a view.
  func heed(_ changes: [LiveChange]) async throws -> Bool
}

extension LiveSource {
  public func heed(_ changes: [LiveChange]) async throws -> Bool { false }
}
