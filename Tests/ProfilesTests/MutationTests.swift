import Casework
import Profiles
import TestKit
import Testing

/// A profile's text, spoiled: it reads, or every problem names its line; and what reads is written and read the same.
@Suite struct MutationTests {
  private static let pieces = [
    "\n", "  ", "- ", ": ", "{", "}", "[", "]", "\"", "|", "#", "&a ", "*a", "!!int ", "\t", "---\n", "extends: x\n", "1-5",
    "9999999999999",
    "99:99", "\u{0}", "null", "~", "<<: ", "é",
  ]

  @Test func spoiledProfilesAreRefusedByLine() {
    Mutations.eachText(of: [ProfileFiles.small], pieces: Self.pieces, rounds: 400) { yaml in
      // YAML breaks lines where Unicode does, not only at line feeds.
      let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
      for problem in ProfileFiles.problems(in: yaml) {
        #expect(problem.line >= 1 && problem.line <= lines + 1, "\(problem) in \(yaml)")
      }
    }
  }

  @Test func whatReadsIsExportedWhole() throws {
    try Mutations.eachText(of: [ProfileFiles.small], pieces: ["1", "wd", "甲", "x", "0"], rounds: 200) { yaml in
      guard ProfileFiles.problems(in: yaml).isEmpty else { return }
      let profile = try ProfileReader.read(yaml) { _ in "" }
      let written = ProfileWriter.export(profile)
      let problems = ProfileFiles.problems(in: written)
      #expect(problems.isEmpty, "\(problems) in \(written) of \(yaml)")
      guard problems.isEmpty else { return }
      #expect(try ProfileReader.read(written) { _ in "" } == profile, "\(yaml)")
    }
  }
}
