import Casework
import NIOCore
import Workdays

/// Gathers the parts of a form with files, within the rule of its endpoint.
struct MultipartForm {
  private(set) var submitted = SubmittedForm()
  private(set) var uploads: [Upload] = []
  /// The files that were not taken, where the rest of the form is read on.
  private(set) var refused: [FieldProblem] = []
  private let rule: UploadRule
  private let readsOn: Bool
  private var head: PartHead?
  private var part: [UInt8] = []
  private var fileBytes = 0
  private var textBytes = 0
  private var skips = false
  /// Bytes of all texts together.
  private static let mostText = 196_608
  /// How many times the size of its rule a form is read to its end, so that a person who chose too many pictures keeps the words.
  private static let patience = 4

  init(rule: UploadRule, readsOn: Bool = false) {
    self.rule = rule
    self.readsOn = readsOn
  }

  /// - Parameter readsOn: a file that is refused is skipped and noted in `refused`, and the rest is read.
  /// - Throws: `WebProblem.tooLarge`, `.malformedUpload`; `InvalidInput` where a file is no picture or there are too many.
  static func read(
    _ body: some AsyncSequence<ByteBuffer, any Error>, boundary: String, rule: UploadRule, readsOn: Bool = false
  ) async throws -> MultipartForm {
    guard var parser = MultipartParser(boundary: boundary) else { throw WebProblem.malformedUpload }
    var form = MultipartForm(rule: rule, readsOn: readsOn)
    let limit = Self.limit(rule, readsOn: readsOn)
    var total = 0
    for try await buffer in body {
      total += buffer.readableBytes
      guard total <= limit else { throw WebProblem.tooLarge(limit: rule.total) }
      try parser.feed(buffer.readableBytesView) { event in try form.take(event) }
    }
    guard parser.isDone else { throw WebProblem.malformedUpload }
    return form
  }

  /// The bytes of a whole body.
  static func limit(_ rule: UploadRule, readsOn: Bool) -> Int { readsOn ? rule.bodyLimit * patience : rule.bodyLimit }

  mutating func take(_ event: MultipartParser.Event) throws {
    switch event {
    case .begin(let head):
      self.head = head
      part.removeAll(keepingCapacity: false)
      skips = false
    case .data(let bytes):
      guard !skips, try count(bytes.count) else { return }
      part.append(contentsOf: bytes)
    case .end:
      guard let head else { return }
      if !skips { try finish(head) }
      self.head = nil
      part = []
    }
  }

  /// Whether the bytes are kept; those of a file that is too large are not.
  private mutating func count(_ bytes: Int) throws -> Bool {
    guard let head, let filename = head.filename else {
      textBytes += bytes
      guard textBytes <= Self.mostText else { throw WebProblem.tooLarge(limit: Self.mostText) }
      return true
    }
    if part.count + bytes > rule.each {
      return try refuse(head, Self.tooLarge(filename, rule.each), else: WebProblem.tooLarge(limit: rule.each))
    }
    if fileBytes + bytes > rule.total {
      return try refuse(head, Self.tooMuch(rule.total), else: WebProblem.tooLarge(limit: rule.total))
    }
    fileBytes += bytes
    return true
  }

  /// Notes a refused file and skips what is left of it, or ends the reading.
  @discardableResult
  private mutating func refuse(_ head: PartHead, _ reason: Phrase, else problem: any Error) throws -> Bool {
    guard readsOn else { throw problem }
    let field = FieldProblem(head.name, reason)
    if !refused.contains(field), refused.count <= rule.files { refused.append(field) }
    skips = true
    fileBytes -= min(fileBytes, part.count)
    part.removeAll(keepingCapacity: false)
    return false
  }

  private mutating func finish(_ head: PartHead) throws {
    guard let filename = head.filename else {
      guard let text = String(validating: part, as: UTF8.self) else { throw WebProblem.malformedUpload }
      submitted.append(head.name, text)
      return
    }
    // A browser sends an empty file where none was chosen.
    if part.isEmpty, filename.isEmpty { return }
    guard uploads.count < rule.files else {
      try refuse(head, Reasons.tooMany(rule.files), else: InvalidInput(head.name, Reasons.tooMany(rule.files)))
      return
    }
    guard let kind = PictureKind.sniff(part), rule.kinds.contains(kind) else {
      try refuse(head, notTaken(filename), else: InvalidInput(head.name, notTaken(filename)))
      return
    }
    uploads.append(Upload(name: head.name, filename: filename, type: kind.rawValue, bytes: part))
  }

  private static func tooLarge(_ filename: String, _ most: Int) -> Phrase {
    Phrase("“\(filename)”超过 \(most >> 20) MB。", "\"\(filename)\" is larger than \(most >> 20) MB.")
  }

  private static func tooMuch(_ most: Int) -> Phrase {
    Phrase("所有图片合计最多 \(most >> 20) MB。", "All pictures together may have \(most >> 20) MB.")
  }

  private func notTaken(_ filename: String) -> Phrase {
    let kinds = PictureKind.allCases.filter(rule.kinds.contains).map(\.label).joined(separator: ", ")
    return Phrase(
      "“\(filename)”不是可接受的图片；请上传 \(kinds)。", "\"\(filename)\" is no picture that is taken; send \(kinds).")
  }
}
