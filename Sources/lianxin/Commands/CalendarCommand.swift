import App
import ArgumentParser

struct CalendarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "calendar", abstract: "The work calendar.", subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put a published year into the calendar and count open deadlines again; prints which moved.")
    @OptionGroup var place: PlaceOptions
    @Argument(help: "JSON or YAML with the year's holidays and make-up days.") var file: String
    @Option(help: "The year, where the file does not say.") var year: Int?

    func run() async throws {
      let text = try ProfileFiles.text(file)
      let hotline = try await place.open()
      try await put(text, into: hotline)
      await hotline.close()
    }

    private func put(_ text: String, into hotline: Hotline) async throws {
      let (release, id) = try await hotline.importYear(text, file: file, year: year)
      let bar = ProgressBar(total: try await hotline.recounts.state(of: id)?.total ?? 0)
      try await hotline.recounts.run(id) { bar.show($0) }
      bar.finish()
      var next: Int64? = .min
      while let from = next {
        let page = try await hotline.recounts.moves(of: id, after: from)
        for move in page.moves {
          print("\(move.order)\t\(move.clock.rawValue)\t\(move.from.iso8601)\t\(move.to.iso8601)\(move.held ? "\tkept" : "")")
        }
        next = page.next
      }
      let counts = try await hotline.recounts.counts(of: id)
      print("release \(release), moved \(counts.moved), kept \(counts.held)")
    }
  }
}
