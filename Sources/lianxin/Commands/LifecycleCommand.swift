import App
import ArgumentParser

/// Writes `docs/lifecycle.md`.
struct LifecycleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lifecycle", abstract: "The lifecycle as a document.", shouldDisplay: false)

  func run() async throws { print(Documents.lifecycle, terminator: "") }
}
