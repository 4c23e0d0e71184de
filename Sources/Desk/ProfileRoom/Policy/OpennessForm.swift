import Casework
import Profiles
import Web
import Workdays

/// The form of what everybody may read at the portal. What is left out stays as it is; only on a page does a box that is not
/// ticked mean no.
enum OpennessForm {
  static let matters = Field(
    "open_matters", .list(of: .reference(.category), max: 100), Phrase("公开在办事项的类别", "Categories whose open matters are shown"),
    help: Phrase(
      "含其下级；只有地点和类型，没有任何人的原话。不选就不公开。",
      "With everything below; place and kind only, without anybody's words. What is not chosen is not shown."))
  static let more = Field(
    "more_matters", .list(of: .reference(.category), max: 20), Phrase("再加更细的类别", "Add finer categories"),
    help: Phrase("写路径，如 城乡建设/供热；几个用逗号隔开。", "Paths, their levels parted by slashes; several are parted by commas."))
  static let count = Field(
    "me_too_per_day", .whole(0...10_000), Phrase("同一网络每天可点“我也遇到了”", "“Me too” a day from one network"),
    help: Phrase("0 为不可点。", "0 allows none."))
  static let ticks: [Field] = [
    .tick(
      "answers", Phrase("公开答复", "Answers are public"),
      help: Phrase("由工作人员选定，另拟标题。", "Those that staff chose, under titles of their own.")),
    .tick("figures", Phrase("公开每月数字", "The month's figures are public")),
  ]
  static let form = Form(ticks + [count, matters, more, ProfileDesk.seen])

  /// - Parameter ticked: whether saying nothing about a box means no.
  static func openness(_ input: Input, _ old: OpennessPolicy, ticked: Bool) -> OpennessPolicy {
    var new = old
    new.answers = input.optionalFlag("answers") ?? (ticked ? false : old.answers)
    new.figures = input.optionalFlag("figures") ?? (ticked ? false : old.figures)
    if let count = input.whole("me_too_per_day") { new.meTooPerDay = Int(count) }
    let given = input.texts("open_matters").map { CategoryID($0) }
    let kept = ticked || input.has("open_matters") ? given : old.openMatters
    var seen: Set<CategoryID> = []
    new.openMatters = (kept + input.texts("more_matters").map { CategoryID($0) }).filter { seen.insert($0).inserted }
    return new
  }

  static func values(of openness: OpennessPolicy) -> SubmittedForm {
    var pairs = openness.openMatters.map { ("open_matters", $0.value) }
    pairs.append(("me_too_per_day", String(openness.meTooPerDay)))
    if openness.answers { pairs.append(("answers", "true")) }
    if openness.figures { pairs.append(("figures", "true")) }
    return SubmittedForm(pairs)
  }

  /// The categories of the first level, and the finer ones that are chosen, each in its place.
  static func choices(_ taxonomy: Taxonomy, chosen: [String]) -> [Choice] {
    taxonomy.roots.flatMap(\.all).filter { $0.id.path.count == 1 || chosen.contains($0.id.value) }
      .map { Choice($0.id.value, taxonomy.title(of: $0.id)) }
  }
}
