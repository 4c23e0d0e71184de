import Casework
import Workdays

/// Who may call an endpoint. Stands on the endpoint's line, so that the table of a stage says it at a glance.
public enum Access: Sendable, Hashable {
  /// Everybody; who is signed in is known.
  case anyone
  /// Everybody, always as a citizen, whoever is signed in. What proves to be one's own case is the handler's matter.
  case citizen
  case signedIn
  /// Whoever has one of these roles.
  case roles(Set<Role>)

  /// Whether it needs nobody to be signed in.
  public var isOpen: Bool { self == .anyone || self == .citizen }

  public func admits(_ actor: Actor?) -> Bool {
    switch self {
    case .anyone, .citizen: true
    case .signedIn: actor != nil
    case .roles(let roles): actor.map { !$0.roles.isDisjoint(with: roles) } ?? false
    }
  }

  /// The roles in words, for the sentence that refuses.
  var phrase: Phrase {
    guard case .roles(let roles) = self else { return Phrase("登录用户", "people who are signed in") }
    let words = Role.allCases.filter(roles.contains).map(\.phrase)
    return Phrase(words.map(\.zh).joined(separator: "、"), words.map(\.en).joined(separator: ", "))
  }
}
