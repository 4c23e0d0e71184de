import App
import ArgumentParser
import Casework

struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "import", abstract: "Take data in.", subcommands: [Appeals.self])

  struct Appeals: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Appeals from a CSV file (id,title,body,submitted_at, …); safe to repeat.")
    @OptionGroup var place: PlaceOptions
    @Argument(help: "CSV file, UTF-8.") var file: String
    @Option(help: "The channel on which they came.") var channel: String

    func run() async throws {
      guard let channel = Channel(rawValue: channel) else {
        let known = Channel.allCases.map(\.rawValue).joined(separator: ", ")
        throw CaseworkProblem.field("--channel", "没有“\(channel)”这个渠道；可用：\(known)", "there is no channel \(channel); known: \(known)")
      }
      let bytes = try InputFile.bytes(file)
      let hotline = try await place.open()
      let bar = ProgressBar(total: bytes.split(separator: 0x0A).count)
      let report = try await hotline.intake.importAppeals(bytes, channel: channel) { bar.show($0) }
      bar.finish()
      for refusal in report.refused { complain("\(file):\(refusal.line): \(refusal.reason.zh) / \(refusal.reason.en)") }
      for remark in report.remarks { complain("\(file):\(remark.line): \(remark.column): \(remark.reason.zh) / \(remark.reason.en)") }
      let remarks = report.remarks.isEmpty ? "" : ", remarks \(report.remarks.count)"
      print("imported \(report.imported), known \(report.known), refused \(report.refused.count)\(remarks)")
      await hotline.close()
    }
  }
}

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Check chain, rows and texts against the event log.")
  @OptionGroup var place: PlaceOptions

  func run() async throws {
    let hotline = try await place.open()
    let found = try await hotline.verify()
    for what in found.breaks { complain(what) }
    let chain = found.breaks.isEmpty ? "whole" : "broken"
    print(
      "events \(found.events), appeals \(found.counts["appeal"] ?? 0), orders \(found.counts["order"] ?? 0), "
        + "erased \(found.erased), chain \(chain), differing \(found.differing)")
    await hotline.close()
    if !found.isSound { throw ExitCode(1) }
  }
}

struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "search", abstract: "Search orders; two-character words are found.")
  @OptionGroup var place: PlaceOptions
  @Flag(help: "Search orders (the default).") var orders = false
  @Argument(help: "Words.") var query: String
  @Option(help: "The most hits.") var limit = 20

  func run() async throws {
    let hotline = try await place.open()
    try await hotline.index.advanceToEnd()
    for hit in try await hotline.search(query, limit: limit) { print("\(hit.number)\t\(hit.title)") }
    await hotline.close()
  }
}
