import Foundation

/// One HTTP connection on a socket of its own, for a thread of its own: it sees exactly which answer arrived before the end.
public final class RawConnection {
  public struct Broken: Error {}

  public struct Reply {
    public let status: Int
    public let body: [UInt8]
  }

  private let handle: Int32
  private var buffer: [UInt8] = []

  /// - Parameter patience: seconds after which a connection that does not move counts as broken; 0 waits for good.
  public init(port: UInt16, patience: Int = 0) throws {
    handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var wait = timeval(tv_sec: patience, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] { setsockopt(handle, SOL_SOCKET, option, &wait, socklen_t(MemoryLayout<timeval>.size)) }
    var address = Self.loopback(port)
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
    guard handle >= 0, connected == 0 else { throw Broken() }
  }

  deinit { close(handle) }

  /// A port that nobody listens on now.
  public static func freePort() throws -> UInt16 {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let found = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(handle, $0, length) == 0 && getsockname(handle, $0, &length) == 0 }
    }
    guard found else { throw Broken() }
    return UInt16(bigEndian: address.sin_port)
  }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }

  public func exchange(_ method: String, _ path: String, _ headers: [String: String] = [:], _ body: [UInt8] = []) throws -> Reply {
    var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: \(body.count)\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    try write(Array("\(head)\r\n".utf8) + body)
    return try reply()
  }

  private func write(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { send(handle, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { throw Broken() }
      sent += count
    }
  }

  private func reply() throws -> Reply {
    let end = Array("\r\n\r\n".utf8)
    var edge = buffer.firstRange(of: end)
    while edge == nil {
      try more()
      edge = buffer.firstRange(of: end)
    }
    guard let edge else { throw Broken() }
    let lines = String(decoding: buffer[..<edge.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    let status = Int(lines[0].split(separator: " ").dropFirst().first ?? "") ?? 0
    let length =
      lines.first { $0.lowercased().hasPrefix("content-length:") }.flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
      ?? 0
    buffer.removeSubrange(..<edge.upperBound)
    while buffer.count < length { try more() }
    let body = Array(buffer[..<length])
    buffer.removeSubrange(..<length)
    return Reply(status: status, body: body)
  }

  private func more() throws {
    var chunk = [UInt8](repeating: 0, count: 16_384)
    let count = recv(handle, &chunk, chunk.count, 0)
    guard count > 0 else { throw Broken() }
    buffer += chunk[..<count]
  }
}
