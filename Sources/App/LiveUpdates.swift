import CaseFile
import Casework
import Ledger
import Logging
import People
import Search
import ServiceLifecycle
import Store
import Supervision
import Web

extension Hotline {
  /// What open pages can watch.
  static func live(_ ledger: Ledger, _ gate: PeopleGate) -> LiveHub {
    let sources: [any LiveSource] = [
      DeskLive(ledger: ledger), CaseLive.orders(ledger), CaseLive.appeals(ledger), BoardLive(ledger: ledger),
    ]
    return LiveHub(sources, clock: ledger.clock) { try await gate.holder(session: $0) }
  }
}

/// Follows the log and lets open pages know, once a second. It reads the sealed events, so that what another node or a command
/// beside the server writes is told as well.
public struct LiveFollower: Sendable {
  private let hotline: Hotline
  private var position: Int64?
  private static let most: Int64 = 5000

  public init(_ hotline: Hotline) { self.hotline = hotline }

  private static let newest = "SELECT coalesce(max(last_position), 0) FROM seals"
  private static let select = "SELECT position, stream, id FROM sealed WHERE position > $1 ORDER BY position LIMIT $2"

  /// One round: whatever was sealed since the last one is told to whom it concerns.
  public mutating func round() async throws {
    if let from = position {
      let events = try await hotline.ledger.database.read { sql in
        try sql.query(Self.select, [.int(from), .int(Self.most)]) {
          (position: $0.int(0), change: LiveChange(stream: $0.text(1), id: $0.int(2)))
        }
      }
      position = events.last?.position ?? from
      await hotline.live.note(events.map(\.change))
    } else {
      position = try await hotline.ledger.database.read { Int64(try $0.count(Self.newest)) }
    }
    await hotline.live.round()
  }
}

/// Keeps open pages up to date.
struct LiveUpdates: Service {
  let hotline: Hotline
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var follower = LiveFollower(hotline)
      let clock = ContinuousClock()
      while !Task.isCancelled {
        let spent = await clock.measure {
          do { try await follower.round() } catch is CancellationError {} catch {
            logger.error("live updates wait", metadata: ["error": .string("\(error)")])
          }
        }
        // At most once a second, and mostly no more than a quarter of the time; a round that only waited long rests briefly.
        try? await Task.sleep(for: max(.seconds(1) - spent, min(spent * 3, .seconds(3))))
      }
    }
  }
}
