import Casework
import Profiles
import Workdays

/// What went wrong, in the words that a command prints: Chinese and English, each invalid field with its reason.
public enum Complaint {
  /// One line for each thing to know; nil where nobody foresaw the error.
  public static func lines(of error: any Error) -> [String]? {
    switch error {
    case let broken as ProfileProblems:
      broken.problems.map(\.description) + [line(broken.sentence)]
    case let settings as SettingsProblem: [settings.description]
    case let calendar as CalendarError: [line(calendar.phrase)]
    case let problem as any Problem: words(of: problem)
    default: Hotline.translate(error).map(words)
    }
  }

  /// The sentence of invalid input only joins the reasons of its fields.
  private static func words(of problem: any Problem) -> [String] {
    let fields = problem.fields.map { "\($0.field): \(line($0.reason))" }
    return problem.code == CaseworkProblem.invalid([]).code && !fields.isEmpty ? fields : [line(problem.sentence)] + fields
  }

  private static func line(_ phrase: Phrase) -> String { "\(phrase.zh) / \(phrase.en)" }
}
