import Casework
import Workdays

/// One entry of the bar at the top of a page.
public struct NavigationItem: Sendable, Hashable {
  public let path: String
  public let label: Phrase
  /// How many things wait there.
  public let count: Int?

  public init(_ path: String, _ label: Phrase, count: Int? = nil) {
    self.path = path
    self.label = label
    self.count = count
  }
}

/// What every page shows around its matter: whose hotline this is, and where one can go.
public struct Surroundings: Sendable, Hashable {
  public let house: Phrase
  public let navigation: [NavigationItem]

  public init(house: Phrase, navigation: [NavigationItem] = []) {
    self.house = house
    self.navigation = navigation
  }

  public static let plain = Surroundings(house: Phrase("政务服务便民热线", "Public service hotline"))
}

/// Who looks at a page, and how they want to see it.
public struct Visitor: Sendable, Hashable {
  public let actor: Actor?
  public let language: Language
  /// The token that every form of this visitor carries.
  public let token: String
  /// Large print.
  public let large: Bool
  /// High contrast.
  public let contrast: Bool
  /// The page that is looked at, for the language switch to come back to.
  public let path: String
  public let surroundings: Surroundings
  /// What was done before this page.
  public var told: Toast?

  public init(
    actor: Actor? = nil, language: Language = .zh, token: String = "", large: Bool = false, contrast: Bool = false, path: String = "/",
    surroundings: Surroundings = .plain
  ) {
    self.actor = actor
    self.language = language
    self.token = token
    self.large = large
    self.contrast = contrast
    self.path = path
    self.surroundings = surroundings
  }
}
