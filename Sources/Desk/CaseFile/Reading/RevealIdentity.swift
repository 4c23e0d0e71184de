import Casework
import Ledger
import Store
import Vault
import Workdays

/// What may be looked at of a person.
public enum RevealField: String, CaseIterable, Sendable, Worded {
  case name, phone, address
  /// The name of the complained-against party.
  case against

  public var phrase: Phrase {
    switch self {
    case .name: Phrase("姓名", "Name")
    case .phone: Phrase("电话", "Phone")
    case .address: Phrase("地址", "Address")
    case .against: Phrase("被反映方", "Complained-against party")
    }
  }
}

/// Looks at personal data of an appeal, with a reason that stays on record: 查看个人信息. The values are no part of the
/// receipt, which may be remembered: they are read afterwards.
struct RevealIdentity: Verb {
  let appeal: String
  let fields: [RevealField]
  let reason: String

  func perform(in session: LedgerSession) throws -> AppealReceipt {
    guard !fields.isEmpty else { throw CaseworkProblem.field("fields", "请选择要查看的内容。", "Choose what to look at.") }
    let reader = CaseReader(session.sql, session.vault)
    let found = try reader.appeal(appeal).thing
    let sides = try reader.sides(of: found, for: session.actor, in: session.profile.units)
    guard !sides.isEmpty else { throw CaseworkProblem.appeal(appeal) }
    let after = try session.change(Appeal.self, found.id.value, .reveal, standing: sides) { appeal in
      let reason = try session.keep(reason, for: appeal.matter.citizen)
      return [.revealed(fields: fields.map(\.rawValue), reason: reason)]
    }
    return AppealReceipt(after)
  }
}

extension CaseReader {
  /// The clear values of these fields; of what is not known, nothing.
  func clear(_ appeal: String, _ fields: [RevealField]) throws -> [(field: RevealField, value: String)] {
    let matter = try self.appeal(appeal).thing.matter
    let person = try vault.identity(of: matter.citizen.value)
    return try fields.compactMap { field in
      let value =
        switch field {
        case .name: person.name
        case .phone: person.phone
        case .address: person.address
        case .against: try matter.against.flatMap { try vault.identity(of: $0.value).name }
        }
      return value.map { (field, $0) }
    }
  }
}
