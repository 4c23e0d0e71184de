import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

/// A browser without JavaScript: it keeps cookies, goes where it is sent and fills in the forms that it sees.
final class Browser {
  struct Page {
    let status: Int
    let text: String
    let bytes: [UInt8]
    let path: String
    let retryAfter: String?

    /// The value of a hidden input in the form that is sent to `action`.
    func hidden(_ name: String, in action: String) throws -> String {
      let form = try #require(text.range(of: "action=\"\(action)\""))
      let input = try #require(text[form.upperBound...].range(of: "name=\"\(name)\" value=\""))
      return String(text[input.upperBound...].prefix { $0 != "\"" })
    }

    /// What everybody sees alike: without secrets and without what was typed.
    func without(_ words: String...) -> String {
      var plain = text.replacing(#/name="_(csrf|key)" value="[0-9a-f]*"/#, with: "")
      for word in words { plain = plain.replacing(word, with: "…") }
      return plain
    }
  }

  struct Picture {
    let name: String
    let bytes: [UInt8]
  }

  private let client: any TestClientProtocol
  private let address: String
  private let language: String
  private var cookies: [String: String] = [:]

  init(_ client: any TestClientProtocol, from address: String = "203.0.113.7", language: String = "zh") {
    self.client = client
    self.address = address
    self.language = language
  }

  var visit: String? { cookies["lianxin_visit"] }

  func get(_ path: String) async throws -> Page { try await send(path, .get, [:], nil) }

  /// Sends the form that `page` shows for `action`.
  func send(_ fields: [String: String], to action: String, on page: Page, pictures: [Picture]? = nil) async throws -> Page {
    var fields = fields
    fields["_csrf"] = try page.hidden("_csrf", in: action)
    fields["_key"] = try page.hidden("_key", in: action)
    return try await post(fields, to: action, pictures: pictures)
  }

  func post(_ fields: [String: String], to action: String, pictures: [Picture]? = nil) async throws -> Page {
    if let pictures {
      let body = Self.multipart(fields, pictures)
      return try await send(action, .post, [.contentType: "multipart/form-data; boundary=edge"], body)
    }
    let body = fields.map { "\(Self.escaped($0))=\(Self.escaped($1))" }.joined(separator: "&")
    return try await send(action, .post, [.contentType: "application/x-www-form-urlencoded"], ByteBuffer(string: body))
  }

  /// Asks for a case as a citizen does.
  func follow(_ number: String, _ digits: String) async throws -> Page {
    let page = try await get("/portal/follow")
    return try await send(["number": number, "digits": digits], to: "/portal/follow", on: page)
  }

  private func send(_ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: ByteBuffer?) async throws -> Page {
    var headers = headers
    headers[.acceptLanguage] = language
    headers[HTTPField.Name("X-Forwarded-For")!] = address
    if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ") }
    let answer = try await client.executeRequest(uri: path, method: method, headers: headers, body: body)
    for cookie in answer.headers[values: .setCookie] {
      let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      cookies[String(pair[0])] = String(pair[1])
    }
    if answer.status == .seeOther, let next = answer.headers[.location] { return try await get(next) }
    let bytes = Array(answer.body.readableBytesView)
    return Page(
      status: Int(answer.status.code), text: String(decoding: bytes, as: UTF8.self), bytes: bytes, path: path,
      retryAfter: answer.headers[.retryAfter])
  }

  private static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      return isPlain ? String(UnicodeScalar(byte)) : "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16))"
    }.joined()
  }

  private static func multipart(_ fields: [String: String], _ pictures: [Picture]) -> ByteBuffer {
    var body = ByteBuffer()
    for (name, value) in fields {
      body.writeString("--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
    }
    for picture in pictures {
      body.writeString("--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(picture.name)\"\r\n")
      body.writeString("Content-Type: image/png\r\n\r\n")
      body.writeBytes(picture.bytes)
      body.writeString("\r\n")
    }
    body.writeString("--edge--\r\n")
    return body
  }
}
