import Foundation
import Glibc

/// Asks a server on this machine for one page and waits for nothing else.
enum Probe {
  /// Whether `GET path` is answered with 200.
  static func isReady(port: Int, path: String) -> Bool {
    guard let socket = try? connected(port: port) else { return false }
    defer { close(socket) }
    guard (try? send("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", on: socket)) != nil else { return false }
    return head(of: socket).hasPrefix("HTTP/1.1 200")
  }

  /// Sends JSON on a connection of its own.
  /// - Throws: `BenchProblem` for any answer but 201.
  static func post(_ path: String, _ body: String, token: String, port: Int) throws {
    let socket = try connected(port: port)
    defer { close(socket) }
    let fields = ["Host: localhost", "Connection: close", "Authorization: Bearer \(token)", "Content-Type: application/json"]
    let head = (["POST \(path) HTTP/1.1"] + fields + ["Content-Length: \(body.utf8.count)"]).joined(separator: "\r\n")
    try send("\(head)\r\n\r\n\(body)", on: socket)
    let answer = Self.head(of: socket)
    guard answer.hasPrefix("HTTP/1.1 201") else { throw BenchProblem("POST \(path): \(answer.prefix(60))") }
  }

  static func connected(port: Int) throws -> Int32 {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw BenchProblem("no socket is left; raise the limit of open files") }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let joined = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
    guard joined == 0 else {
      close(socket)
      throw BenchProblem("nobody answers on port \(port)")
    }
    return socket
  }

  static func send(_ text: String, on socket: Int32) throws {
    let bytes = Array(text.utf8)
    guard Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { throw BenchProblem("the connection broke") }
  }

  private static func head(of socket: Int32) -> String {
    var answer = [UInt8](repeating: 0, count: 64)
    let count = recv(socket, &answer, answer.count, 0)
    return count > 12 ? String(decoding: answer[..<count], as: UTF8.self) : ""
  }

  /// A port that nobody listens on.
  static func freePort() -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bound in
        guard bind(socket, bound, length) == 0, getsockname(socket, bound, &length) == 0 else { return 0 }
        return Int(UInt16(bigEndian: pointer.pointee.sin_port))
      }
    }
  }
}
