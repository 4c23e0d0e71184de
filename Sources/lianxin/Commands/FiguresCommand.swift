import App
import ArgumentParser

struct FiguresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "The figures that are kept of the city.", subcommands: [Rebuild.self])

  struct Rebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Forget all figures and count them again from the event log; may run beside a server.")
    @OptionGroup var place: PlaceOptions

    func run() async throws {
      let hotline = try await place.open()
      let bar = ProgressBar(total: try await hotline.eventCount())
      try await hotline.figures.rebuild { bar.show($0) }
      bar.finish()
      print("rebuilt, differing \(try await hotline.figures.differing())")
      await hotline.close()
    }
  }
}
