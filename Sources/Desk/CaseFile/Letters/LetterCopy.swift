import Casework
import Ledger
import Store
import Vault
import Workdays

/// A letter about one appeal with everything that it says, masked as all that is printed: nobody knows who will hold it.
struct LetterCopy {
  let letter: Letter
  let values: [LetterValue: Phrase]
  let heading: LetterHeading

  /// Reads what the letter says for `actor`, who must see the appeal, and the order where it tells of one.
  /// - Throws: `CaseworkProblem.appeal` for an appeal that is not for these eyes, and for a letter of what has not happened.
  static func load(
    _ number: String, _ offer: LetterOffer, _ actor: Actor, _ sql: any SQLSession, _ vault: Vault, _ profile: Profile, now: Moment
  ) throws -> LetterCopy {
    let reader = CaseReader(sql, vault)
    let appeal = try reader.appeal(number).thing
    guard actor.standing != .citizen, try !reader.sides(of: appeal, for: actor, in: profile.units).isEmpty else {
      throw CaseworkProblem.appeal(number)
    }
    let seen = try reader.orders(in: appeal).filter { !$0.sides(of: actor, in: profile.units).isEmpty }
    let note = LetterHeading.printed(by: actor.name, at: now)
    return try LetterSource(reader: reader, profile: profile, appeal: appeal, orders: seen).copy(offer, note, on: now.day)
  }

  /// The same for the citizen who said it, which is proved before.
  static func own(
    _ number: String, _ offer: LetterOffer, _ sql: any SQLSession, _ vault: Vault, _ profile: Profile, now: Moment
  ) throws -> LetterCopy {
    let reader = CaseReader(sql, vault)
    let appeal = try reader.appeal(number).thing
    let source = LetterSource(reader: reader, profile: profile, appeal: appeal, orders: try reader.orders(in: appeal))
    return try source.copy(offer, LetterHeading.printed(at: now), on: now.day)
  }
}

extension CaseReader {
  /// The orders in which an appeal takes part.
  fileprivate func orders(in appeal: Appeal) throws -> [Order] {
    try orders(participations(of: appeal.id).filter { $0.state != .parted }.map(\.order))
  }
}

/// Where the values of a letter come from.
private struct LetterSource {
  let reader: CaseReader
  let profile: Profile
  let appeal: Appeal
  /// Those that may be told of.
  let orders: [Order]

  private var matter: AppealMatter { appeal.matter }

  func copy(_ offer: LetterOffer, _ note: Phrase, on today: CivilDay) throws -> LetterCopy {
    guard LetterOffer.all(appeal, orders, profile).contains(offer), let letter = profile.letter(offer.occasion) else {
      throw CaseworkProblem.unknown(what: Phrase("可打印的函件", "letter to print"), key: offer.occasion.phrase.zh)
    }
    let order = orders.first { $0.matter.number == offer.order }
    let own = try order.map { try told(of: $0, offer.occasion) } ?? refusal
    let isConfidential = matter.confidential || order?.matter.confidential == true
    let said = try words(order == nil ? appeal.reply : nil)
    let heading = LetterHeading(
      hotline: profile.name, number: matter.number, isConfidential: isConfidential, signature: profile.units.name(of: matter.intake),
      day: today, note: note)
    let caller = isConfidential ? nil : try reader.vault.chip(of: matter.citizen).name
    let all = common(on: today, caller).merging(said) { _, new in new }.merging(own) { _, new in new }
    return LetterCopy(letter: letter, values: all, heading: heading)
  }

  private func common(on today: CivilDay, _ caller: String?) -> [LetterValue: Phrase] {
    var values = [
      LetterValue.number: plain(matter.number), .received: matter.receivedAt.phrase, .city: profile.city, .hotline: profile.name,
      .today: today.phrase,
    ]
    values[.line] = profile.mainLine.map { plain($0.number) }
    values[.caller] = caller.map(plain)
    return values
  }

  /// What it is about, or how the citizen's words begin; and what was answered at once.
  private func words(_ reply: TextID?) throws -> [LetterValue: Phrase] {
    let texts = try MaskedTexts([matter.title, matter.text, reply], reader.vault)
    let said = texts[matter.text].split(whereSeparator: \.isNewline).joined(separator: " ")
    let beginning = said.count > 30 ? "\(said.prefix(30))…" : said
    var values = [LetterValue.title: plain(texts[ifAny: matter.title] ?? beginning)]
    values[.reply] = texts[ifAny: reply].map(plain)
    return values
  }

  private var refusal: [LetterValue: Phrase] {
    guard let rule = appeal.refusal.flatMap({ profile.policy.refusals[code: $0] }) else { return [:] }
    return [.reason: rule.matter, .route: rule.route]
  }

  private func told(of order: Order, _ occasion: LetterOccasion) throws -> [LetterValue: Phrase] {
    let events = try reader.events(.order, order.id.value)
    var values: [LetterValue: Phrase] = [:]
    values[.unit] = order.unit.map { profile.units.name(of: $0) }
    let clock = occasion == .extended ? order.clocks.last { $0.isExtended } : order.answerClock
    values[.deadline] = clock?.deadline.at.phrase
    values[.reason] = try reason(ofExtension: events)
    let reply = CitizenWay(order, events, reader, profile).replies.last?.text ?? order.feedback?.reply
    values[.reply] = try MaskedTexts([reply], reader.vault)[ifAny: reply].map(plain)
    return values
  }

  /// Why the last extension that was granted was asked for.
  private func reason(ofExtension events: [LoggedEvent]) throws -> Phrase? {
    var (asked, granted): (String?, String?) = (nil, nil)
    for (_, event) in try reader.read(events) {
      if case .extensionAsked(_, let reason, _, _) = event { asked = reason }
      if case .extensionDecided(true, _, _) = event { granted = asked }
    }
    return granted.map { profile.policy.extensionReasons[code: $0]?.phrase ?? plain($0) }
  }

  private func plain(_ text: String) -> Phrase { Phrase(text, text) }
}
