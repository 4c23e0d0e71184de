import Casework
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Workdays

/// Lets requests in: who calls, whether they may, what they said. Both surfaces share it.
struct Door: Sendable {
  let gate: any Gate
  let translate: @Sendable (any Error) -> (any Problem)?

  /// What went wrong, in the words of a problem; the unforeseen goes to the log under a reference.
  func problem(for error: any Error, _ logger: Logger) -> any Problem {
    if let problem = error as? any Problem { return problem.calling { name in gate.references.name(ofAccount: name) } }
    if let known = translate(error) { return known }
    if let refused = error as? any HTTPResponseError {
      let status = Int(refused.status.code)
      if status == 404 { return WebProblem.noPage }
      if status < 500 { return WebProblem.refused(status: status) }
    }
    let reference = randomToken(bytes: 4).uppercased()
    let text = String(String(reflecting: error).prefix(500))
    logger.error("unexpected error", metadata: ["reference": .string(reference), "error": .string(text)])
    return UnexpectedProblem(reference: reference)
  }

  /// The placeholders of the path, decoded; what cannot be the number of a case is not found.
  func parameters(_ endpoint: Endpoint, _ context: LianxinContext) throws(WebProblem) -> [String: String] {
    var parameters: [String: String] = [:]
    for name in endpoint.placeholders {
      guard let raw = context.parameters.get(name), raw.utf8.count <= 600 else { throw .noPage }
      let text = try URLEncoded.decode(raw.utf8, plusIsSpace: false)
      if name == "number" {
        guard let number = caseNumber(text) else { throw .noPage }
        parameters[name] = number
      } else {
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .noPage }
        parameters[name] = text
      }
    }
    return parameters
  }

  /// The whole body, or the problem that it is larger than `limit` bytes.
  func bytes(of request: Request, limit: Int) async throws -> [UInt8] {
    try refuseDeclared(request, over: limit)
    var bytes: [UInt8] = []
    for try await buffer in request.body {
      guard bytes.count + buffer.readableBytes <= limit else { throw WebProblem.tooLarge(limit: limit) }
      bytes.append(contentsOf: buffer.readableBytesView)
    }
    return bytes
  }

  /// A form with files; one that reads on keeps its words where a file is refused.
  func multipart(_ request: Request, _ rule: UploadRule, readsOn: Bool = false) async throws -> MultipartForm {
    try refuseDeclared(request, over: MultipartForm.limit(rule, readsOn: readsOn))
    guard let boundary = boundary(request.headers[.contentType] ?? "") else { throw WebProblem.malformedUpload }
    return try await MultipartForm.read(request.body, boundary: boundary, rule: rule, readsOn: readsOn)
  }

  private func refuseDeclared(_ request: Request, over limit: Int) throws(WebProblem) {
    if let declared = request.headers[.contentLength].flatMap({ Int($0) }), declared > limit { throw .tooLarge(limit: limit) }
  }

  private func boundary(_ contentType: String) -> String? {
    guard let range = contentType.range(of: "boundary=", options: .caseInsensitive) else { return nil }
    let rest = contentType[range.upperBound...]
    if rest.hasPrefix("\"") { return rest.dropFirst().split(separator: "\"", omittingEmptySubsequences: false).first.map(String.init) }
    return String(rest.prefix { $0 != ";" && $0 != " " })
  }

  /// The key under which the same creation is done once, from a header or a hidden control.
  func idempotencyKey(_ text: String?) throws(WebProblem) -> String? {
    guard let text, !text.isEmpty else { return nil }
    guard text.utf8.count <= 200, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .badKey }
    return text
  }
}

extension Array where Element == UInt8 {
  var buffer: ByteBuffer { ByteBuffer(bytes: self) }
}
