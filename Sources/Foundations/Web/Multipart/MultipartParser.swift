/// Splits a multipart body (RFC 2046) into its parts while it arrives; keeps no more than the tail that may be a boundary.
public struct MultipartParser {
  public enum Event: Equatable {
    case begin(PartHead)
    case data([UInt8])
    case end
  }

  private enum State { case preamble, head, body, done }

  private enum Line { case part(next: Int), close, data, unknown }

  /// Bytes of the lines at the head of one part.
  static let longestHead = 8192
  /// Spaces that a sender may put between boundary and line end.
  private static let longestPadding = 64

  private let delimiter: [UInt8]
  /// Begins with a line end that nobody sent, so that the first boundary is like every other.
  private var buffer: [UInt8] = [0x0D, 0x0A]
  private var start = 0
  private var state = State.preamble
  private var parts = 0
  private let mostParts: Int

  /// The closing boundary was seen.
  public var isDone: Bool { state == .done }

  /// - Parameter boundary: 1 to 70 characters, from the content type.
  public init?(boundary: String, mostParts: Int = 200) {
    guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), boundary.last != " "
    else { return nil }
    delimiter = Array("\r\n--\(boundary)".utf8)
    self.mostParts = mostParts
  }

  /// Takes the next bytes and tells what they complete.
  /// - Throws: `WebProblem.malformedUpload`.
  public mutating func feed(_ bytes: some Sequence<UInt8>, _ tell: (Event) throws -> Void) throws {
    buffer.append(contentsOf: bytes)
    while try step(tell) {}
    buffer.removeFirst(start)
    start = 0
  }

  /// Whether something was consumed, so that another step may follow.
  private mutating func step(_ tell: (Event) throws -> Void) throws -> Bool {
    switch state {
    case .preamble, .body: return try toBoundary(tell)
    case .head: return try readHead(tell)
    case .done:
      start = buffer.count
      return false
    }
  }

  private mutating func toBoundary(_ tell: (Event) throws -> Void) throws -> Bool {
    var search = start
    while let hit = find(delimiter, from: search) {
      switch line(after: hit + delimiter.count) {
      case .data: search = hit + 1
      case .unknown:
        try pass(upTo: hit, tell)
        return false
      case .close:
        try finishPart(at: hit, tell)
        state = .done
        return true
      case .part(let next):
        try finishPart(at: hit, tell)
        parts += 1
        guard parts <= mostParts else { throw WebProblem.malformedUpload }
        // The line end stays: a part without head lines has its empty line right here.
        start = next - 2
        state = .head
        return true
      }
    }
    try pass(upTo: max(search, buffer.count - delimiter.count + 1), tell)
    return false
  }

  /// What a boundary is followed by: only a line end, after spaces, or two hyphens make it one.
  private func line(after index: Int) -> Line {
    guard index + 1 < buffer.count else { return .unknown }
    if buffer[index] == 0x2D { return buffer[index + 1] == 0x2D ? .close : .data }
    var end = index
    while end < buffer.count, end - index < Self.longestPadding, buffer[end] == 0x20 || buffer[end] == 0x09 { end += 1 }
    guard end + 1 < buffer.count else { return .unknown }
    return buffer[end] == 0x0D && buffer[end + 1] == 0x0A ? .part(next: end + 2) : .data
  }

  private mutating func finishPart(at end: Int, _ tell: (Event) throws -> Void) throws {
    let wasBody = state == .body
    try pass(upTo: end, tell)
    if wasBody { try tell(.end) }
  }

  private mutating func pass(upTo end: Int, _ tell: (Event) throws -> Void) throws {
    guard end > start else { return }
    if state == .body { try tell(.data(Array(buffer[start..<end]))) }
    start = end
  }

  private mutating func readHead(_ tell: (Event) throws -> Void) throws -> Bool {
    guard let end = find([0x0D, 0x0A, 0x0D, 0x0A], from: start) else {
      guard buffer.count - start <= Self.longestHead else { throw WebProblem.malformedUpload }
      return false
    }
    guard end - start <= Self.longestHead else { throw WebProblem.malformedUpload }
    let lines = end > start + 2 ? buffer[(start + 2)..<end] : []
    guard let head = PartHead(lines: lines) else { throw WebProblem.malformedUpload }
    try tell(.begin(head))
    start = end + 4
    state = .body
    return true
  }

  private func find(_ needle: [UInt8], from: Int) -> Int? {
    guard from + needle.count <= buffer.count else { return nil }
    return buffer.withUnsafeBufferPointer { hay in
      var index = from
      let last = hay.count - needle.count
      while index <= last {
        if hay[index] == needle[0], matches(hay, needle, at: index) { return index }
        index += 1
      }
      return nil
    }
  }

  private func matches(_ hay: UnsafeBufferPointer<UInt8>, _ needle: [UInt8], at index: Int) -> Bool {
    for offset in 1..<needle.count where hay[index + offset] != needle[offset] { return false }
    return true
  }
}
