import Casework
import NIOCore
import Workdays

/// Gathers the parts of a form with files, within the rule of its endpoint.
struct MultipartForm {
  private(set) var submitted = SubmittedForm()
  private(set) var uploads: [Upload] = []
  private let rule: UploadRule
  private var head: PartHead?
  private var part: [UInt8] = []
  private var fileBytes = 0
  private var textBytes = 0
  /// Bytes of all texts together.
  private static let mostText = 196_608

  init(rule: UploadRule) { self.rule = rule }

  /// - Throws: `WebProblem.tooLarge`, `.malformedUpload`; `InvalidInput` where a file is no picture or there are too many.
  static func read(
    _ body: some AsyncSequence<ByteBuffer, any Error>, boundary: String, rule: UploadRule
  ) async throws -> MultipartForm {
    guard var parser = MultipartParser(boundary: boundary) else { throw WebProblem.malformedUpload }
    var form = MultipartForm(rule: rule)
    var total = 0
    for try await buffer in body {
      total += buffer.readableBytes
      guard total <= rule.bodyLimit else { throw WebProblem.tooLarge(limit: rule.total) }
      try parser.feed(buffer.readableBytesView) { event in try form.take(event) }
    }
    guard parser.isDone else { throw WebProblem.malformedUpload }
    return form
  }

  mutating func take(_ event: MultipartParser.Event) throws {
    switch event {
    case .begin(let head):
      self.head = head
      part.removeAll(keepingCapacity: false)
    case .data(let bytes):
      try count(bytes.count)
      part.append(contentsOf: bytes)
    case .end:
      guard let head else { return }
      try finish(head)
      self.head = nil
      part = []
    }
  }

  private mutating func count(_ bytes: Int) throws {
    guard head?.filename != nil else {
      textBytes += bytes
      guard textBytes <= Self.mostText else { throw WebProblem.tooLarge(limit: Self.mostText) }
      return
    }
    fileBytes += bytes
    guard part.count + bytes <= rule.each else { throw WebProblem.tooLarge(limit: rule.each) }
    guard fileBytes <= rule.total else { throw WebProblem.tooLarge(limit: rule.total) }
  }

  private mutating func finish(_ head: PartHead) throws {
    guard let filename = head.filename else {
      guard let text = String(validating: part, as: UTF8.self) else { throw WebProblem.malformedUpload }
      submitted.append(head.name, text)
      return
    }
    // A browser sends an empty file where none was chosen.
    if part.isEmpty, filename.isEmpty { return }
    guard uploads.count < rule.files else { throw InvalidInput(head.name, Reasons.tooMany(rule.files)) }
    guard let kind = PictureKind.sniff(part), rule.kinds.contains(kind) else {
      throw InvalidInput(head.name, notTaken(filename))
    }
    uploads.append(Upload(name: head.name, filename: filename, type: kind.rawValue, bytes: part))
  }

  private func notTaken(_ filename: String) -> Phrase {
    let kinds = PictureKind.allCases.filter(rule.kinds.contains).map(\.label).joined(separator: ", ")
    return Phrase(
      "“\(filename)”不是可接受的图片；请上传 \(kinds)。", "\"\(filename)\" is no picture that is taken; send \(kinds).")
  }
}
