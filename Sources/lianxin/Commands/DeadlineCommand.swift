import App
import ArgumentParser
import Casework
import Workdays

struct DeadlineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "deadline", abstract: "A deadline with its explanation.")
  @OptionGroup var place: PlaceOptions
  @Option(help: "Profile file.") var profile: String
  @Option(help: "When it was received, ISO 8601 with offset.") var from: String
  @Option(help: "5wd, 4wh, 4h, 30m or 15d.") var limit: String
  @Option(help: "By whose calendar.") var unit: String?

  func run() async throws {
    let city = try ProfileFiles.read(profile)
    let start = try Moment(iso8601: from)
    let unit = UnitID(self.unit ?? city.units.root.value)
    guard city.units.units[unit] != nil else { throw ValidationError("the profile has no unit \(unit)") }
    let deadline = ClockSetting(city).deadline(try Limit(parsing: limit), unit: unit, from: start)
    print(deadline.at.iso8601)
    print("\(deadline.reason.zh)。 / \(deadline.reason.en).")
    for line in deadline.explanation { print("\(line.phrase.zh) / \(line.phrase.en)") }
  }
}
