import Casework
import Ledger
import Vault

/// Finding and enrolling people in the vault.
extension LedgerSession {
  /// The person behind a call: the one known by this number and name, or a new one.
  /// Two names on one number are two people.
  public func citizen(for caller: Identity) throws -> CitizenID {
    if let phone = caller.phone {
      for known in try vault.find(phone: phone) {
        let name = try vault.identity(of: known).name
        if caller.name == nil || name == nil || name == caller.name { return CitizenID(known) }
      }
    }
    let id = try newID()
    try vault.enrol(caller, id: id, at: now.milliseconds)
    return CitizenID(id)
  }

  /// The complained-against party as a record: one and the same for the same exact name.
  public func party(_ party: Identity?) throws -> CitizenID? {
    guard let party, let name = party.name else { return nil }
    if let known = try vault.find("party", name).first { return CitizenID(known) }
    let id = try newID()
    try vault.enrol(party, id: id, at: now.milliseconds)
    try vault.index("party", name, id)
    return CitizenID(id)
  }
}
