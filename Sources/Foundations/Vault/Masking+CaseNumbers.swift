/// Our own numbers among those of people: `YX261121-W10482-K7QM` names a case and nobody.
extension Masking {
  /// Where case numbers stand: two to four capital letters, a day in six digits, a hyphen, the counter with or without a letter
  /// before it, a hyphen, four check characters; with neither letter nor digit on either side.
  static func caseNumbers(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at < text.count {
      guard isCapital(text[at]), at == 0 || !isWord(text[at - 1]), let end = caseNumber(in: text, from: at) else {
        at += 1
        continue
      }
      found.append(at..<end)
      at = end
    }
    return found
  }

  private static func caseNumber(in text: [Unicode.Scalar], from start: Int) -> Int? {
    var at = start
    func take(_ count: ClosedRange<Int>, _ fits: (Unicode.Scalar) -> Bool) -> Bool {
      var taken = 0
      while taken < count.upperBound, at < text.count, fits(text[at]) { (at, taken) = (at + 1, taken + 1) }
      return taken >= count.lowerBound
    }
    let hyphen: (Unicode.Scalar) -> Bool = { $0 == "-" }
    guard take(2...4, isCapital) else { return nil }
    let day = at
    guard take(6...6, isPlainDigit), isDay(text[day..<at]), take(1...1, hyphen), take(0...1, isCapital) else { return nil }
    guard take(1...12, isPlainDigit), take(1...1, hyphen), take(4...4, { isCapital($0) || isPlainDigit($0) }) else { return nil }
    return at == text.count || !isWord(text[at]) ? at : nil
  }

  /// Year, month and day in two digits each.
  private static func isDay(_ digits: ArraySlice<Unicode.Scalar>) -> Bool {
    let values = digits.map { Int($0.value) - 0x30 }
    return (1...12).contains(values[2] * 10 + values[3]) && (1...31).contains(values[4] * 10 + values[5])
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool { (0x41...0x5A).contains(scalar.value) }
  private static func isPlainDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || scalar.isASCII && scalar.properties.isAlphabetic }
}
