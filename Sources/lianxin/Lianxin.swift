import App
import ArgumentParser
import Foundation

/// `lianxin`: the whole hotline in one program.
@main
struct Lianxin: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lianxin",
    abstract: "12345 政务服务便民热线：从诉求登记到归档。 The open 12345 platform, from a citizen's words to the archive.",
    subcommands: [
      Serve.self, ProfileCommand.self, Import.self, Verify.self, UserCommand.self, TokenCommand.self, SearchCommand.self,
      DeadlineCommand.self, DeadlinesCommand.self, CalendarCommand.self, FiguresCommand.self, LifecycleCommand.self,
    ])

  @OptionGroup var place: PlaceOptions

  /// The one place where what a command meets is put into words; the parser's own complaints it prints itself.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard let lines = Complaint.lines(of: error) else { exit(withError: error) }
      for line in lines { complain(line) }
      Foundation.exit(1)
    }
  }
}
