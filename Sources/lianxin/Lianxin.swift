import ArgumentParser

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
}
