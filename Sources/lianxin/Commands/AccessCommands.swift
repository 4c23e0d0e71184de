import App
import ArgumentParser
import Casework

struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "user", abstract: "Accounts.", subcommands: [Add.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make an account; prints its one-time password.")
    @OptionGroup var place: PlaceOptions
    @Argument(help: "Login name.") var name: String
    @Option(help: "What it may do.") var role: String
    @Option(help: "Its unit; the root unit if not given.") var unit: String?

    func run() async throws {
      guard let role = Role(rawValue: role) else {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw CaseworkProblem.field("--role", "没有“\(role)”这个角色；可用：\(known)", "there is no role \(role); known: \(known)")
      }
      let hotline = try await place.open()
      print(try await hotline.accounts.addUser(name: name, role: role, unit: unit.map { UnitID($0) }))
      await hotline.close()
    }
  }
}

struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Tokens of the programming interface.", subcommands: [Create.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a token; prints the token alone.")
    @OptionGroup var place: PlaceOptions
    @Option(help: "Whose token.") var user: String

    func run() async throws {
      let hotline = try await place.open()
      print(try await hotline.accounts.createToken(user: user))
      await hotline.close()
    }
  }
}
