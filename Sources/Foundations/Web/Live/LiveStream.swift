import NIOCore
import Synchronization

/// What waits to be written to one browser. A topic waits at most once, so that a slow line holds no more than its topics.
public final class LiveStream: Sendable {
  private struct Waiting {
    var messages: [LiveTopic: ByteBuffer] = [:]
    var beats = false
  }

  let bell: AsyncStream<Void>
  private let ring: AsyncStream<Void>.Continuation
  private let waiting = Mutex(Waiting())
  private static let beat = ByteBuffer(string: ":\n\n")

  init() {
    (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  func put(_ topic: LiveTopic, _ message: ByteBuffer) {
    waiting.withLock { $0.messages[topic] = message }
    ring.yield()
  }

  /// Writes a line without a meaning, so that a dead connection is noticed on both sides.
  func beat() {
    waiting.withLock { $0.beats = true }
    ring.yield()
  }

  func end() { ring.finish() }

  /// What is to be written now; the stream is its only taker.
  func take() -> ByteBuffer? {
    let taken = waiting.withLock { waiting in
      defer { waiting = Waiting() }
      return waiting
    }
    guard !taken.messages.isEmpty else { return taken.beats ? Self.beat : nil }
    var all = ByteBuffer()
    for var message in taken.messages.values { all.writeBuffer(&message) }
    return all
  }

  /// A message in the form of server-sent events.
  static func message(_ topic: LiveTopic, _ members: [JSONValue.Member]) -> ByteBuffer {
    let json = JSONValue.object([JSONValue.Member("topic", .text(topic.description))] + members)
    var buffer = ByteBuffer()
    buffer.writeString("data: ")
    buffer.writeBytes(json.bytes)
    buffer.writeString("\n\n")
    return buffer
  }
}
