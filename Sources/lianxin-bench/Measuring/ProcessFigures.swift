import Foundation

/// What the kernel says about a process.
struct ProcessFigures: Sendable {
  let pid: Int32

  /// Microseconds of processor time, user and system, of the process and of its children that have ended.
  var cpu: Int64 {
    let fields = stat
    guard fields.count > 16 else { return 0 }
    let ticks = fields[11...14].compactMap { Int64($0) }.reduce(0, +)
    return ticks * 1_000_000 / Int64(sysconf(Int32(_SC_CLK_TCK)))
  }

  var parent: Int32? { stat.count > 1 ? Int32(stat[1]) : nil }

  /// Megabytes: the most that was ever resident, and its fair share of shared pages now.
  var peakResident: Double { kilobytes("status", "VmHWM:") / 1024 }
  var proportional: Double { kilobytes("smaps_rollup", "Pss:") / 1024 }

  /// The fields of /proc/PID/stat behind the name, which may hold anything.
  private var stat: [Substring] {
    guard let text = read("stat"), let end = text.lastIndex(of: ")") else { return [] }
    return text[text.index(end, offsetBy: 2)...].split(separator: " ")
  }

  private func kilobytes(_ file: String, _ name: String) -> Double {
    let line = read(file)?.split(separator: "\n").first { $0.hasPrefix(name) }
    return line.flatMap { Double($0.split(separator: " ")[1]) } ?? 0
  }

  private func read(_ file: String) -> String? { try? String(contentsOfFile: "/proc/\(pid)/\(file)", encoding: .utf8) }

  /// This process and those that it started, each with its ended children: a database server with its backends.
  static func tree(_ root: Int32) -> Int64 {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    let processes = all.compactMap { Int32($0) }.map { ProcessFigures(pid: $0) }
    return processes.filter { $0.pid == root || $0.parent == root }.reduce(0) { $0 + $1.cpu }
  }

  /// Microseconds of processor time of this very process.
  static var own: Int64 {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let seconds = Int64(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    return seconds * 1_000_000 + Int64(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
  }
}
