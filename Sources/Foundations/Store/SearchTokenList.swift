/// Tokens of a document in order, each once, as bytes with spaces between: a string apiece costs more than the index itself.
struct TokenList {
  private var bytes: [UInt8] = []
  private var words = Set<String>()
  /// Pairs and single characters, two scalars in one number.
  private var pairs: Set<UInt64>

  /// - Parameter count: about how many tokens there will be, so that nothing is moved on the way.
  init(about count: Int) {
    pairs = Set(minimumCapacity: count)
    bytes.reserveCapacity(count * 7)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ word: String) {
    guard words.insert(word).inserted else { return }
    space()
    bytes.append(contentsOf: word.utf8)
  }

  mutating func add(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) {
    guard pairs.insert(UInt64(first.value) << 32 | UInt64(second?.value ?? 0)).inserted else { return }
    space()
    append(first)
    if let second { append(second) }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if let units = Unicode.UTF8.encode(scalar) { bytes.append(contentsOf: units) }
  }

  private mutating func space() {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
  }
}
