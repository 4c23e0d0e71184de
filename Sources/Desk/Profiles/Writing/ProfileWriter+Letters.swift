import Casework
import Workdays

/// What the hotline writes, by the occasion.
extension ProfileWriter {
  static func letters(_ letters: [Letter]) -> YamlText {
    .map(letters.map { ($0.occasion.rawValue, .map([("title", .phrase($0.title)), ("text", .phrase($0.text))])) })
  }
}
