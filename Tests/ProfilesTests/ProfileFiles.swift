import Casework
import Foundation
import Profiles
import Workdays

/// The profiles of the repository, and the smallest one that is whole.
enum ProfileFiles {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let folder = root.appending(path: "Profiles")
  static let cities = ["heze-2015", "heze-2021", "hengshui-2019", "zibo-2020", "jining-2013", "yunxi"]

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  static func read(_ name: String) throws -> Profile {
    try ProfileReader.read(try text("\(name).yaml"), file: "\(name).yaml", base: text)
  }

  /// Data that is not part of the repository; nil, with a line that says so, where it is absent.
  static func shared(_ name: String) -> String? {
    let file = root.deletingLastPathComponent().appending(path: "shared/data/\(name)")
    let text = try? String(contentsOf: file, encoding: .utf8)
    if text == nil { print("skipped: ../shared/data/\(name) is not there") }
    return text
  }

  /// What the reader says against `yaml`; empty when it is whole.
  static func problems(in yaml: String, bases: [String: String] = [:]) -> [ProfileProblem] {
    do {
      _ = try ProfileReader.read(yaml, file: "city.yaml") { name in
        guard let text = bases[name] else { throw CocoaError(.fileNoSuchFile) }
        return text
      }
      return []
    } catch {
      return error.problems
    }
  }

  /// Line 1 is `key`; each line is one that a test can spoil.
  static let small = """
    key: small
    name: 小城 | Small Town
    effective: 2026-01-01
    prefix: ST
    lines:
      - {number: "12345", name: 热线 | Hotline, mode: main}
    areas:
      - {id: north, name: 北区 | North}
    units:
      - {id: small, name: 小城 | Small Town, level: city, area: north}
      - {id: roads, name: 道路局 | Roads, level: bureau, parent: small}
      - {id: lamps, name: 路灯所 | Lamps, level: station, parent: roads}
    categories:
      道路 | Roads: [路灯 | Lamps, 坑洼 | Holes]
    calendar:
      hours:
        - week: {1-5: ["08:30-12:00", "13:30-17:30"]}
    limits:
      - {clock: handling, limit: 1wd, categories: 道路/路灯}
      - {clock: handling, limit: 5wd}
      - {clock: transfer, limit: 4wh}
      - {clock: sign, limit: 1wd}
    policy:
      returns: {within: 2wd, rounds: 1}
      return-reasons: {not-ours: 不是我们的 | Not ours}
    outcomes:
      - {name: poles, label: 灯杆数 | Poles, type: count}
    """

  /// `small` with one line replaced (or removed, when nil).
  static func small(line: Int, _ text: String?) -> String {
    var lines = small.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let text { lines[line - 1] = text } else { lines.remove(at: line - 1) }
    return lines.joined(separator: "\n")
  }
}
