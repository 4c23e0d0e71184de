import Casework
import Workdays

/// What an event says to people: the deed without who and when, facts in a line each, and the texts that came with it.
struct EventWords {
  struct Quoted {
    let label: Phrase
    let text: TextID
    /// For colleagues only: never for a citizen, never on paper.
    let internally: Bool
  }

  struct Fact {
    let label: Phrase
    let value: Phrase
  }

  var deed: Phrase
  var facts: [Fact] = []
  var quotes: [Quoted] = []
  /// The whole event is the matter of colleagues.
  var isInternal = false
  /// The appeal that it speaks of; who may not see that one does not hear of the event.
  var appeal: AppealID?
  var file: AttachmentID?

  init(_ zh: String, _ en: String) { deed = Phrase(zh, en) }

  func quoting(_ zh: String, _ en: String, _ text: TextID?, internally: Bool = false) -> EventWords {
    guard let text else { return self }
    var words = self
    words.quotes.append(Quoted(label: Phrase(zh, en), text: text, internally: internally))
    return words
  }

  func stating(_ label: Phrase, _ value: Phrase?) -> EventWords {
    guard let value else { return self }
    var words = self
    words.facts.append(Fact(label: label, value: value))
    return words
  }

  func about(_ appeal: AppealID) -> EventWords {
    var words = self
    words.appeal = appeal
    return words
  }

  func among(colleagues: Bool) -> EventWords {
    var words = self
    words.isInternal = colleagues
    return words
  }

  func with(_ file: AttachmentID) -> EventWords {
    var words = self
    words.file = file
    return words
  }
}

/// The names that the words of events need: numbers of cases, and the profile for units, categories and reasons.
struct EventNames {
  let profile: Profile
  var appeals: [AppealID: String] = [:]
  var orders: [OrderID: String] = [:]

  func unit(_ id: UnitID) -> Phrase { profile.units.name(of: id) }

  func order(_ id: OrderID) -> String { orders[id] ?? "" }

  func appeal(_ id: AppealID) -> String { appeals[id] ?? "" }

  /// What a code of the profile says; the code itself where the profile has changed since.
  func reason(_ code: String, _ list: [ReasonCode]) -> Phrase { list[code: code]?.phrase ?? Phrase(code, code) }
}
