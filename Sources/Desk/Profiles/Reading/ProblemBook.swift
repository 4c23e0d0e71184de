import Casework
import Workdays

/// Collects what is wrong while a profile is read.
final class ProblemBook {
  private(set) var problems: [ProfileProblem] = []

  func report(_ place: Branch, _ zh: String, _ en: String, _ remedyZh: String, _ remedyEn: String) {
    report(file: place.file, line: place.line, column: place.column, Phrase(zh, en), Phrase(remedyZh, remedyEn))
  }

  func report(file: String, line: Int, column: Int = 0, _ reason: Phrase, _ remedy: Phrase) {
    problems.append(ProfileProblem(file: file, line: line, column: column, reason: reason, remedy: remedy))
  }

  /// By file and line, each once.
  var all: ProfileProblems {
    var seen: Set<ProfileProblem> = []
    return ProfileProblems(problems.filter { seen.insert($0).inserted }.sorted { ($0.file, $0.line) < ($1.file, $1.line) })
  }
}

/// The word of `words` that needs the fewest letters changed to become `word`, unless they have little in common.
func nearest(to word: String, among words: [String]) -> String? {
  let best = words.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
  guard let best, best.1 <= max(2, min(word.count, best.0.count) / 2) else { return nil }
  return best.0
}

/// Levenshtein's distance.
private func distance(_ one: String, _ other: String) -> Int {
  let (one, other) = (Array(one.unicodeScalars.prefix(64)), Array(other.unicodeScalars.prefix(64)))
  var row = Array(0...other.count)
  for (i, a) in one.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in other.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
      diagonal = above
    }
  }
  return row[other.count]
}
