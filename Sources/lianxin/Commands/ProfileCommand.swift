import App
import ArgumentParser

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
        } catch {
          guard let lines = Complaint.lines(of: error) else { throw error }
          broken = true
          for line in lines { complain(line) }
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
      print("release \(try await hotline.shelf.release(yaml, file: file, base: ProfileFiles.base(of: file)))")
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
