import Workdays

/// A typed figure that feedback on some categories carries, so that figures can sum it.
public struct OutcomeField: Hashable, Codable, Sendable {
  public enum Form: String, Codable, Sendable, CaseIterable, Worded {
    case text, count, money, choice

    public var phrase: Phrase {
      switch self {
      case .text: Phrase("文字", "Text")
      case .count: Phrase("数量", "Count")
      case .money: Phrase("金额", "Money")
      case .choice: Phrase("选项", "Choice")
      }
    }
  }

  /// The name in the programming interface.
  public var name: String
  public var label: Phrase
  public var type: Form
  /// What may be chosen.
  public var options: [ReasonCode]
  /// What a count counts: 人, persons.
  public var unit: Phrase?
  public var required: Bool
  /// Where it is asked; empty: everywhere. A category stands for itself and everything below it.
  public var categories: [CategoryID]
  public var kinds: Set<Kind>

  public init(
    name: String, label: Phrase, type: Form, options: [ReasonCode] = [], unit: Phrase? = nil, required: Bool = false,
    categories: [CategoryID] = [], kinds: Set<Kind> = []
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.options = options
    self.unit = unit
    self.required = required
    self.categories = categories
    self.kinds = kinds
  }

  /// Whether feedback on this category and kind carries the field.
  public func applies(to category: CategoryID?, _ kind: Kind) -> Bool {
    (kinds.isEmpty || kinds.contains(kind))
      && (categories.isEmpty || category.map { id in categories.contains { id.isWithin($0) } } == true)
  }
}

extension OutcomeField {
  /// The longest text, in characters.
  public static let longestText = 500

  /// What somebody typed, as the value that is stored: whole counts from 0, money in fen, the code of a choice.
  /// Nil when it does not fit; `hint` says what would.
  public func value(of text: String) -> OutcomeValue? {
    switch type {
    case .text: text.isEmpty || text.count > Self.longestText ? nil : .word(text)
    case .count: Int64(text).flatMap { $0 < 0 ? nil : .number($0) }
    case .money: Self.fen(text).map { .number($0) }
    case .choice: options[code: text].map { .word($0.code) }
    }
  }

  /// What the field takes, for the person who typed something else.
  public var hint: Phrase {
    switch type {
    case .text: Phrase("\(label.zh)：请填 1 至 \(Self.longestText) 字", "\(label.en): 1 to \(Self.longestText) characters")
    case .count: Phrase("\(label.zh)：请填不小于 0 的整数", "\(label.en): a whole number from 0")
    case .money: Phrase("\(label.zh)：请填金额，单位元，至多两位小数", "\(label.en): an amount in yuan with at most two decimals")
    case .choice:
      Phrase(
        "\(label.zh)：请从 \(options.map(\.code).joined(separator: "、")) 中选择",
        "\(label.en): one of \(options.map(\.code).joined(separator: ", "))")
    }
  }

  /// `5000` or `5000.50` yuan in fen.
  static func fen(_ text: String) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard digits, parts.count <= 2, parts[0].count <= 13, let yuan = Int64(parts[0]) else { return nil }
    guard parts.count == 2 else { return yuan * 100 }
    guard parts[1].count <= 2, let decimals = Int64(parts[1]) else { return nil }
    return yuan * 100 + (parts[1].count == 1 ? decimals * 10 : decimals)
  }
}
