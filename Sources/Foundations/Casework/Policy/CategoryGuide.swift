import Workdays

/// What a city teaches whoever takes a matter down: the words by which people name it, the questions that belong to it, and
/// short texts for the answer.
public struct CategoryGuide: Hashable, Codable, Sendable {
  /// A text that is put into the answer by a key.
  public struct Template: Hashable, Codable, Sendable {
    public enum Use: String, Codable, Sendable, CaseIterable, Worded {
      case answer, refusal

      public var phrase: Phrase {
        switch self {
        case .answer: Phrase("答复", "Answer")
        case .refusal: Phrase("不予受理", "Refusal")
        }
      }
    }

    /// A code that stays.
    public let id: String
    public let title: Phrase
    /// What the citizen is told.
    public let text: String
    public let use: Use

    public init(id: String, title: Phrase, text: String, use: Use = .answer) {
      (self.id, self.title, self.text, self.use) = (id, title, text, use)
    }
  }

  /// A category stands for itself and everything below it.
  public var category: CategoryID
  public var words: [String]
  public var questions: [OutcomeField]
  public var templates: [Template]

  public init(_ category: CategoryID, words: [String] = [], questions: [OutcomeField] = [], templates: [Template] = []) {
    (self.category, self.words, self.questions, self.templates) = (category, words, questions, templates)
  }
}

extension Profile {
  /// The guides that speak of a category, the most special one first.
  public func guides(for category: CategoryID) -> [CategoryGuide] {
    guides.filter { category.isWithin($0.category) }.sorted { $0.category.path.count > $1.category.path.count }
  }

  /// What is asked in a matter of this category, what is general first; each name once.
  public func questions(for category: CategoryID?) -> [OutcomeField] {
    guard let category else { return [] }
    var names: Set<String> = []
    return guides(for: category).reversed().flatMap(\.questions).filter { names.insert($0.name).inserted }
  }

  /// The short texts for a matter of this category, what is special first.
  public func templates(for category: CategoryID) -> [CategoryGuide.Template] { guides(for: category).flatMap(\.templates) }
}
