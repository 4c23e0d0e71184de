import Casework
import Ledger
import Store
import Vault
import Web
import Workdays

/// The letters of the profile, printed about an appeal.
extension CaseDesk {
  var ofLetters: [Endpoint] {
    [
      .get(
        "appeals/{number}/letters/{id}", Self.readers, Phrase("打印函件", "A letter to print"), query: Self.letterQuery,
        answers: .file("text/html"), surfaces: [.api, .page], handle: letter),
      .page(LetterStyle.path, .anyone, Phrase("函件的打印样式", "The look of printed letters")) { _ in
        .file(Array(LetterStyle.css.utf8), type: "text/css; charset=utf-8")
      },
    ]
  }

  private static let letterQuery: Form = [Field("order", .identifier, Phrase("所说的工单", "The order of which it tells"))]

  @Sendable private func letter(_ call: Call) async throws -> Answer {
    guard let occasion = LetterOccasion(rawValue: call.parameter("id")) else {
      throw CaseworkProblem.unknown(what: Phrase("函件", "letter"), key: call.parameter("id"))
    }
    let profile = ledger.profile()
    let offer = LetterOffer(occasion: occasion, order: call.query.optionalText("order"))
    let copy = try await ledger.look { sql, vault in
      try LetterCopy.load(call.number, offer, call.actor, sql, vault, profile, now: call.now)
    }
    return .page(try copy.document(call.language))
  }
}

extension LetterCopy {
  func document(_ language: Language) throws -> HTML {
    LetterPaper(try letter.written(with: values, in: language), heading, language).document
  }
}

/// A letter for the citizen to whom it is written.
public enum OwnLetter {
  /// The whole paper. That the appeal is the own one is proved before.
  /// - Throws: `CaseworkProblem` for a letter of what has not happened.
  public static func document(
    _ number: String, _ offer: LetterOffer, _ sql: any SQLSession, _ vault: Vault, _ profile: Profile, now: Moment, _ language: Language
  ) throws -> HTML {
    try LetterCopy.own(number, offer, sql, vault, profile, now: now).document(language)
  }
}

extension CasePieces {
  func letters(_ offers: [LetterOffer], of appeal: String) -> HTML {
    letters(offers) { Paths.letter(appeal, $0.occasion.rawValue, order: $0.order) }
  }

  /// The letters that can be printed of an appeal, as links; of several orders each with its number.
  /// - Parameter path: where a reader finds a letter.
  public func letters(_ offers: [LetterOffer], at path: (LetterOffer) -> String) -> HTML {
    let several = Set(offers.compactMap(\.order)).count > 1
    let items = HTML.each(offers) { offer -> HTML in
      let order = when(several ? offer.order : nil) { (number: String) -> HTML in " <span class=\"number\">\(number)</span>" }
      return "<li><a href=\"\(path(offer))\">\(profile.letter(offer.occasion)?.name, language)</a>\(order)</li>"
    }
    return "<ul class=\"links letters\">\(items)</ul>"
  }
}

extension Letter {
  /// Its title, or what it is where the title is made of values.
  public var name: Phrase { title.zh.contains("{{") || title.en.contains("{{") ? occasion.phrase : title }
}
