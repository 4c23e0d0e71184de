import Foundation

/// A span in which a clock stands still; without an end it still does.
public struct Pause: Hashable, Codable, Sendable {
  public let from: Moment
  public let to: Moment?

  public init(from: Moment, to: Moment? = nil) {
    self.from = from
    self.to = to
  }
}

extension [Pause] {
  /// The ended pauses after `start`, in order, those that overlap made into one: no moment may be paused twice.
  func merged(after start: Moment) -> [Range<Moment>] {
    var spans: [Range<Moment>] = []
    for pause in sorted(by: { $0.from < $1.from }) {
      guard let to = pause.to, to > pause.from, to > start else { continue }
      let from = Swift.max(pause.from, start)
      if let last = spans.last, from <= last.upperBound {
        spans[spans.count - 1] = last.lowerBound..<Swift.max(last.upperBound, to)
      } else {
        spans.append(from..<to)
      }
    }
    return spans
  }
}
