import Foundation
import Synchronization

/// Many browsers that listen, from outside: plain sockets, read as fast as the server writes.
final class Listeners: Sendable {
  private struct State {
    var messages = 0
    var bytes = 0
    var closed = 0
    var isOver = false
  }

  private let sockets: [Int32]
  private let state = Mutex(State())

  /// - Parameter requests: one for each stream.
  init(port: Int, requests: [String]) throws {
    sockets = try requests.map { request in
      let socket = try Probe.connected(port: port)
      try Probe.send(request, on: socket)
      return socket
    }
    Thread.detachNewThread { self.read() }
  }

  var messages: Int { state.withLock { $0.messages } }
  var bytes: Int { state.withLock { $0.bytes } }
  var closed: Int { state.withLock { $0.closed } }

  func end() { state.withLock { $0.isOver = true } }

  private func read() {
    var polled = sockets.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !state.withLock({ $0.isOver }) {
      guard poll(&polled, nfds_t(polled.count), 500) > 0 else { continue }
      for index in polled.indices where polled[index].revents != 0 {
        let count = recv(polled[index].fd, &buffer, buffer.count, 0)
        if count <= 0 { polled[index].fd = -1 }
        let found = count > 0 ? Self.messages(in: buffer[..<count]) : 0
        state.withLock { state in
          state.bytes += max(0, count)
          state.messages += found
          if count <= 0 { state.closed += 1 }
        }
      }
    }
    for socket in sockets { close(socket) }
  }

  /// Each begins with `data: `.
  private static func messages(in bytes: ArraySlice<UInt8>) -> Int {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "data: ").count - 1
  }
}
