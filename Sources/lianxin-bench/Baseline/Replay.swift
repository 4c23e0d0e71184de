import Store

/// The order in which a trace is run again: as many recordings in one commit as under the measured load, sealed once;
/// what ran beside the load in commits of its own.
struct Replay {
  /// The steps of each commit.
  let commits: [[Traced.Step]]

  init(_ transactions: [Traced], group: Int) {
    var commits: [[Traced.Step]] = []
    var waiting: [Traced] = []
    func flush() {
      guard !waiting.isEmpty else { return }
      commits.append(waiting.flatMap(\.steps) + Self.seal(waiting))
      waiting = []
    }
    for one in transactions {
      if !one.shares { flush() }
      waiting.append(one)
      if !one.shares || waiting.count >= group { flush() }
    }
    flush()
    self.commits = commits
  }

  /// What the first one saw as the newest seal and what the last one wrote as the new one.
  private static func seal(_ group: [Traced]) -> [Traced.Step] {
    let sealing = group.map(\.seal).filter { !$0.isEmpty }
    guard let first = sealing.first, let last = sealing.last else { return [] }
    return first.filter { $0.sql.hasPrefix("SELECT") } + last.filter { !$0.sql.hasPrefix("SELECT") }
  }
}
