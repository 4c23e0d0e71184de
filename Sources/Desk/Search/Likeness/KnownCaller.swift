import Casework
import Store
import Vault

/// Who calls, as far as the number tells: masked, with what was said from it before.
public struct KnownCaller: Sendable {
  /// `138****5678`.
  public let phone: String
  /// Whoever called from this number: `王**`.
  public let names: [String]
  /// The newest of the earlier cases that the reader may see, and how many there are.
  public let earlier: [Likeness.Earlier]
  public let cases: Int
  /// How often this person has spoken of the category, this time included; nil where it is not known.
  public let time: Int?
  /// Earlier cases in which a life was at risk.
  public let lifeRisks: Int
  /// How many of those shown are not finished.
  public let open: Int

  /// - Parameters:
  ///   - phone: normalised.
  ///   - name: what the caller says; without one everybody at the number is the caller.
  public static func read(
    phone: String, name: String?, about category: CategoryID?, _ profile: Profile, for actor: Actor, _ sql: any SQLSession, _ vault: Vault
  ) throws -> KnownCaller {
    let people = try vault.find(phone: phone)
    var own: Set<Int64> = []
    var names: [String] = []
    for one in people {
      let known = try Self.name(of: one, vault)
      if name == nil || known == nil || known == name { own.insert(one) }
      if let masked = Masking.name(known), !names.contains(masked) { names.append(masked) }
    }
    let history = try CallerHistory(by: people, own: own, about: category, actor, profile, sql)
    let newest = try history.newest(5, vault)
    return KnownCaller(
      phone: Masking.phone(phone) ?? "", names: names, earlier: newest, cases: history.cases, time: history.time,
      lifeRisks: history.earlier.count { $0.matter.lifeRisk }, open: newest.count(where: isOpen))
  }

  private static func isOpen(_ one: Likeness.Earlier) -> Bool {
    guard one.state == .inHand, let order = one.order else { return one.state == .recorded }
    return !OrderState.ended.contains(order.state)
  }

  private static func name(of citizen: Int64, _ vault: Vault) throws -> String? {
    do { return try vault.identity(of: citizen).name } catch VaultProblem.erased { return nil }
  }
}
