import Casework
import Vault
import Workdays

/// A place in a list as the outside carries it: opaque, and good only for the list it came from.
enum Cursor {
  /// - Parameter list: what the list is of: its name and filters, but not the size of its pages.
  static func write(_ position: Position, of list: String) -> String {
    let place = "\(position.isPressing ? "P" : "")\(position.key.map { String($0, radix: 36) } ?? "n").\(String(position.id, radix: 36))"
    return "\(place).\(mark(place, list))"
  }

  /// - Throws: `CaseworkProblem.invalid` about `after` where it is damaged or of another list.
  static func read(_ text: String, of list: String) throws -> Position {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2] == mark("\(parts[0]).\(parts[1])", list), let id = Int64(parts[1], radix: 36) else { throw problem }
    let isPressing = parts[0].hasPrefix("P")
    let text = parts[0].dropFirst(isPressing ? 1 : 0)
    if text == "n" { return Position(key: nil, id: id, isPressing: isPressing) }
    guard let key = Int64(text, radix: 36) else { throw problem }
    return Position(key: key, id: id, isPressing: isPressing)
  }

  private static let problem = CaseworkProblem.field(
    "after", "翻页标记无效：请原样使用上一页返回的 next，筛选条件不能改。",
    "This is not a cursor of this list: send the next of the page before, with the same filters.")

  private static func mark(_ place: String, _ list: String) -> String {
    Digest.hex(Array(Digest.sha256(Array("\(list)\u{0}\(place)".utf8)).prefix(6)))
  }
}

/// One page of a list.
struct ListPage<Item: Sendable>: Sendable {
  let items: [Item]
  /// Where the next page begins; nil on the last one.
  let next: Position?
  /// How many there are in all, at most `ListLimit.cap`.
  let total: Int
  /// What the first page of a desk looks like, for the browser to know when another is due.
  var mark: String?
}

enum ListLimit {
  /// Counting ends here: beyond, it reads "1000+".
  static let cap = 1000
  /// Rows on a page of a desk: two screens, and half the work of fifty.
  static let page = 30
}
