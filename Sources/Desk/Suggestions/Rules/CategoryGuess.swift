import Casework
import Workdays

/// What a matter may be about, with the reason.
public struct CategoryGuess: Sendable, Equatable {
  public let category: CategoryID
  public let confidence: Sureness
  public let reasons: [Phrase]
  let points: Double
}

/// Guesses the category from the words of the city's guides, the names of the taxonomy and the categories of like cases.
struct CategoryGuesser {
  let profile: Profile
  /// How many guesses are worth showing.
  private static let most = 3
  /// Below this it is a coincidence.
  private static let least = 0.7
  private static let likely = 3.0
  private static let possible = 1.5
  /// How far the first must stand before the second to be called likely.
  private static let lead = 1.3

  private struct Score {
    var points = 0.0
    var words: [String] = []
    var cases = 0
  }

  /// - Parameter votes: the words that were asked for, each with the categories of the newest cases that have it.
  /// - Parameter declined: what somebody found wrong; the next best takes its place.
  func guesses(_ text: String, votes: [String: [CategoryID]] = [:], less declined: Set<CategoryID> = []) -> [CategoryGuess] {
    let said = SaidText(text)
    guard !said.isEmpty else { return [] }
    var scores: [CategoryID: Score] = [:]
    for leaf in profile.taxonomy.leaves {
      let score = score(of: leaf, said)
      if score.points > 0 { scores[leaf.id] = score }
    }
    count(votes, into: &scores)
    let open = scores.filter { $0.value.points >= Self.least && !declined.contains($0.key) }
    let best = open.sorted { ($0.value.points, $1.key) > ($1.value.points, $0.key) }
    let second = best.dropFirst().first?.value.points ?? 0
    return best.prefix(Self.most).enumerated().map { index, entry in
      let leads = index == 0 && entry.value.points >= second * Self.lead
      return guess(entry.key, entry.value, leads: leads)
    }
  }

  /// By its own name, the name above it, and the words of the guides.
  private func score(of leaf: CategoryNode, _ said: SaidText) -> Score {
    var score = Score()
    if let name = Self.parts(of: leaf.name.zh).first(where: said.has) {
      score.points += 2
      score.words.append(name)
    }
    let path = leaf.id.path.dropFirst().dropLast()
    if let above = path.last?.lastName, said.has(above), !score.words.contains(above) {
      score.points += 0.8
      score.words.append(above)
    }
    for guide in profile.guides where leaf.id.isWithin(guide.category) {
      let heard = guide.words.filter(said.has)
      guard !heard.isEmpty else { continue }
      let isOwn = guide.category == leaf.id
      score.points += (isOwn ? 2.5 : 1.2) + Double(heard.count - 1) * (isOwn ? 1 : 0.3)
      score.words += heard.filter { !score.words.contains($0) }
    }
    return score
  }

  /// `化粪池与下水道沼气` is two names; `其他` is none.
  private static func parts(of name: String) -> [String] {
    name.split { "与和、".contains($0) }.map(String.init).filter { $0.count > 1 && !$0.hasPrefix("其他") }
  }

  /// A word counts by how far its cases agree: one that stands in every category says nothing.
  private func count(_ votes: [String: [CategoryID]], into scores: inout [CategoryID: Score]) {
    var counted: [CategoryID: (points: Double, cases: Int)] = [:]
    for categories in votes.values where !categories.isEmpty {
      let total = Double(categories.count)
      for (category, same) in Dictionary(grouping: categories, by: { $0 }) where profile.taxonomy[category]?.isLeaf == true {
        let share = Double(same.count) / total
        counted[category, default: (0, 0)].points += share * share * total / (total + 1)
        counted[category, default: (0, 0)].cases = max(counted[category]?.cases ?? 0, same.count)
      }
    }
    for (category, count) in counted {
      scores[category, default: Score()].points += min(count.points * 0.8, 4)
      scores[category, default: Score()].cases = count.cases
    }
  }

  private func guess(_ category: CategoryID, _ score: Score, leads: Bool) -> CategoryGuess {
    var reasons: [Phrase] = []
    if !score.words.isEmpty {
      let words = score.words.prefix(3).map { "“\($0)”" }
      reasons.append(Phrase("提到\(words.joined(separator: "、"))", "they say \(words.joined(separator: ", "))"))
    }
    if score.cases > 1 { reasons.append(Phrase("近期说法相近的 \(score.cases) 件归此类", "\(score.cases) recent cases in like words")) }
    if reasons.isEmpty { reasons.append(Phrase("有说法相近的工单归此类", "a case in like words")) }
    let confidence: Sureness = leads && score.points >= Self.likely ? .likely : score.points >= Self.possible ? .possible : .uncertain
    return CategoryGuess(category: category, confidence: confidence, reasons: reasons, points: score.points)
  }
}
