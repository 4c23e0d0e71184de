/// The only place that spells the path of a page. Numbers and words of the profile are escaped as they come in.
public enum Paths {
  public static let home = "/"
  public static let login = "/login"
  public static let logout = "/logout"
  public static let language = "/language"
  public static let size = "/size"
  public static let contrast = "/contrast"
  /// The look: type, colours and every component in every state.
  public static let design = "/design"
  /// Where live updates come from.
  public static let live = "/events"
  public static let search = "/search"
  public static let password = "/password"
  /// Where a sign-in is sent.
  public static let sessions = "/sessions"
  /// One's own account.
  public static let ownAccount = "/account"
  public static let ownTokens = "/account/tokens"
  public static func ownTokenRevocation(_ id: Int64) -> String { "\(ownTokens)/\(id)/revocation" }

  /// The sign-in page that comes back to `next` afterwards.
  public static func login(next: String) -> String { next == home ? login : "\(login)?next=\(percentEncoded(next))" }

  /// The desk of one role: `/desk/dispatcher`.
  public static func desk(_ name: String) -> String { "/desk/\(percentEncoded(name))" }

  // Desks
  public static func desk(_ name: String, tab: String) -> String { "\(desk(name))?tab=\(percentEncoded(tab))" }
  public static func deskFilters(_ name: String) -> String { "\(desk(name))/filters" }
  public static func deskFilterRemoval(_ name: String, _ id: Int64) -> String { "\(deskFilters(name))/\(id)/removal" }
  /// That an alert was seen.
  public static func alert(_ id: Int64) -> String { "/alerts/\(id)/acknowledgement" }
  public static let instructionsPart = "/supervision/parts/instructions"
  public static let failingRulesPart = "/catalogue/parts/failing"
  /// Several orders at once: to the units that the catalogue proposes, signed for by their unit.
  public static let dispatchSeveral = "/dispatching"
  public static let signSeveral = "/signing"

  // Appeals
  public static let appeals = "/appeals"
  /// Where an agent records one.
  public static let newAppeal = "/appeals/new"
  /// The console, ready for the next one, naming what has just been done.
  public static func newAppeal(after number: String) -> String { "\(newAppeal)?done=\(percentEncoded(number))" }
  /// What is likely, while one is taken down.
  public static let suggestions = "/suggestions"
  public static func appeal(_ number: String) -> String { "/appeals/\(percentEncoded(number))" }
  /// `refusal`, `merger`, …
  public static func appealAction(_ number: String, _ noun: String) -> String { "\(appeal(number))/\(noun)" }
  /// A letter to print; with the order of which it tells.
  public static func letter(_ appeal: String, _ occasion: String, order: String?) -> String {
    asking("\(self.appeal(appeal))/letters/\(occasion)", order.map { [(name: "order", value: $0)] } ?? [])
  }
  public static func appealFragment(_ number: String, _ name: String) -> String { "\(appeal(number))/parts/\(name)" }

  // Orders
  public static let orders = "/orders"
  public static func order(_ number: String) -> String { "/orders/\(percentEncoded(number))" }
  /// `signature`, `feedback`, …
  public static func orderAction(_ number: String, _ noun: String) -> String { "\(order(number))/\(noun)" }
  public static func orderFragment(_ number: String, _ name: String) -> String { "\(order(number))/parts/\(name)" }
  /// The frozen case volume, for printing.
  public static func volume(_ number: String) -> String { "\(order(number))/volume" }
  public static func attachment(_ id: Int64) -> String { "/attachments/\(id)" }

  // Supervision
  public static let supervision = "/supervision"
  public static let urgeSeveral = "/supervision/urging"
  public static let measures = "/measures"
  public static let newMeasure = "/measures/new"
  public static let criticisms = "/criticisms"
  public static func measure(_ number: String) -> String { "/measures/\(percentEncoded(number))" }
  public static func measureAction(_ number: String, _ noun: String) -> String { "\(measure(number))/\(noun)" }
  public static func measurePhotograph(_ number: String, _ id: Int64) -> String { "\(measure(number))/photographs/\(id)" }

  // Figures, the map and the wall
  public static let figures = "/figures"
  /// The cases that a figure is made of.
  public static let figureCases = "/figures/cases"
  public static let map = "/map"
  public static let wall = "/wall"
  public static let wallNow = "/wall/now"
  /// The same on a display where nobody is signed in; `now` and `incident` below it.
  public static func display(_ token: String) -> String { "/wall/displays/\(percentEncoded(token))" }
  public static let displays = "/admin/displays"
  public static let runningIncident = "/measures/parts/incident"
  /// A path with what is asked behind it.
  public static func asking(_ path: String, _ query: [(name: String, value: String)]) -> String {
    query.isEmpty ? path : "\(path)?\(query.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }.joined(separator: "&"))"
  }

  // The dispatch catalogue
  public static let catalogue = "/catalogue"
  public static let catalogueNew = "/catalogue/new-rule"
  public static func catalogueRule(_ id: String) -> String { "/catalogue/rules/\(percentEncoded(id))" }
  public static let catalogueDraft = "/catalogue/draft"
  public static let catalogueTrial = "/catalogue/draft/trial"
  public static let catalogueFailures = "/catalogue/failures"
  public static let catalogueDeclined = "/catalogue/declined-proposals"
  public static let precedents = "/precedents"
  public static let objections = "/objections"

  // The citizens' portal
  public static let portal = "/portal"
  public static let portalNew = "/portal/appeals/new"
  public static let portalAppeals = "/portal/appeals"
  public static let portalFollow = "/portal/follow"
  public static let portalScope = "/portal/scope"
  public static let portalFigures = "/portal/figures"
  public static let portalMatters = "/portal/matters"
  public static func portalMatter(_ id: Int64) -> String { "/portal/matters/\(id)" }
  public static let portalAnswers = "/portal/answers"
  public static func portalAnswer(_ id: Int64) -> String { "/portal/answers/\(id)" }
  public static let portalSurroundings = "/portal/surroundings"
  public static let portalLeave = "/portal/leave"
  public static func portalAppeal(_ number: String) -> String { "/portal/appeals/\(percentEncoded(number))" }
  public static func portalLetter(_ appeal: String, _ occasion: String, order: String?) -> String {
    asking("\(portalAppeal(appeal))/letters/\(occasion)", order.map { [(name: "order", value: $0)] } ?? [])
  }
  public static func portalAction(_ number: String, _ noun: String) -> String { "\(portalAppeal(number))/\(noun)" }

  // Administration
  public static let admin = "/admin"
  public static let accounts = "/admin/accounts"
  public static func account(_ id: String) -> String { "/admin/accounts/\(percentEncoded(id))" }
  public static let calendar = "/admin/calendar"
  public static func recount(_ id: Int64) -> String { "\(calendar)/recounts/\(id)" }

  // The books
  public static let bookChecks = "/admin/book-checks"
  public static let bookChecksNow = "/admin/book-checks/now"

  // The profile in the browser
  public static let profile = "/admin/profile"
  public static let profileUnits = "/admin/profile/units"
  public static let profileNewUnit = "/admin/profile/new-unit"
  public static func profileUnit(_ id: String) -> String { "\(profileUnits)/\(percentEncoded(id))" }
  public static let profileAreas = "/admin/profile/areas"
  public static func profileArea(_ id: String) -> String { "\(profileAreas)/\(percentEncoded(id))" }
  public static let profileLimits = "/admin/profile/limits"
  public static let profileNewLimit = "/admin/profile/new-limit"
  public static func profileLimit(_ place: Int) -> String { "\(profileLimits)/\(place)" }
  public static let profileCalendar = "/admin/profile/calendar"
  public static let profileLadder = "/admin/profile/ladder"
  public static let profileNewRung = "/admin/profile/new-rung"
  public static func profileRung(_ place: Int) -> String { "\(profileLadder)/\(place)" }
  public static let profileScope = "/admin/profile/scope"
  public static let profileRefusals = "/admin/profile/refusals"
  public static let profileNewRefusal = "/admin/profile/new-refusal"
  public static func profileRefusal(_ code: String) -> String { "\(profileRefusals)/\(percentEncoded(code))" }
  public static func profileList(_ name: String) -> String { "/admin/profile/lists/\(name)" }
  public static let profilePolicy = "/admin/profile/policy"
  public static let profileGuides = "/admin/profile/guides"
  public static let profileNewGuide = "/admin/profile/new-guide"
  public static func profileGuide(_ place: Int) -> String { "\(profileGuides)/\(place)" }
  public static let profileLetters = "/admin/profile/letters"
  public static func profileLetter(_ occasion: String) -> String { "\(profileLetters)/\(percentEncoded(occasion))" }
  public static let profileFormulas = "/admin/profile/formulas"
  public static let profileNewFormula = "/admin/profile/new-formula"
  public static let profileFormulaTrial = "/admin/profile/formula-trial"
  public static func profileFormula(_ key: String) -> String { "\(profileFormulas)/\(percentEncoded(key))" }
  public static let profileDraft = "/admin/profile/draft"
  public static let profilePreview = "/admin/profile/draft/preview"
  public static let profileReleases = "/admin/profile/releases"
  public static func profileRelease(_ number: Int) -> String { "\(profileReleases)/\(number)" }
  public static let profileCompare = "/admin/profile/comparison"
  public static func profileComparison(_ from: Int, _ to: Int) -> String { "\(profileCompare)?from=\(from)&to=\(to)" }

  /// The same name in the programming interface: `/api/v1/orders`.
  public static func api(_ path: String) -> String { "/api/v1/\(path)" }

  /// A page of ours that a form may name to go on with; anything else is the home page.
  public static func inside(_ path: String?) -> String {
    guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.count <= 500,
      path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C })
    else { return home }
    return path
  }

  /// A path with its placeholders filled in.
  public static func filled(_ pattern: String, _ parameters: [String: String]) -> String {
    let segments = pattern.split(separator: "/").map { segment -> String in
      guard segment.hasPrefix("{"), segment.hasSuffix("}") else { return String(segment) }
      return percentEncoded(parameters[String(segment.dropFirst().dropLast())] ?? "")
    }
    return "/\(segments.joined(separator: "/"))"
  }
}
