import Casework
import Profiles
import Web
import Workdays

/// What is wrong in the draft, as the check of the command line says it, each with its place and the way there.
enum FaultList {
  static func render(_ faults: [DraftFault], _ frame: ProfileFrame, whole: Bool = false) -> HTML {
    guard !faults.isEmpty else { return .empty }
    let words =
      whole
      ? Phrase(
        "草稿有 \(faults.count) 处错误，更正后才能发布：", "The draft is wrong in \(faults.count) place(s); it can be released once this is mended:")
      : Phrase("这里有 \(faults.count) 处错误：", "\(faults.count) thing(s) are wrong here:")
    let items = HTML.each(faults) { fault -> HTML in
      let place = Phrase("第 \(fault.problem.line) 行", "line \(fault.problem.line)")
      let link = when(path(to: fault)) { (path: String) -> HTML in " <a href=\"\(path)\">\(Phrase("去更正", "Mend it"), frame.language)</a>" }
      return """
        <li>\(fault.problem.advice, frame.language)\(link) <span class="soft">\(place, frame.language) \
        <code>\(fault.path.joined(separator: " › "))</code></span></li>
        """
    }
    return "<div class=\"notice refused\"><p>\(words, frame.language)</p><ul>\(items)</ul></div>"
  }

  /// The page on which it can be mended.
  private static func path(to fault: DraftFault) -> String? {
    let second = fault.path.dropFirst().first
    switch (fault.path.first, second) {
    case ("limits", let place?): return Int(place).map { Paths.profileLimit($0 + 1) }
    case ("limits", nil): return Paths.profileLimits
    case ("units", let id?): return Paths.profileUnit(id)
    case ("ladder", let place?): return Int(place).map { Paths.profileRung($0 + 1) }
    case ("ladder", nil): return Paths.profileLadder
    case ("units", nil): return Paths.profileUnits
    case ("calendar", _): return Paths.profileCalendar
    case ("policy", _): return second == "refusals" || second == "accepted" ? Paths.profileScope : Paths.profilePolicy
    case ("letters", let occasion?): return Paths.profileLetter(occasion)
    case ("formulas", let key?): return Paths.profileFormula(key)
    case ("catalogue", _): return fault.path.count > 2 ? Paths.catalogueRule(fault.path[2]) : Paths.catalogue
    default: return nil
    }
  }
}
