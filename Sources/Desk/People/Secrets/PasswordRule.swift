import Casework
import Workdays

/// What a password must be: long, and not easily thought of. Length counts for more than kinds of characters do.
enum PasswordRule {
  static let shortest = 10
  static let longest = 200
  private static let variety = 5

  /// - Throws: `CaseworkProblem.invalid` naming `field`.
  static func check(_ password: String, login: AccountID, field: String) throws {
    guard let reason = reason(against: password, login: login) else { return }
    throw CaseworkProblem.invalid([FieldProblem(field, reason)])
  }

  /// Why a password is refused; nil where it is good.
  static func reason(against password: String, login: AccountID) -> Phrase? {
    if password.count < shortest {
      return Phrase("密码至少 \(shortest) 个字符，可用一句话。", "At least \(shortest) characters; a sentence does well.")
    }
    if password.count > longest { return Phrase("密码最多 \(longest) 个字符。", "At most \(longest) characters.") }
    if Set(password).count < variety {
      return Phrase("密码太简单：至少要有 \(variety) 个不同的字符。", "Too simple: use at least \(variety) different characters.")
    }
    if login.value.count >= 3, password.lowercased().contains(login.value) {
      return Phrase("密码不能含有用户名。", "The password must not contain the name of the account.")
    }
    return nil
  }
}
