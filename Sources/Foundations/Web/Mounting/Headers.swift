import HTTPTypes
import Hummingbird
import Workdays

/// The names of the headers that we read and write beside the usual ones.
extension HTTPField.Name {
  static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
  static let csrfToken = HTTPField.Name("X-CSRF-Token")!
  static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
  static let forwardedProto = HTTPField.Name("X-Forwarded-Proto")!
  static let fetchDestination = HTTPField.Name("Sec-Fetch-Dest")!
  static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
  static let htmxRequest = HTTPField.Name("HX-Request")!
  static let htmxBoosted = HTTPField.Name("HX-Boosted")!
  static let htmxRedirect = HTTPField.Name("HX-Redirect")!
  static let frameOptions = HTTPField.Name("X-Frame-Options")!
  static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
  /// Asks a proxy before us to pass everything on at once.
  static let accelBuffering = HTTPField.Name("X-Accel-Buffering")!
  static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
}

extension Request {
  /// Whether the browser asked for a part of a page.
  var wantsFragment: Bool { headers[.htmxRequest] == "true" && headers[.htmxBoosted] == nil }

  /// Whether the request came to us, or to the proxy before us, over TLS.
  var isSecure: Bool { headers[.forwardedProto] == "https" }

  /// The page of ours from which this was sent; the home page where it does not say.
  var pageBefore: String {
    guard let address = headers[.referer], let host = address.range(of: "://") else { return Paths.home }
    let rest = address[host.upperBound...]
    guard let path = rest.firstIndex(of: "/"), rest[..<path].lowercased() == head.authority?.lowercased() else { return Paths.home }
    return Paths.inside(String(rest[path...]))
  }

  func cookie(_ name: String) -> String? { SetCookie.value(of: name, in: headers[.cookie]) }

  /// The media type of the body, in lower case and without parameters.
  var mediaType: String? {
    guard let header = headers[.contentType] else { return nil }
    let type = header.prefix { $0 != ";" }
    return trimmed(String(type)).lowercased()
  }

  /// Whether the browser says, or leaves it open, that one of our own pages sent this.
  var isSameSite: Bool {
    if let site = headers[.fetchSite] { return site == "same-origin" || site == "none" }
    guard let origin = headers[.origin] else { return true }
    guard let authority = head.authority, let host = origin.range(of: "://") else { return false }
    return origin[host.upperBound...].lowercased() == authority.lowercased()
  }
}

/// The language that a header `Accept-Language` likes best; Chinese where it likes neither of ours.
func acceptedLanguage(_ header: String?) -> Language {
  var best: (language: Language, weight: Double) = (.zh, 0)
  for part in (header ?? "").prefix(200).split(separator: ",") {
    let halves = part.split(separator: ";")
    guard let tag = halves.first.map({ trimmed(String($0)).lowercased() }), let language = Language(rawValue: String(tag.prefix(2)))
    else { continue }
    let weight = halves.dropFirst().first.flatMap { Double(trimmed(String($0)).dropFirst(2)) } ?? 1
    if weight > best.weight { best = (language, weight) }
  }
  return best.language
}

/// The caller's network address; a proxy on this machine is believed about whom it speaks for.
func address(of request: Request, _ context: LianxinContext) -> String? {
  let peer = context.remoteAddress?.ipAddress
  guard peer == nil || peer == "127.0.0.1" || peer == "::1", let chain = request.headers[.forwardedFor],
    let last = chain.split(separator: ",").last
  else { return peer }
  return String(trimmed(String(last)).prefix(45))
}

/// Compares in a time that does not tell where the difference is.
func sameSecret(_ one: String, _ other: String) -> Bool {
  let (left, right) = (Array(one.utf8), Array(other.utf8))
  guard left.count == right.count, !left.isEmpty else { return false }
  var difference: UInt8 = 0
  for index in left.indices { difference |= left[index] ^ right[index] }
  return difference == 0
}

/// `bytes` random bytes in hexadecimal.
public func randomToken(bytes: Int) -> String {
  var generator = SystemRandomNumberGenerator()
  let digits = Array("0123456789abcdef")
  return String((0..<(bytes * 2)).map { _ in digits[Int(generator.next() & 15)] })
}
