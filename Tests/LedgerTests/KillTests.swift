import Foundation
import Store
import Synchronization
import TestKit
import Testing
import Web

/// Killed in the middle of concurrent writes, again and again: what was acknowledged is there, nothing is there twice, the
/// chain is whole.
@Suite(.serialized) struct KillTests {
  private static let rounds = ProcessInfo.processInfo.environment["LIANXIN_LONG"] == "1" ? 50 : 10
  private static let clients = 8

  @Test(arguments: TestDatabases.each) func whatIsAcknowledgedSurvives(_ engine: TestEngine) async throws {
    try await engine.place { place in
      let program = try await Self.prepare(place)
      defer { program.tidy() }
      let token = try await program.run("token", "create", "--user", "agent")
      let post = PostRoom(token: token)
      var dice = Dice(seed: 12345)
      for _ in 0..<Self.rounds {
        let served = try await program.serve()
        post.open(killAfter: 5 + dice.below(60)) { served.end() }
        await Self.send(post, served.port)
        // Where no client got through nobody has ended it.
        served.end()
        await served.wait()
      }
      let served = try await program.serve()
      defer { served.end() }
      // Whatever got no answer is asked for again under its key; afterwards each must be there exactly once.
      post.open(killAfter: nil) {}
      await Self.send(post, served.port)
      let lost = await Program.blocking { post.missing(on: served.port) }
      served.end(SIGTERM)
      await served.wait()
      #expect(post.failures == [] && lost == [])
      #expect(post.acknowledged > Self.rounds * 5)
      let verdict = try await program.run("verify")
      #expect(verdict.contains("appeals \(post.acknowledged),") && verdict.hasSuffix("chain whole, differing 0"), "\(verdict)")
    }
  }

  /// The city's profile, an account and the key file.
  private static func prepare(_ place: TestPlace) async throws -> Program {
    let database = try place.open()
    let made = await outcome { _ = try await City.open(database) }
    await database.close()
    try made.get()
    let folder = FileManager.default.temporaryDirectory.appending(path: "lianxin-kill-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let key = folder.appending(path: "vault.key")
    try Data(Data(City.master).base64EncodedString().utf8).write(to: key)
    let target = place.engine == .sqlite ? "sqlite:\(place.target)" : place.target
    let program = Program(place: ["--database", target, "--key-file", key.path], log: folder.appending(path: "log"))
    _ = try await program.run("user", "add", "agent", "--role", "agent", "--unit", "hotline")
    return program
  }

  private static func send(_ post: PostRoom, _ port: UInt16) async {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<clients { group.addTask { await Program.blocking { post.work(on: port) } } }
    }
  }
}

/// Letters on their way, and those that were acknowledged.
private final class PostRoom: Sendable {
  struct Letter: Sendable {
    let number: Int
    var text: String { "第\(number)件：路灯不亮" }
    var body: [UInt8] { JSONValue.members(("channel", .text("mailbox")), ("text", .text(text))).bytes }
  }

  private struct Books {
    var written = 0
    var waiting: [Letter] = []
    var acknowledged: [String: String] = [:]
    var inRound = 0
    var killAfter: Int?
    var kill: @Sendable () -> Void = {}
    var failures: [String] = []
  }

  private let books = Mutex(Books())
  private let token: String

  init(token: String) { self.token = token }

  var acknowledged: Int { books.withLock { $0.acknowledged.count } }
  var failures: [String] { books.withLock { $0.failures } }

  /// Begins a round that ends with `kill` after so many answers, or, without a number, with the last letter that waits.
  func open(killAfter: Int?, _ kill: @Sendable @escaping () -> Void) {
    books.withLock { ($0.inRound, $0.killAfter, $0.kill) = (0, killAfter, kill) }
  }

  /// One client: sends letter after letter until the connection breaks.
  func work(on port: UInt16) {
    guard let connection = try? RawConnection(port: port) else { return }
    while let letter = next() {
      let headers = ["Authorization": "Bearer \(token)", "Content-Type": "application/json", "Idempotency-Key": "kill-\(letter.number)"]
      guard let reply = try? connection.exchange("POST", "/api/v1/appeals", headers, letter.body) else { return giveBack(letter) }
      take(reply, letter)
    }
  }

  private func next() -> Letter? {
    books.withLock { books in
      if let letter = books.waiting.popLast() { return letter }
      guard books.killAfter != nil, books.failures.isEmpty else { return nil }
      books.written += 1
      return Letter(number: books.written)
    }
  }

  private func giveBack(_ letter: Letter) { books.withLock { $0.waiting.append(letter) } }

  private func take(_ reply: RawConnection.Reply, _ letter: Letter) {
    let number = (try? JSONParser.parse(reply.body))?["number"]?.text
    let kill = books.withLock { books -> (@Sendable () -> Void)? in
      guard reply.status == 201, let number else {
        books.failures.append("\(reply.status) \(String(decoding: reply.body, as: UTF8.self))")
        return books.kill
      }
      books.acknowledged[number] = letter.text
      books.inRound += 1
      return books.inRound == books.killAfter ? books.kill : nil
    }
    kill?()
  }

  /// The acknowledged letters that cannot be read.
  func missing(on port: UInt16) -> [String] {
    let letters = books.withLock { $0.acknowledged }
    guard let connection = try? RawConnection(port: port) else { return ["the server"] }
    return letters.filter { number, text in
      guard let reply = try? connection.exchange("GET", "/api/v1/appeals/\(number)", ["Authorization": "Bearer \(token)"]) else {
        return true
      }
      return reply.status != 200 || !String(decoding: reply.body, as: UTF8.self).contains(text)
    }.map(\.key)
  }
}
