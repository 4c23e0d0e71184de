extension Answer {
  /// The JSON of the answer, for callers inside the program; nil for pages, files and empty answers.
  public func json() throws -> JSONValue? {
    guard case .json(let encode) = body else { return nil }
    return try JSONParser.parse(encode())
  }
}
