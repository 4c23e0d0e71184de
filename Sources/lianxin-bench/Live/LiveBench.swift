import App
import Foundation
import People

/// Open pages: two thousand streams on one node while events come in, measured from outside.
struct LiveBench {
  let folder: URL
  let seconds: Int
  static let names = ["live"]
  private static let streams = 2000
  private static let eachSession = 20
  private static let perSecond = 20

  /// Whose pages are open, and what they watch.
  private static let rooms: [(who: String, topics: String)] = [
    ("agent", "desk/agent"), ("agent2", "desk/agent"), ("dispatcher", "desk/dispatcher"), ("officer-urban", "desk/officer"),
    ("officer-market", "desk/officer"), ("officer-hr", "desk/officer"), ("officer-environment", "desk/officer"),
    ("supervisor", "desk/supervisor,board/all"), ("followup", "desk/followup"), ("leader", "desk/leader,board/all"),
  ]

  func run() async throws -> [Figure] {
    Self.raiseLimit()
    let sessions = Self.streams / Self.eachSession
    let (home, made) = try await Home.make(.sqlite, folder, name: "live") { hotline in
      var requests: [String] = []
      for index in 0..<sessions {
        let room = Self.rooms[index % Self.rooms.count]
        let session = try await hotline.accounts.signIn(name: room.who, password: FixtureCity.password).session
        let request = Self.request(session, room.topics)
        requests += Array(repeating: request, count: Self.eachSession)
      }
      return (requests, try await hotline.accounts.createToken(user: "agent"))
    }
    let server = try Server(home.options)
    defer { server.stop() }
    let listeners = try Listeners(port: server.port, requests: made.0)
    defer { listeners.end() }
    sleep(4)
    return try measure(server, listeners, token: made.1)
  }

  private func measure(_ server: Server, _ listeners: Listeners, token: String) throws -> [Figure] {
    let (cpu, begun, heard) = (server.figures.cpu, DispatchTime.now().uptimeNanoseconds, listeners.messages)
    var dice = Dice(seed: 5)
    for number in 0..<(seconds * Self.perSecond) {
      let due = begun + UInt64(number) * 1_000_000_000 / UInt64(Self.perSecond)
      let now = DispatchTime.now().uptimeNanoseconds
      if due > now { usleep(UInt32((due - now) / 1000)) }
      try Probe.post("/api/v1/appeals", Scripts.body(&dice), token: token, port: server.port)
    }
    let took = Double(DispatchTime.now().uptimeNanoseconds - begun) / 1e9
    let messages = Double(listeners.messages - heard)
    let (spent, resident) = (Double(server.figures.cpu - cpu) / 1e6, server.figures.peakResident)
    return [
      Figure("live", "open streams", Double(Self.streams - listeners.closed), "", target: ">= 2000"),
      Figure("live", "events per second", Double(seconds * Self.perSecond) / took, "1/s", target: ">= 20"),
      Figure("live", "messages per second", messages / took, "1/s"),
      Figure("live", "cores", spent / took, "", target: "< 0.5"),
      Figure("live", "peak resident", resident, "MB", target: "< 300"),
    ]
  }

  private static func request(_ session: String, _ topics: String) -> String {
    "GET /events?topics=\(topics) HTTP/1.1\r\nHost: localhost\r\nCookie: lianxin_session=\(session)\r\nAccept: text/event-stream\r\n\r\n"
  }

  /// The server that is started inherits it.
  private static func raiseLimit() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
