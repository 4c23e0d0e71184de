/// Neighbouring characters of one kind: Han (with kana and hangul, which are not spaced either), or a word.
struct SearchRun {
  let han: Bool
  var characters: [Unicode.Scalar]

  /// The overlapping pairs of a Han run; nothing of a word.
  var pairs: [String] {
    guard han, characters.count > 1 else { return [] }
    return (1..<characters.count).map { SearchRun.string(characters[$0 - 1...$0]) }
  }

  /// A word as a whole; of a Han run the last character.
  var last: String { SearchRun.string(han ? characters.suffix(1) : characters[...]) }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 4)
    for scalar in scalars { if let units = Unicode.UTF8.encode(scalar) { bytes.append(contentsOf: units) } }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension SearchTokens {
  /// The runs of the first `limit` characters; what is neither letter, digit nor mark separates.
  static func runs(_ text: String, limit: Int) -> [SearchRun] {
    var runs: [SearchRun] = []
    var joined = false
    for scalar in text.unicodeScalars.prefix(limit) {
      let scalar = narrow(scalar)
      guard let han = isHan(scalar) ?? (isWord(scalar) ? false : nil) else {
        joined = false
        continue
      }
      // A mark belongs to the word before it; alone it is none, and between Han characters it tells shapes apart, not words.
      if !han, !scalar.isASCII, !joined || runs[runs.count - 1].han, isMark(scalar) { continue }
      if !joined || runs[runs.count - 1].han != han { runs.append(SearchRun(han: han, characters: [])) }
      let end = runs.count - 1
      if han {
        runs[end].characters.append(scalar)
      } else if runs[end].characters.count < wordLimit {
        lower(scalar, into: &runs[end].characters)
      }
      joined = true
    }
    return runs
  }

  /// Ｆｕｌｌ－ｗｉｄｔｈ letters and digits, common in Chinese text, as their usual selves.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  /// True for Han, kana and hangul, else nil.
  private static func isHan(_ scalar: Unicode.Scalar) -> Bool? {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3005...0x3007: true
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE, 0xAC00...0xD7A3: true
    default: nil
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    // Punctuation, Chinese and general: no need to ask the tables of Unicode.
    switch scalar.value {
    case 0x2000...0x206F, 0x3000...0x3002, 0x3008...0x3020: return false
    default: break
    }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark: true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .spacingMark
  }

  private static func lower(_ scalar: Unicode.Scalar, into characters: inout [Unicode.Scalar]) {
    if scalar.isASCII {
      let isUpper = (0x41...0x5A).contains(scalar.value)
      return characters.append(isUpper ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
    }
    characters.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
  }
}
