import Foundation

/// A language in which the platform speaks to people.
public enum Language: String, Codable, Sendable, CaseIterable {
  case zh, en
}

extension Language {
  /// Between the members of a list.
  public var listMark: String { self == .zh ? "、" : ", " }
  /// Between a label and what it labels.
  public var colon: String { self == .zh ? "：" : ": " }
}

/// One sentence for people, in Chinese and in English.
public struct Phrase: Hashable, Codable, Sendable {
  public let zh: String
  public let en: String

  /// The same meaning twice: `zh` in Chinese, `en` in English.
  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// The sentence in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
