import Casework

/// A section of the file as it is written, on one line.
struct WrittenSection {
  let key: String
  let line: String

  static func all(in profile: Profile, but told: Set<String>) -> [WrittenSection] {
    var sections: [WrittenSection] = []
    for (key, value) in ProfileWriter.sections(of: profile).pairs where !told.contains(key) {
      sections.append(WrittenSection(key: key, line: value.line))
    }
    return sections
  }
}
