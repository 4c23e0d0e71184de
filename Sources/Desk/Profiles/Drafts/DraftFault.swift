import Casework
import Workdays

/// Something wrong in a draft, and the part and field in which it stands.
public struct DraftFault: Sendable, Equatable {
  public let problem: ProfileProblem
  /// The way to it in the file: `limits`, `4`, `units`; a list's item with an id goes by that.
  public let path: [String]

  /// What the reader says of the profile as it would be written.
  public static func all(in profile: Profile) -> [DraftFault] {
    let text = ProfileWriter.export(profile)
    do {
      _ = try ProfileReader.read(text, file: file) { _ in "" }
      return []
    } catch {
      let book = ProblemBook()
      let tree = ProfileFile.load(text, file: file, chain: [file], book: book) { _ in "" }
      return error.problems.map { problem in DraftFault(problem: problem, path: tree?.path(to: problem.place) ?? []) }
    }
  }

  private static let file = "draft.yaml"

  /// Whether it lies in this part of the file.
  public func lies(in way: [String]) -> Bool { path.starts(with: way) }
}

extension ProfileProblem {
  var place: (line: Int, column: Int) { (line, column) }
}

extension Branch {
  /// The way to what stands at a place; the deepest that does.
  func path(to place: (line: Int, column: Int)) -> [String] {
    switch content {
    case .text: return []
    case .map(let pairs):
      let found = pairs.last { ($0.key.line, $0.key.column) <= place || ($0.value.line, $0.value.column) <= place }
      return found.map { [$0.key.text ?? ""] + $0.value.path(to: place) } ?? []
    case .list(let items):
      guard let index = items.lastIndex(where: { ($0.line, $0.column) <= place }) else { return [] }
      return [items[index]["id"]?.text ?? String(index)] + items[index].path(to: place)
    }
  }
}
