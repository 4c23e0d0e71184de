import Casework
import Ledger
import Store
import Vault
import Workdays

/// What somebody may see of the citizens behind an order. Paper sees least: nobody knows who will hold it.
struct Sight: Sendable {
  enum Eyes: Sendable {
    case staff(Actor)
    case paper
  }

  let eyes: Eyes
  let units: Organisation

  init(_ actor: Actor, _ units: Organisation) {
    eyes = .staff(actor)
    self.units = units
  }

  private init(paper units: Organisation) {
    eyes = .paper
    self.units = units
  }

  static func paper(_ units: Organisation) -> Sight { Sight(paper: units) }

  /// Notes among colleagues stay on the screen.
  var readsNotes: Bool {
    if case .staff = eyes { true } else { false }
  }

  /// Whether this appeal may be seen through this order. The side that took it in sees it anyway; a unit that only has the
  /// order sees it unless either of them is confidential.
  func shows(_ appeal: Appeal, through order: Order) -> Bool {
    if case .staff(let actor) = eyes, !appeal.sides(of: actor, in: units).isEmpty { return true }
    return !order.matter.confidential && !appeal.matter.confidential
  }

  /// A complaint about a colleague is no case at all for that colleague and the group.
  func isKept(_ appeal: Appeal) -> Bool {
    if case .staff(let actor) = eyes { appeal.isKept(from: actor) } else { false }
  }

  /// Whether a note that `unit` wrote may be read. In a confidential case a unit reads its own side's notes only.
  func readsNote(of unit: UnitID, on order: Order) -> Bool {
    guard case .staff(let actor) = eyes else { return false }
    guard order.matter.confidential else { return true }
    return units.contains(order.matter.owner, below: actor.scope) || units.contains(unit, below: actor.scope)
  }
}

/// Texts of the vault, opened together; every rendering masks the numbers in them.
struct MaskedTexts: Sendable {
  private let texts: [Int64: String]
  /// Stands where a person's words were erased.
  static let erased = "〔内容已删除 · erased〕"

  init(_ ids: [TextID?], _ vault: Vault) throws {
    let wanted = Set(ids.compactMap { $0?.value }).sorted()
    texts = try vault.texts(wanted).mapValues { Masking.text($0) }
  }

  subscript(_ id: TextID) -> String { texts[id.value] ?? Self.erased }

  subscript(ifAny id: TextID?) -> String? {
    guard let id else { return nil }
    return self[id]
  }
}

extension MaskedTexts {
  func additions(of appeal: Appeal) -> [OrderFile.Said] {
    appeal.additions.map { OrderFile.Said(at: $0.at, text: self[$0.text], corrects: $0.corrects) }
  }
}

extension Appeal {
  /// Everything that the citizen said.
  var words: [TextID?] { [matter.title, matter.text] + additions.map { $0.text } }
}

/// A person as everybody may see them: `王**`, `138****5678`.
public struct MaskedPerson: Sendable, Hashable {
  public let name: String?
  public let phone: String?

  init(_ identity: Identity) {
    name = Masking.name(identity.name)
    phone = Masking.phone(identity.phone)
  }

  /// Empty for somebody who left neither.
  public var words: String { [name, phone].compactMap { $0 }.joined(separator: " ") }
}

extension Vault {
  /// The masked form of a person; of somebody erased nothing is left.
  func chip(of citizen: CitizenID) throws -> MaskedPerson {
    do {
      return MaskedPerson(try identity(of: citizen.value))
    } catch VaultProblem.erased {
      return MaskedPerson(Identity())
    }
  }
}
