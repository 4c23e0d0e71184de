/// A cookie of ours. Never readable by scripts, never sent by other sites' forms.
public struct SetCookie: Sendable, Hashable {
  public static let session = "lianxin_session"
  public static let visit = "lianxin_visit"
  public static let language = "lianxin_language"
  public static let size = "lianxin_size"
  public static let contrast = "lianxin_contrast"
  /// What the page that follows says was done.
  public static let told = "lianxin_told"

  public let name: String
  public let value: String
  /// Seconds; nil ends with the browser.
  public let lasts: Int?

  /// - Parameter value: letters, digits, `-`, `_` and `.`; everything else is left out.
  public init(_ name: String, _ value: String, lasts: Int? = nil) {
    self.name = name
    self.value = value.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    self.lasts = lasts
  }

  public static func removed(_ name: String) -> SetCookie { SetCookie(name, "", lasts: 0) }

  /// - Parameter secure: only over TLS.
  func header(secure: Bool) -> String {
    let age = lasts.map { "; Max-Age=\($0)" } ?? ""
    return "\(name)=\(value); Path=/\(age); HttpOnly; SameSite=Lax\(secure ? "; Secure" : "")"
  }

  /// The value of one cookie in a `Cookie` header.
  static func value(of name: String, in header: String?) -> String? {
    guard let header else { return nil }
    for pair in header.split(separator: ";") {
      let halves = pair.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, halves[0].drop(while: { $0 == " " }) == name else { continue }
      return String(halves[1])
    }
    return nil
  }
}
