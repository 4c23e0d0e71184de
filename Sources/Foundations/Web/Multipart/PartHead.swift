/// The lines before one part of a multipart body, as far as forms use them.
public struct PartHead: Hashable, Sendable {
  /// The name of the control.
  public let name: String
  /// The name of the file, without folders; nil where the part is no file.
  public let filename: String?

  public init(name: String, filename: String? = nil) {
    self.name = name
    self.filename = filename
  }

  /// Nil where the lines are broken or name no control.
  init?(lines: some Collection<UInt8>) {
    guard let text = String(validating: lines, as: UTF8.self) else { return nil }
    var disposition: [String: String]?
    for line in text.split(separator: "\r\n") {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      guard line[..<colon].lowercased() == "content-disposition" else { continue }
      guard disposition == nil else { return nil }
      disposition = PartHead.parameters(line[line.index(after: colon)...])
    }
    guard let disposition, let name = disposition["name"], !name.isEmpty, name.utf8.count <= 200 else { return nil }
    self.name = name
    filename = disposition["filename"].map(PartHead.base)
  }

  /// The parameters after `form-data`, their quotes taken away; nil for another disposition or broken quotes.
  private static func parameters(_ text: Substring) -> [String: String]? {
    var rest = text.drop { $0 == " " || $0 == "\t" }
    let kind = rest.prefix { $0 != ";" }
    guard kind.lowercased().filter({ $0 != " " }) == "form-data" else { return nil }
    rest = rest.dropFirst(kind.count)
    var parameters: [String: String] = [:]
    while rest.first == ";" {
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let name = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(name.count)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      guard let value = value(&rest) else { return nil }
      parameters[name.lowercased()] = value
    }
    return parameters
  }

  private static func value(_ rest: inout Substring) -> String? {
    guard rest.first == "\"" else {
      let word = rest.prefix { $0 != ";" && $0 != " " }
      rest = rest.dropFirst(word.count).drop { $0 == " " }
      return String(word)
    }
    rest = rest.dropFirst()
    var value = ""
    while let character = rest.popFirst() {
      if character == "\"" {
        rest = rest.drop { $0 == " " }
        return value.replacing("%22", with: "\"")
      }
      // Old browsers send folders with backslashes, others escape quotes: only a quote is ever escaped.
      let isEscape = character == "\\" && rest.first == "\""
      value.append(isEscape ? rest.removeFirst() : character)
      if value.utf8.count > 1000 { return nil }
    }
    return nil
  }

  /// The last part of a path of any system, without control characters.
  private static func base(_ filename: String) -> String {
    let last = filename.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    return String(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(120).map(Character.init))
  }
}
