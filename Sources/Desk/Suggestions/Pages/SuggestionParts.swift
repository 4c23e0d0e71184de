import CaseFile
import Casework
import Search
import Web
import Workdays

/// What stands beside a draft, as the parts of the console: each is put where the page keeps a slot of its name.
/// What can be taken has a key: 1 to 3 a category, 4 to 6 words for the answer, 7 to 9 an order to join, U the unit. What is wrong is
/// put away with one: X the first category, Z the unit.
struct SuggestionParts {
  let suggestion: Suggestion
  let draft: Draft
  let profile: Profile
  let call: Call

  private var language: Language { call.language }
  private static let firstAnswer = 4
  private static let firstOrder = 7
  /// No more keys than these for each sort.
  private static let keys = 3

  func render() -> HTML {
    let who = when(suggestion.caller) { CallerPart(caller: $0, profile: profile, language: language).render() }
    return """
      <div data-part="who">\(who)</div>
      <div data-part="know">\(know)</div>
      <div data-part="questions" data-of="\(suggestion.category?.value ?? "")">\(questions)</div>
      \(place)
      """
  }

  private var know: HTML {
    let parts = [joinable(incidents: true), categories, unit, limits, joinable(incidents: false), answers]
    let all = HTML.joined(parts)
    guard all.isEmpty else { return all }
    return "<p class=\"soft\">\(Phrase("还没有听出是什么事，再记几个字。", "Not clear yet; a few more words will help."), language)</p>"
  }

  private var categories: HTML {
    let away = draft.declined.categories.map { ($0.value, profile.taxonomy.name(of: $0)) }
    return when(!suggestion.guesses.isEmpty || !away.isEmpty) {
      let items = HTML.each(suggestion.guesses.enumerated()) { index, guess in
        let (name, why) = (profile.taxonomy.title(of: guess.category), Self.listed(guess.reasons))
        let isChosen = guess.category == draft.said.category
        // What only may be is one line; what is likely says why.
        let reason: HTML = index == 0 || guess.confidence == .likely ? "\(why, language)" : .empty
        let take = Take("category", guess.category.value, key: index + 1, isChosen: isChosen)
        let proposal = item(take, name, guess.confidence.phrase, reason)
        return DeclineParts(language).row(proposal, .categories, guess.category.value, name, key: index == 0 ? "X" : nil)
      }
      let title = Phrase("大概是哪类", "What it may be")
      return block("categories", title, "\(items)\(DeclineParts(language).putAway(.categories, away))")
    }
  }

  private var unit: HTML {
    when(suggestion.proposal) { proposal in
      let away = draft.declined.units.map { ($0.value, profile.units.name(of: $0)) }
      let name = proposal.lead.map { profile.units.name(of: $0) } ?? Phrase("由人判断", "A person decides")
      let take = proposal.lead.map { Take("unit", $0.value, letter: "U", more: proposal.assist.map(\.value).joined(separator: ",")) }
      let one = item(take, name, Sureness(proposal.confidence).phrase, "\(proposal.reason, language)")
      let parts = DeclineParts(language)
      let row = proposal.lead.map { parts.row(one, .units, $0.value, name, key: "Z") } ?? one
      return block("unit", Phrase("谁来办", "Whose duty"), "\(row)\(parts.putAway(.units, away))")
    }
  }

  private var limits: HTML {
    when(!suggestion.limits.isEmpty) {
      let lines = HTML.each(suggestion.limits) { limit -> HTML in
        let note = when(limit.isProvisional) { "<span class=\"soft\">\(Phrase("（暂定）", " (provisional)"), language)</span>" }
        return "<li>\(limit.phrase, language)\(note)</li>"
      }
      return "<section class=\"known limits\"><h3>\(Phrase("多久", "How long"), language)</h3><ul>\(lines)</ul></section>"
    }
  }

  private var answers: HTML {
    when(!suggestion.answers.isEmpty) {
      let items = HTML.each(suggestion.answers.enumerated()) { index, answer in
        let key = index < Self.keys ? Self.firstAnswer + index : nil
        let own = answer.use == .refusal ? Phrase("不予受理模板", "Refusal, template") : Phrase("模板", "Template")
        let source = answer.number == nil ? own : Phrase("曾答复", "Told before")
        return item(Take("answer", answer.text, key: key), answer.title, source, "\(answer.text)")
      }
      return block("answers", Phrase("怎么答", "What to answer"), items)
    }
  }

  private func joinable(incidents: Bool) -> HTML {
    let all = suggestion.joinable.prefix(Self.keys).enumerated().filter { ($0.element.incident != nil) == incidents }
    return when(!all.isEmpty) {
      let items = HTML.each(all) { order($1, key: Self.firstOrder + $0) }
      let title =
        incidents ? Phrase("附近正在处理的集中诉求", "An incident that runs near here") : Phrase("可能是同一件事", "Perhaps the same thing")
      return block(incidents ? "incidents" : "duplicates", title, items)
    }
  }

  private func order(_ one: Suggestion.Joinable, key: Int) -> HTML {
    let order = one.order.order
    let (unit, count) = (profile.units.name(of: order.unit ?? order.owner), one.order.appeals)
    let appeals = Phrase("\(count) 件诉求", "\(count) appeal(s)")
    let word = one.incident == nil ? order.state.phrase : Phrase("集中诉求 \(count) 件", "Incident, \(count) appeals")
    let head: HTML = "<b>\(order.title)</b> <span class=\"soft\">\(order.number) · \(unit, language) · \(appeals, language)</span>"
    let why: HTML = "\(Self.listed(one.order.reasons), language)"
    return item(Take("join", order.number, key: key), head, word, why, mark: one.incident == nil ? "" : "incident")
  }

  private static func listed(_ reasons: [Phrase]) -> Phrase {
    let stop = Phrase("；", "; ")
    return Phrase(reasons.map(\.zh).joined(separator: stop.zh), reasons.map(\.en).joined(separator: stop.en))
  }
}

extension SuggestionParts {
  /// What taking a proposal does.
  struct Take {
    let what: String
    let value: String
    let key: String?
    var more: String?
    var isChosen = false

    init(_ what: String, _ value: String, key: Int? = nil, letter: String? = nil, more: String? = nil, isChosen: Bool = false) {
      (self.what, self.value, self.more, self.isChosen) = (what, value, more, isChosen)
      self.key = letter ?? key.map(String.init)
    }
  }

  private func block(_ name: String, _ title: Phrase, _ items: HTML) -> HTML {
    "<section class=\"known \(name)\"><h3>\(title, language)</h3>\(items)</section>"
  }

  private func item(_ take: Take?, _ name: Phrase, _ word: Phrase, _ why: HTML) -> HTML {
    item(take, "<b>\(name, language)</b>", word, why)
  }

  /// A button where it can be taken, with the proposal, the word that says how sure it is, and why.
  private func item(_ take: Take?, _ head: HTML, _ word: Phrase, _ why: HTML, mark: String = "") -> HTML {
    let reason = when(!why.isEmpty) { "<span class=\"why-line\">\(why)</span>" }
    let body: HTML = "<span class=\"take-head\">\(head)<span class=\"sure\">\(word, language)</span></span>\(reason)"
    guard let take else { return "<div class=\"take \(mark)\">\(body)</div>" }
    let key = when(take.key) { "<kbd>Alt+\($0)</kbd>" }
    let pressed = take.what == "category" ? (take.isChosen ? "true" : "false") : nil
    return """
      <button type="button" class="take \(mark)" data-take="\(take.what)" data-value="\(take.value)"\(attribute: "data-more", take.more)\
      \(attribute: "data-alt", take.key)\(attribute: "aria-pressed", pressed)>\(body)\(key)</button>
      """
  }

  private var questions: HTML {
    when(!suggestion.questions.isEmpty) {
      let title = suggestion.category.map { profile.taxonomy.name(of: $0) } ?? Phrase("", "")
      let fields = CategoryQuestions.fields(suggestion.questions)
      return """
        <fieldset class="questions"><legend>\(Phrase("“\(title.zh)”要问的", "To ask: \(title.en)"), language)</legend>\
        \(Controls.below("answers", fields, for: call))</fieldset>
        """
    }
  }

  /// Where it may be: the area as data, the places as proposals.
  private var place: HTML {
    let found = suggestion.place
    let items = HTML.each(found.places) { place -> HTML in
      let area = place.area.flatMap { profile.area($0)?.name }
      return """
        <button type="button" class="take place" data-take="place" data-value="\(place.address)" data-area="\(place.area?.value ?? "")"\
        \(attribute: "data-lat", place.latitude.map { "\($0)" })\(attribute: "data-lon", place.longitude.map { "\($0)" })>\
        \(place.address) <span class="soft">\(area, language)</span></button>
        """
    }
    return """
      <div data-part="place" data-area="\(found.area?.value ?? "")">\(items)</div>
      """
  }
}
