import Ledger
import Store

/// The city's figures: kept by one reader of the sealed log, and made anew from it whenever somebody asks.
public struct Figures: Sendable {
  let ledger: Ledger
  private static let batch = 500

  public init(ledger: Ledger) { self.ledger = ledger }

  /// Whoever reads the log for everybody lets this one read along.
  public var projector: any Projector { FigureProjector() }

  /// Forgets all figures and counts them again from the first event.
  /// - Parameter progress: how many events have been read.
  public func rebuild(_ progress: @Sendable (Int) -> Void = { _ in }) async throws {
    try await ledger.database.write { try EntryBook.clear($0, projector: FigureProjector.name) }
    try await advance(progress)
  }

  /// Reads on until nothing is left.
  public func advance(_ progress: @Sendable (Int) -> Void = { _ in }) async throws {
    try await ledger.sealNow()
    var done = 0
    while true {
      let taken = try await ledger.advance(projector, atMost: Self.batch)
      if taken == 0 { return }
      done += taken
      progress(done)
    }
  }

  /// How many days and sums differ from what the log says up to where it was read.
  public func differing() async throws -> Int {
    try await advance()
    return try await ledger.database.read { try FigureCheck($0).differing() }
  }
}

struct FigureProjector: Projector {
  static let name = "figures"
  var name: String { Self.name }

  func take(_ events: [SealedEvent], _ session: any SQLSession) throws {
    try EntryBook(session).add(EntryReader(sql: session).entries(events))
  }
}
