import Foundation

/// One measured value and what it is held against.
struct Figure: Codable {
  let name: String
  let metric: String
  let value: Double
  let unit: String
  /// The same work straight on the engine.
  var baseline: Double?
  var ratio: Double?
  /// The mark, in words: `>= 3000`.
  var target: String?

  init(_ name: String, _ metric: String, _ value: Double, _ unit: String, baseline: Double? = nil, target: String? = nil) {
    (self.name, self.metric, self.value, self.unit, self.baseline, self.target) = (name, metric, value, unit, baseline, target)
    if let baseline, baseline > 0 { ratio = value / baseline }
  }
}

/// Everything measured in one run.
struct Report: Codable {
  struct Machine: Codable {
    let cpu: String
    let cores: Int
    let memory: String
    let kernel: String
  }

  let machine: Machine
  let commit: String
  var results: [Figure] = []

  init() {
    machine = Machine(
      cpu: Self.line("/proc/cpuinfo", "model name"), cores: ProcessInfo.processInfo.activeProcessorCount,
      memory: Self.line("/proc/meminfo", "MemTotal"),
      kernel: (try? String(contentsOfFile: "/proc/sys/kernel/osrelease", encoding: .utf8))?.trimmed ?? "")
    commit = (try? Shell.run("/usr/bin/env", ["git", "-C", Server.folder, "rev-parse", "HEAD"]).output.trimmed) ?? ""
  }

  mutating func add(_ figures: [Figure]) {
    results += figures
    for figure in figures { print(Self.row(figure)) }
  }

  func write(to file: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(self).write(to: URL(fileURLWithPath: file))
  }

  static let head =
    "\(pad("name", 18))\(pad("metric", 34))\(pad("value", 12, right: true)) \(pad("unit", 8))\(pad("target", 11))\(pad("raw", 10, right: true))\(pad("ratio", 8, right: true))"

  private static func row(_ figure: Figure) -> String {
    let raw = figure.baseline.map(text) ?? "-"
    let ratio = figure.ratio.map { text($0) } ?? "-"
    let value = "\(pad(figure.name, 18))\(pad(figure.metric, 34))\(pad(text(figure.value), 12, right: true)) \(pad(figure.unit, 8))"
    return "\(value)\(pad(figure.target ?? "-", 11))\(pad(raw, 10, right: true))\(pad(ratio, 8, right: true))"
  }

  private static func text(_ value: Double) -> String {
    value >= 1000 || value == value.rounded() ? String(Int(value.rounded())) : String((value * 100).rounded() / 100)
  }

  private static func pad(_ text: String, _ width: Int, right: Bool = false) -> String {
    let fill = String(repeating: " ", count: max(1, width - text.count))
    return right ? "\(fill)\(text)" : "\(text)\(fill)"
  }

  private static func line(_ file: String, _ name: String) -> String {
    let lines = (try? String(contentsOfFile: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.first { $0.hasPrefix(name) }?.split(separator: ":").last.map { String($0).trimmed } ?? ""
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
