import Casework
import Synchronization
import Web
import Workdays

/// What fields may refer to: the profile's units, categories and areas, and the active accounts.
struct PeopleReferences: References {
  let lists: ProfileLists
  let accounts: AccountList

  func exists(_ kind: ReferenceKind, _ value: String) -> Bool {
    switch kind {
    case .unit: lists.profile.unit(UnitID(value)) != nil
    case .category: lists.profile.taxonomy.contains(CategoryID(value))
    case .area: lists.areas.contains(value)
    case .account: accounts.contains(value)
    }
  }

  func name(ofAccount account: String) -> String? { accounts.names.first { $0.login == account }?.name }

  func options(_ kind: ReferenceKind) -> [Choice] {
    switch kind {
    case .unit: lists.unitChoices
    case .category: lists.categoryChoices
    case .area: lists.areaChoices
    case .account:
      accounts.names.map { account in
        let unit = lists.profile.units.name(of: account.unit)
        return Choice(account.login, Phrase("\(account.name) · \(unit.zh)", "\(account.name) · \(unit.en)"))
      }
    }
  }
}

/// The choices that one profile offers, made once for each release.
final class ProfileLists: Sendable {
  let profile: Profile
  let unitChoices: [Choice]
  let categoryChoices: [Choice]
  let areaChoices: [Choice]
  let areas: Set<String>

  init(_ profile: Profile) {
    self.profile = profile
    unitChoices = Self.inTreeOrder(profile.units).map { Choice($0.id.value, $0.name) }
    categoryChoices = profile.taxonomy.leaves.map { Choice($0.id.value, profile.taxonomy.title(of: $0.id)) }
    areaChoices = profile.areas.map { Choice($0.id.value, $0.name) }
    areas = Set(profile.areas.map(\.id.value))
  }

  /// From the root down, every unit followed by those below it.
  private static func inTreeOrder(_ units: Organisation) -> [Unit] {
    let all = units.units.values.map { (unit: $0, path: units.path(to: $0.id).map(\.value)) }
    return all.sorted { $0.path.lexicographicallyPrecedes($1.path) }.map(\.unit)
  }

  func serves(_ other: Profile) -> Bool {
    (profile.key, profile.version, profile.effective) == (other.key, other.version, other.effective)
      && profile.units.units.count == other.units.units.count
  }
}

/// The lists of the profile in force.
final class ProfileListsCache: Sendable {
  private let kept = Mutex<ProfileLists?>(nil)

  func current(_ profile: Profile) -> ProfileLists {
    kept.withLock { kept in
      if let lists = kept, lists.serves(profile) { return lists }
      let lists = ProfileLists(profile)
      kept = lists
      return lists
    }
  }
}
