/// A value that stands in files, events and profiles as the text that describes it: `2026-11-21`, `5wd`, `09:00-12:00`.
public protocol StoredAsText: Codable, CustomStringConvertible {
  /// - Throws: what is wrong with the text.
  init(parsing text: String) throws(CalendarError)
}

extension StoredAsText {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(parsing: try container.decode(String.self))
    } catch let error as CalendarError {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.phrase.en)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
