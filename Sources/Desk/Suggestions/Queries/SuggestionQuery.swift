import CaseFile
import Casework
import Profiles
import Search
import Store
import Vault
import Workdays

/// Reads what stands beside a draft, for one person, in one snapshot.
struct SuggestionQuery: Sendable {
  let profile: Profile
  let actor: Actor
  let now: Moment
  /// The incidents that run, as whoever supervises them knows.
  let incidents: SuggestionDesk.Incidents

  /// How many texts for the answer, and how many places, are worth showing.
  private static let answers = 6
  private static let places = 4

  func read(_ draft: Draft, _ sql: any SQLSession, _ vault: Vault) throws -> Suggestion {
    let text = [draft.said.title, draft.said.text].compactMap { $0 }.joined(separator: "\n")
    let words = LikeCases.words(of: text)
    let cases = LikeCases(profile, for: actor)
    let like = words.isEmpty ? [] : try cases.orders(with: words, sql)
    let guesses = CategoryGuesser(profile: profile).guesses(text, votes: votes(like), less: Set(draft.declined.categories))
    let category = draft.said.category ?? guesses.first { $0.confidence != .uncertain }?.category
    let place = try whereabouts(draft, text, sql)
    var said = draft.said
    (said.category, said.area) = (category, said.area ?? place.area)
    let kind = draft.kind ?? KindGuess.kind(of: text, among: profile.kinds)
    let proposal = try category.map { category in try offer(category, kind, said.area, text, Set(draft.declined.units), sql) }
    return Suggestion(
      caller: try draft.phone.map { try KnownCaller.read(phone: $0, name: draft.name, about: category, profile, for: actor, sql, vault) },
      guesses: guesses, category: category, proposal: proposal,
      limits: category.map { PlainLimit.limits(profile, kind, draft.urgency, $0, unit: proposal?.lead, from: now) } ?? [],
      joinable: try joinable(said, sql, vault), answers: try answers(category, like, words, sql, vault, cases), place: place,
      questions: profile.questions(for: category))
  }

  private func votes(_ cases: [LikeCase]) -> [String: [CategoryID]] {
    var votes: [String: [CategoryID]] = [:]
    for one in cases {
      for word in one.words { votes[word, default: []].append(one.category) }
    }
    return votes
  }

  private func offer(
    _ category: CategoryID, _ kind: Kind, _ area: AreaID?, _ text: String, _ declined: Set<UnitID>, _ sql: any SQLSession
  ) throws -> Proposal {
    let question = CatalogueQuestion(category: category, kind: kind, area: area, text: text)
    return profile.proposal(for: question, precedents: try PrecedentBook(sql).like(question, in: profile), declined: declined, on: now.day)
  }

  /// Those of an incident first: many have called about them.
  private func joinable(_ said: SaidMatter, _ sql: any SQLSession, _ vault: Vault) throws -> [Suggestion.Joinable] {
    guard said.text.count > 1 || said.address != nil else { return [] }
    let found = try LikeOrders(said, profile, for: actor, at: now).find(sql, vault)
    guard !found.isEmpty else { return [] }
    let running = Dictionary(try incidents(sql).map { ($0.order.value, $0.number) }, uniquingKeysWith: { first, _ in first })
    let all = found.map { Suggestion.Joinable(order: $0, incident: running[$0.order.id]) }
    return all.filter { $0.incident != nil } + all.filter { $0.incident == nil }
  }

  /// The city's own texts stand before what was said to others.
  private func answers(
    _ category: CategoryID?, _ like: [LikeCase], _ words: [String], _ sql: any SQLSession, _ vault: Vault, _ cases: LikeCases
  ) throws -> [Suggestion.AnswerText] {
    let own = (category.map(profile.templates) ?? []).map {
      Suggestion.AnswerText(title: $0.title, text: $0.text, use: $0.use, number: nil, isOrder: false)
    }
    guard own.count < Self.answers, !words.isEmpty else { return Array(own.prefix(Self.answers)) }
    let earlier = try cases.answers(like, words, most: Self.answers - own.count, sql, vault)
    var known = Set(own.map(\.text))
    let fresh = earlier.filter { known.insert($0.text).inserted }.map { answer in
      let name = answer.category.map { profile.taxonomy.name(of: $0) } ?? Phrase("答复", "Answer")
      let title = Phrase("\(name.zh) · \(answer.at.day.phrase.zh)", "\(name.en) · \(answer.at.day.phrase.en)")
      return Suggestion.AnswerText(title: title, text: answer.text, use: .answer, number: answer.number, isOrder: answer.isOrder)
    }
    return own + fresh
  }

  private func whereabouts(_ draft: Draft, _ text: String, _ sql: any SQLSession) throws -> Suggestion.Where {
    let known = try draft.said.address.map { try KnownPlace.like($0, most: Self.places, profile, for: actor, sql) } ?? []
    let areas = AreaFinder(profile.areas)
    let named = draft.said.address.flatMap { areas.area(in: $0)?.id }
    let area = named ?? known.first { $0.area != nil }?.area ?? areas.area(in: text)?.id
    return Suggestion.Where(area: area, places: known)
  }
}
