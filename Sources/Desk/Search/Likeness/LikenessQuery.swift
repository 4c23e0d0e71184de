import Casework
import Ledger
import Store
import Vault
import Workdays

/// Reads what an appeal is like, for one person, in one snapshot.
public struct LikenessQuery: Sendable {
  private let profile: Profile
  private let actor: Actor
  private let now: Moment

  public init(_ profile: Profile, for actor: Actor, at now: Moment) {
    (self.profile, self.actor, self.now) = (profile, actor, now)
  }

  /// - Throws: `CaseworkProblem.appeal` for a number that is unknown or not for these eyes.
  public func read(_ number: String, _ sql: any SQLSession, _ vault: Vault) throws -> Likeness {
    let found = try sql.first("SELECT fold FROM appeals WHERE number = $1", [.text(number)]) { $0.text(0) }
    guard let found else { throw CaseworkProblem.appeal(number) }
    let appeal = try StoredJSON.decode(Appeal.self, from: found)
    guard !appeal.sides(of: actor, in: profile.units).isEmpty else { throw CaseworkProblem.appeal(number) }
    let history = try CallerHistory(of: appeal, actor, profile, sql, vault)
    let candidates = appeal.state == .recorded ? try candidates(appeal, history.category, sql, vault) : []
    return Likeness(
      number: number, earlier: try history.newest(10, vault), cases: history.cases, category: history.category, time: history.time,
      candidates: candidates)
  }

  private func candidates(_ appeal: Appeal, _ category: CategoryID?, _ sql: any SQLSession, _ vault: Vault) throws
    -> [Likeness.Candidate]
  {
    let texts = try vault.texts([appeal.matter.title?.value, appeal.matter.text.value].compactMap { $0 })
    let matter = SaidMatter(
      title: appeal.matter.title.flatMap { texts[$0.value] }, text: texts[appeal.matter.text.value] ?? "",
      address: appeal.matter.place?.address, area: appeal.matter.area, category: category, isConfidential: appeal.matter.confidential)
    return try LikeOrders(matter, profile, for: actor, at: now).find(sql, vault)
  }
}
