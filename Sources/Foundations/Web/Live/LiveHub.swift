import Casework
import Logging
import NIOCore
import Workdays

/// Knows which pages watch what, and tells them what changed: each topic at most once a round, read once for all who see the
/// same. Rounds come from outside, once a second.
public actor LiveHub {
  /// How many streams there may be. A browser needs one for all its pages, and a second while it changes its topics.
  public struct Limits: Sendable {
    public var perSession = 24
    public var all = 12_000
    public var topics = 40

    public init() {}
  }

  struct Watch {
    let stream: LiveStream
    let actor: Actor
    let session: String
    let topics: [LiveTopic]
    var views: [LiveTopic: String] = [:]
    /// Its topics are found.
    var isReady = false
    /// Rounds until it is forgotten, once it has ended: a page that is loaded again was not away.
    var leaving: Int?
  }

  struct Shown {
    let view: LiveView
    let topic: LiveTopic
    var watchers: Set<Int> = []
    var members: [JSONValue.Member]?
    var message: ByteBuffer?
    var isDue = true
    var readAt = 0
  }

  let sources: [String: any LiveSource]
  let holds: @Sendable (String) async throws -> Actor?
  let clock: @Sendable () -> Moment
  let logger: Logger
  private let limits: Limits
  var watches: [Int: Watch] = [:]
  var shown: [String: Shown] = [:]
  var changes: Set<LiveChange> = []
  var rounds = 0
  private var lastID = 0

  /// - Parameter holds: who is behind a session now, without prolonging it; nil when it is over.
  public init(
    _ sources: [any LiveSource], limits: Limits = Limits(), clock: @escaping @Sendable () -> Moment = { .now() },
    logger: Logger = Logger(label: "live"), holds: @escaping @Sendable (String) async throws -> Actor?
  ) {
    self.sources = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    (self.limits, self.clock, self.logger, self.holds) = (limits, clock, logger, holds)
  }

  /// Whether one more stream may begin.
  /// - Throws: `LiveProblem.tooMany`.
  func admit(_ session: String) throws(LiveProblem) {
    let open = watches.values.filter { $0.leaving == nil }
    guard open.count < limits.all, open.count(where: { $0.session == session }) < limits.perSession else { throw .tooMany }
  }

  /// Begins a stream; what its topics look like now comes at once.
  func open(_ topics: [LiveTopic], _ actor: Actor, _ session: String) async -> (id: Int, stream: LiveStream) {
    lastID += 1
    let (id, stream) = (lastID, LiveStream())
    watches[id] = Watch(stream: stream, actor: actor, session: session, topics: Array(topics.prefix(limits.topics)))
    stream.beat()
    for topic in watches[id]?.topics ?? [] { await watch(topic, id) }
    watches[id]?.isReady = true
    return (id, stream)
  }

  /// Ends a stream whose browser has gone.
  func close(_ id: Int) {
    watches[id]?.stream.end()
    watches[id]?.leaving = 3
  }

  /// How many streams are open, for the operator's figures.
  public var count: Int { watches.values.count { $0.leaving == nil && $0.isReady } }

  /// Something was committed.
  public func note(_ news: some Sequence<LiveChange>) { changes.formUnion(news) }

  /// Finds what the actor sees of a topic and says how it looks.
  func watch(_ topic: LiveTopic, _ id: Int) async {
    guard let watch = watches[id], let source = sources[topic.source] else { return }
    let found = await trying { try await source.view(topic, for: watch.actor) }
    guard case .some(let view) = found, watches[id] != nil else { return }
    let key = view.map { "\(topic) \($0.id)" }
    if let old = watch.views[topic], old != key { leave(old, id) }
    guard let view, let key else { return }
    watches[id]?.views[topic] = key
    let isNew = shown[key] == nil
    shown[key, default: Shown(view: view, topic: topic)].watchers.insert(id)
    if view.meets { meet(topic) }
    if isNew { await read(key) } else if let message = shown[key]?.message { watch.stream.put(topic, message) }
  }

  func leave(_ key: String, _ id: Int) {
    guard var left = shown[key] else { return }
    left.watchers.remove(id)
    shown[key] = left.watchers.isEmpty ? nil : left
    watches[id]?.views[left.topic] = nil
    if left.view.meets { meet(left.topic) }
  }

  /// Those who watch a topic are told again who they are.
  private func meet(_ topic: LiveTopic) {
    for (key, view) in shown where view.topic == topic { shown[key]?.isDue = view.view.meets || view.isDue }
  }

  /// Trouble with one reading is told to the operator and tried again at the next change; nil where it failed.
  func trying<T>(_ body: () async throws -> T) async -> T? {
    do { return try await body() } catch {
      logger.error("a live view could not be read", metadata: ["error": .string("\(error)")])
      return nil
    }
  }
}

/// Why no stream begins.
public enum LiveProblem: Problem {
  case tooMany

  public var status: Int { 429 }
  public var code: String { "too-many-streams" }
  public var sentence: Phrase {
    Phrase("打开的页面过多；关闭几个后会自动恢复实时更新。", "Too many pages are open; close some and live updates come back by themselves.")
  }
}
