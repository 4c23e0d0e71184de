import Workdays

/// What the hotline writes on an occasion, in the city's own words. Title and text are Mustache: values in double braces.
public struct Letter: Hashable, Codable, Sendable {
  /// By this it is known; a profile has one letter for an occasion at most.
  public let occasion: LetterOccasion
  public var title: Phrase
  public var text: Phrase

  public init(_ occasion: LetterOccasion, title: Phrase, text: Phrase) {
    (self.occasion, self.title, self.text) = (occasion, title, text)
  }
}

/// When a letter is written.
public enum LetterOccasion: String, Codable, Sendable, CaseIterable, Worded {
  case accepted, declined, extended, answered, supervised

  public var phrase: Phrase {
    switch self {
    case .accepted: Phrase("受理告知书", "Notice of acceptance")
    case .declined: Phrase("不予受理告知书", "Notice of refusal")
    case .extended: Phrase("延期告知书", "Notice of extension")
    case .answered: Phrase("答复书", "Letter of reply")
    case .supervised: Phrase("督办单", "Supervision notice")
    }
  }

  /// What must have happened before it can be printed.
  public var when: Phrase {
    switch self {
    case .accepted: Phrase("诉求已受理并立单", "The appeal was taken and an order raised")
    case .declined: Phrase("诉求不予受理", "The appeal was not accepted")
    case .extended: Phrase("承办单位获准延期", "The unit was granted more time")
    case .answered: Phrase("已有公开答复", "There is a public reply")
    case .supervised: Phrase("发出督办单，印在它的开头", "A supervision notice was issued; the words open that paper")
    }
  }

  /// Whether it is written to a citizen; a supervision notice is written to units.
  public var isForCitizens: Bool { self != .supervised }

  /// What a letter of this occasion may speak of.
  public var values: [LetterValue] {
    let own: [LetterValue] =
      switch self {
      case .accepted: [.unit, .deadline]
      case .declined: [.reason, .route]
      case .extended: [.unit, .deadline, .reason]
      case .answered: [.unit, .reply]
      case .supervised: [.unit, .deadline, .reason]
      }
    return [.number, .title] + (isForCitizens ? [.caller, .received] : []) + own + [.city, .hotline, .line, .today]
  }
}

/// What stands in a letter between double braces: `{{number}}`.
public enum LetterValue: String, Codable, Sendable, CaseIterable, Worded {
  case number, title, caller, received, unit, deadline, reason, route, reply, city, hotline, line, today

  /// What it is; where it may be lacking, a section can ask for that.
  public var phrase: Phrase {
    switch self {
    case .number: Phrase("编号", "The number")
    case .title: Phrase("事项", "The matter")
    case .caller: Phrase("反映人，已脱敏；保密件和匿名件没有", "The caller, masked; none in confidential and anonymous cases")
    case .received: Phrase("收到诉求的时间", "When the appeal came in")
    case .unit: Phrase("承办单位；未派单时没有", "The unit; none before it is dispatched")
    case .deadline: Phrase("答复期限；未派单时、几个单位期限不同时没有", "When it must be answered; none before it is dispatched, or where it differs by unit")
    case .reason: Phrase("不予受理的情形、延期的理由、督办的原因", "Why it was not accepted, takes longer, or is supervised")
    case .route: Phrase("告知的法定途径", "The legal route")
    case .reply: Phrase("公开答复", "The public reply")
    case .city: Phrase("城市", "The city")
    case .hotline: Phrase("热线名称", "The hotline's name")
    case .line: Phrase("热线号码；方案没有写主号时没有", "The hotline's number; none where the profile names no main line")
    case .today: Phrase("打印日期", "The day of printing")
    }
  }

  /// As it is written in a letter.
  public var tag: String { "{{\(rawValue)}}" }
}

extension Profile {
  public func letter(_ occasion: LetterOccasion) -> Letter? { letters.first { $0.occasion == occasion } }

  /// The area of the unit at the top, or that unit.
  public var city: Phrase {
    let top = units.units.values.filter { $0.parent == nil }.min { $0.id < $1.id }
    return top?.area.flatMap { area($0)?.name } ?? top?.name ?? name
  }
}
