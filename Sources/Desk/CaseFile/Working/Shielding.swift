import Casework
import Ledger
import Vault

/// Words that the unit will read. In a confidential case the unit must not learn who spoke, whoever writes it down.
extension LedgerSession {
  /// Keeps a text of an order. Where the case is confidential the speaker's name and address are hidden in it; the citizen's own
  /// words, which the unit does not see, keep them.
  public func keep(_ text: String, on matter: OrderMatter) throws -> TextID {
    try keep(text, for: matter.citizen, confidential: matter.confidential)
  }

  public func keep(_ text: String, for citizen: CitizenID, confidential: Bool) throws -> TextID {
    guard confidential else { return try keep(text, for: citizen) }
    let speaker = try identity(citizen)
    var shielded = Masking.name(speaker.name, in: text)
    if let address = speaker.address, address.count > 1 { shielded = shielded.replacing(address, with: "〔住址已隐去〕") }
    return try keep(shielded, for: citizen)
  }

  public func keepIfAny(_ text: String?, on matter: OrderMatter) throws -> TextID? {
    guard let text, !text.isEmpty else { return nil }
    return try keep(text, on: matter)
  }

  /// Of somebody erased nothing is known that could be told.
  private func identity(_ citizen: CitizenID) throws -> Identity {
    do {
      return try vault.identity(of: citizen.value)
    } catch VaultProblem.erased {
      return Identity()
    }
  }
}
