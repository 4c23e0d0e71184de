/// Facts of a city that no rule of the program reads yet: kept as they are, and exported with the rest.
public indirect enum Detail: Hashable, Codable, Sendable {
  case text(String)
  case list([Detail])
  case map([Entry])

  public struct Entry: Hashable, Codable, Sendable {
    public let key: String
    public let value: Detail

    public init(_ key: String, _ value: Detail) {
      self.key = key
      self.value = value
    }
  }

  /// The value under `key` of a map.
  public subscript(_ key: String) -> Detail? {
    guard case .map(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  public var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  public var list: [Detail] {
    guard case .list(let list) = self else { return [] }
    return list
  }
}
