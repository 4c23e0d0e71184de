import Casework
import Workdays

/// `application/x-www-form-urlencoded`, in bodies and in query strings.
enum URLEncoded {
  static let mostPairs = 500

  /// - Throws: `WebProblem.malformedForm` on a broken escape, invalid UTF-8 or far too many pairs.
  static func read(_ bytes: some Collection<UInt8>) throws(WebProblem) -> SubmittedForm {
    var form = SubmittedForm()
    var count = 0
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      count += 1
      guard count <= mostPairs else { throw .malformedForm }
      let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      form.append(try decode(halves[0]), halves.count == 2 ? try decode(halves[1]) : "")
    }
    return form
  }

  static func decode(_ bytes: some Collection<UInt8>, plusIsSpace: Bool = true) throws(WebProblem) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
      if byte == UInt8(ascii: "+"), plusIsSpace {
        out.append(0x20)
      } else if byte == UInt8(ascii: "%") {
        guard let high = iterator.next().flatMap(hexDigit), let low = iterator.next().flatMap(hexDigit) else { throw .malformedForm }
        out.append(high << 4 | low)
      } else {
        out.append(byte)
      }
    }
    guard let text = String(validating: out, as: UTF8.self) else { throw .malformedForm }
    return text
  }
}

/// Escapes everything but the unreserved characters of RFC 3986, for a path segment or a query value.
public func percentEncoded(_ text: String) -> String {
  var out = ""
  out.reserveCapacity(text.utf8.count)
  let digits = Array("0123456789ABCDEF")
  for byte in text.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      out.append("%")
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
  }
  return out
}
