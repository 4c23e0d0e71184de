import App
import Casework
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization
import TestKit
import Testing
import Vault
import Web
import Workdays

/// The fixture city as a test sees it: the real program, its programming interface, and a clock that the test moves.
struct City {
  let hotline: Hotline
  let clock: TestClock
  private let client: any TestClientProtocol
  private let tokens: [String: String]

  static let people =
    Role.allCases.map(\.rawValue) + [
      "agent", "agent2", "agent-heat", "officer-power-firm",
      "officer-urban", "officer-hr", "officer-stone-gate", "officer-stone-gate-station", "officer-cable-tv",
      "officer-water-firm", "officer-market", "officer-west-hill", "officer-environment",
    ]

  /// Gives the test a city on a working Monday morning, 2026-03-02 09:00.
  static func open(_ engine: TestEngine, _ body: @Sendable (City) async throws -> Void) async throws {
    try await open(engine, at: "2026-03-02T09:00:00+08:00", body) { hotline in
      try await FixtureCity(hotline).enrol()
      return people
    }
  }

  /// - Parameter settle: loads the profile and the accounts, and says whose names the test will use.
  static func open(
    _ engine: TestEngine, at time: String, _ body: @Sendable (City) async throws -> Void,
    settle: @Sendable (Hotline) async throws -> [String]
  ) async throws {
    try await engine.place { place in
      let clock = TestClock(try Moment(iso8601: time))
      let keys = try VaultKeys(master: [UInt8](repeating: 7, count: 32))
      let hotline = try await Hotline.open(place.open(), keys: keys, clock: { clock.now }, random: { UInt64.random(in: .min ... .max) })
      var tokens: [String: String] = [:]
      for name in try await settle(hotline) { tokens[name] = try await hotline.accounts.createToken(user: name) }
      let known = tokens
      let application = Application(router: hotline.router())
      let result = await outcome {
        try await application.test(.router) { client in
          try await body(City(hotline: hotline, clock: clock, client: client, tokens: known))
        }
      }
      await hotline.close()
      try result.get()
    }
  }

  /// `POST /api/v1/<path>` by a person; the answer must have this status.
  @discardableResult
  func post(_ who: String, _ path: String, _ body: JSONValue = .object([]), status: Int = 200, _ at: SourceLocation = #_sourceLocation)
    async throws -> JSONValue
  {
    try await request(who, .post, path, body, status, at)
  }

  @discardableResult
  func get(_ who: String, _ path: String, status: Int = 200, _ at: SourceLocation = #_sourceLocation) async throws -> JSONValue {
    try await request(who, .get, path, nil, status, at)
  }

  private func request(_ who: String, _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue?, _ status: Int, _ at: SourceLocation)
    async throws -> JSONValue
  {
    var headers: HTTPFields = [.authorization: "Bearer \(tokens[who] ?? "")"]
    if body != nil { headers[.contentType] = "application/json" }
    let buffer = body.map { ByteBuffer(bytes: $0.bytes) }
    return try await client.execute(uri: "/api/v1/\(path)", method: method, headers: headers, body: buffer) { response in
      let text = String(buffer: response.body)
      #expect(response.status.code == status, "\(who) \(method) \(path): \(text)", sourceLocation: at)
      return text.isEmpty ? .null : try JSONParser.parse(Array(text.utf8))
    }
  }

  /// The status of a request without a body.
  func status(of method: Endpoint.Method, _ path: String, by who: String) async throws -> Int {
    let headers: HTTPFields = [.authorization: "Bearer \(tokens[who] ?? "")"]
    let uri = "/api/v1/\(path)"
    return try await client.execute(uri: uri, method: method == .get ? .get : .post, headers: headers) { Int($0.status.code) }
  }

  /// The interface's description of itself.
  func document() async throws -> JSONValue {
    try await client.execute(uri: "/api/openapi.json", method: .get) { try JSONParser.parse(Array($0.body.readableBytesView)) }
  }

  /// The program's books must be sound at the end of every story.
  func verify(_ at: SourceLocation = #_sourceLocation) async throws {
    let found = try await hotline.verify()
    #expect(found.isSound, "\(found.breaks) differing \(found.differing)", sourceLocation: at)
  }
}

/// A clock that only the test moves.
final class TestClock: Sendable {
  private let held: Mutex<Moment>

  init(_ start: Moment) { held = Mutex(start) }

  var now: Moment { held.withLock { $0 } }

  func set(_ time: String) throws {
    let moment = try Moment(iso8601: time)
    held.withLock { $0 = moment }
  }

  func advance(minutes: Int) { held.withLock { $0 = $0.adding(minutes: minutes) } }
  func advance(days: Int) { held.withLock { $0 = $0.adding(days: days) } }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  public init(integerLiteral value: Int64) { self = .whole(value) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements.map { Member($0, $1) }) }
  public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }

  var number: String { self["number"]?.text ?? "" }
  var state: String { self["state"]?.text ?? "" }
  var items: [JSONValue] { if case .list(let values)? = self["items"] { values } else { [] } }
  var possible: [String] { if case .list(let values)? = self["possible"] { values.compactMap(\.text) } else { [] } }
  /// The document as text, for searching it for what must not be there.
  var words: String { String(decoding: bytes, as: UTF8.self) }
}
