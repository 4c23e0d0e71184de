import Casework

/// A section of the file as it is written, on one line.
struct WrittenSection {
  let key: String
  let line: String

  static func all(in profile: Profile, but told: Set<String>) -> [WrittenSection] {
    ProfileWriter.sections(of: profile).written.filter { !told.contains($0.key) }
  }
}
