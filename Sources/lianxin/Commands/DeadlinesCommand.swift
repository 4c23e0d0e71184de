import App
import ArgumentParser
import Casework
import Workdays

/// Many deadlines in one go, for comparing them with another calculation: reads `FROM LIMIT` lines, writes one deadline each.
struct DeadlinesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines", abstract: "Deadlines for lines of FROM LIMIT on the standard input.", shouldDisplay: false)
  @OptionGroup var place: PlaceOptions
  @Option(help: "Profile file.") var profile: String

  func run() async throws {
    let city = try ProfileFiles.read(profile)
    let setting = ClockSetting(city)
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 2 else { throw ValidationError("no FROM LIMIT: \(line)") }
      print(setting.deadline(try Limit(parsing: words[1]), unit: city.units.root, from: try Moment(iso8601: words[0])).at.iso8601)
    }
  }
}
