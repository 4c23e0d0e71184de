/// The values of a JSON text in the order in which they stand, each with its place in the bytes. Lives inside one decoding.
final class JSONTape {
  enum Kind: UInt8 { case object, array, string, escaped, number, yes, no, null }

  struct Node {
    let kind: Kind
    let start: Int
    /// One behind the last byte of a string or number.
    var end: Int
    /// The node behind this one and everything in it.
    var next: Int
  }

  let bytes: UnsafeBufferPointer<UInt8>
  // Written by one reading and then only looked at: checking each access at run time would double its cost.
  @exclusivity(unchecked) private(set) var nodes: [Node] = []
  @exclusivity(unchecked) private var at = 0
  private static let deepest = 100

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    nodes.reserveCapacity(bytes.count / 8 + 4)
  }

  func read() throws {
    try value(0)
    space()
    guard at == bytes.count else { throw problem() }
  }

  private func value(_ depth: Int) throws {
    space()
    guard at < bytes.count, depth < Self.deepest else { throw problem() }
    switch bytes[at] {
    case UInt8(ascii: "{"): try members(depth)
    case UInt8(ascii: "["): try elements(depth)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    default: try number()
    }
  }

  private func members(_ depth: Int) throws {
    let own = open(.object)
    while try !closed(UInt8(ascii: "}"), own) {
      space()
      try string()
      space()
      guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { throw problem() }
      at += 1
      try value(depth + 1)
    }
  }

  private func elements(_ depth: Int) throws {
    let own = open(.array)
    while try !closed(UInt8(ascii: "]"), own) { try value(depth + 1) }
  }

  private func open(_ kind: Kind) -> Int {
    nodes.append(Node(kind: kind, start: at, end: at, next: 0))
    at += 1
    return nodes.count - 1
  }

  /// Passes the closing sign, or the comma before the next member.
  private func closed(_ sign: UInt8, _ own: Int) throws -> Bool {
    space()
    guard at < bytes.count else { throw problem() }
    if bytes[at] == sign {
      at += 1
      nodes[own].next = nodes.count
      return true
    }
    if nodes.count > own + 1 {
      guard bytes[at] == UInt8(ascii: ",") else { throw problem() }
      at += 1
    }
    return false
  }

  private func string() throws {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw problem() }
    at += 1
    let start = at
    var kind = Kind.string
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == UInt8(ascii: "\\") {
        kind = .escaped
        at += 1
      }
      at += 1
    }
    guard at < bytes.count else { throw problem() }
    nodes.append(Node(kind: kind, start: start, end: at, next: nodes.count + 1))
    at += 1
  }

  private func number() throws {
    let start = at
    while at < bytes.count, Self.isNumeric(bytes[at]) { at += 1 }
    guard at > start else { throw problem() }
    nodes.append(Node(kind: .number, start: start, end: at, next: nodes.count + 1))
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): true
    default: false
    }
  }

  private func word(_ text: StaticString, _ kind: Kind) throws {
    let count = text.utf8CodeUnitCount
    guard at + count <= bytes.count else { throw problem() }
    for offset in 0..<count where bytes[at + offset] != text.utf8Start[offset] { throw problem() }
    nodes.append(Node(kind: kind, start: at, end: at + count, next: nodes.count + 1))
    at += count
  }

  private func space() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
  }

  private func problem() -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "the stored JSON is damaged at byte \(at)"))
  }
}
