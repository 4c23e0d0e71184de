import Ledger
import Logging
import Profiles

/// Feeds the search index, the book of precedents and what else is kept beside them from the sealed events, a moment after they are written.
public struct IndexService: Sendable {
  private let ledger: Ledger
  private let projectors: [any Projector]
  private let logger: Logger
  private let bell: AsyncStream<Void>
  private let ring: AsyncStream<Void>.Continuation
  /// How often it looks without being rung for.
  private static let interval = Duration.milliseconds(200)

  /// - Parameter others: what other modules keep in the same way.
  public init(ledger: Ledger, others: [any Projector] = [], logger: Logger = Logger(label: "search")) {
    self.ledger = ledger
    self.logger = logger
    let own: [any Projector] = [
      OrderIndexer(ledger: ledger), AppealIndexer(ledger: ledger), PlaceBook(ledger: ledger), PrecedentProjector(),
      AnswerBook(ledger: ledger),
    ]
    projectors = own + others
    (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// There is something new; called from anywhere.
  public func wake() { ring.yield() }

  /// Keeps the index up to date until the task is cancelled. Called once.
  public func run() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        while !Task.isCancelled {
          ring.yield()
          // Cancellation ends the wait and is seen by the loop.
          try? await Task.sleep(for: Self.interval)
        }
      }
      for await _ in bell {
        if Task.isCancelled { break }
        await advance()
      }
      group.cancelAll()
    }
  }

  /// Reads on until nothing is left, sealing first.
  /// - Parameter piece: events in one transaction; larger ones cost less, and keep other writers waiting longer.
  /// - Throws: whatever the database throws.
  public func advanceToEnd(piece: Int = 200) async throws {
    try await ledger.sealNow()
    for projector in projectors {
      while try await ledger.advance(projector, atMost: piece) > 0 {}
    }
  }

  /// In turns, so that a backlog of one kind does not keep the other kind out.
  private func advance() async {
    var behind = projectors
    while !behind.isEmpty, !Task.isCancelled {
      var still: [any Projector] = []
      for projector in behind where await advance(projector) { still.append(projector) }
      behind = still
    }
  }

  /// Whether it took something and may have more to take.
  private func advance(_ projector: any Projector) async -> Bool {
    do {
      return try await ledger.advance(projector, atMost: 200) > 0
    } catch {
      logger.error("the search index waits", metadata: ["projector": "\(projector.name)", "error": "\(error)"])
      return false
    }
  }
}
