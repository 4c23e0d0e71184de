import Casework
import Foundation
import Workdays

/// Names for signing in: letters of the Latin alphabet without case, digits, Chinese characters, and `.`, `_`, `-` inside.
public enum Login {
  static let longest = 40
  /// Names under which the program itself acts in the log.
  private static let reserved: Set<String> = ["system", "citizen"]

  /// What a person typed, as it stands in the books.
  public static func normalised(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping.lowercased()
  }

  /// - Throws: `CaseworkProblem.invalid` naming `login`.
  static func checked(_ text: String) throws -> AccountID {
    let login = normalised(text)
    guard !login.isEmpty, login.count <= longest, login.unicodeScalars.allSatisfy(isAllowed), let first = login.first,
      first.isLetter || first.isNumber
    else {
      throw CaseworkProblem.field(
        "login", "用户名限 \(longest) 字以内的字母、数字、汉字和 . _ -，以字母、数字或汉字开头。",
        "The name has up to \(longest) letters, digits, Chinese characters and . _ - and does not begin with a sign.")
    }
    guard !reserved.contains(login) else {
      throw CaseworkProblem.field("login", "这个名称由系统保留；请另选。", "This name belongs to the program; choose another.")
    }
    return AccountID(login)
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", ".", "_", "-": true
    default: scalar.properties.isIdeographic
    }
  }
}
