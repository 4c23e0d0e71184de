import App
import ArgumentParser
import Foundation
import Profiles

struct ProfileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "The city's rules: check, load, export.", subcommands: [Check.self, Load.self, Export.self])

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check profile files; errors with line and reason.")
    @OptionGroup var place: PlaceOptions
    @Argument(help: "YAML files.") var files: [String]

    func run() async throws {
      var broken = false
      for file in files {
        do {
          let profile = try ProfileFiles.read(file)
          print("\(file): \(profile.name.zh), \(profile.units.units.count) units, \(profile.taxonomy.leaves.count) categories: good")
        } catch let problems as ProfileProblems {
          broken = true
          for problem in problems.problems { complain("\(problem)") }
        }
      }
      if broken { throw ExitCode(1) }
    }
  }

  struct Load: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check a profile and put it into force from its effective day.")
    @OptionGroup var place: PlaceOptions
    @Argument(help: "YAML file.") var file: String

    func run() async throws {
      let yaml = try ProfileFiles.text(file)
      let hotline = try await place.open()
      do {
        let release = try await hotline.shelf.release(yaml, file: file, base: ProfileFiles.base(of: file))
        print("release \(release)")
      } catch let problems as ProfileProblems {
        for problem in problems.problems { complain("\(problem)") }
        complain("nothing was changed")
        throw ExitCode(1)
      }
      await hotline.close()
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the profile in force as YAML.")
    @OptionGroup var place: PlaceOptions

    func run() async throws {
      let hotline = try await place.open()
      print(hotline.shelf.export())
      await hotline.close()
    }
  }
}
