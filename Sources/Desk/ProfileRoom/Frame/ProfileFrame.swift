import Casework
import Profiles
import Web
import Workdays

/// What every page of the profile has: title, tabs, the draft's standing, and how its forms are made.
struct ProfileFrame {
  enum Tab { case overview, units, areas, limits, calendar, ladder, policy, scope, guides, letters, formulas, draft, releases }

  let view: DraftView
  let call: Call
  let words: PolicyWords

  init(_ view: DraftView, _ call: Call) {
    (self.view, self.call) = (view, call)
    words = PolicyWords(view.profile)
  }

  var language: Language { call.language }
  var mayEdit: Bool { ProfileDesk.editors.admits(call.actor) }
  var profile: Profile { view.profile }
  /// A draft is open and says something.
  var hasChanges: Bool { view.draft.map { !$0.parts.isEmpty } ?? false }

  func page(_ title: Phrase, _ tab: Tab, add: HTML = .empty, _ body: HTML) -> HTML {
    let content: HTML = """
      <div class="profile">
      <header class="page-head"><h1>\(title, language)</h1>\(add)</header>
      \(tabs(tab))
      \(standing(tab))
      \(body)
      </div>
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.profile, body: content)
  }

  private func tabs(_ tab: Tab) -> HTML {
    let changes = hasChanges ? view.changes.count : nil
    return Tabs.render(
      [
        .init(Paths.profile, Phrase("总览", "Overview"), isCurrent: tab == .overview),
        .init(Paths.profileLimits, Phrase("时限", "Limits"), count: profile.limits.rules.count, isCurrent: tab == .limits),
        .init(Paths.profileUnits, Phrase("单位", "Units"), count: profile.units.units.count, isCurrent: tab == .units),
        .init(Paths.profileAreas, Phrase("区域", "Areas"), count: profile.areas.count, isCurrent: tab == .areas),
        .init(Paths.profileCalendar, Phrase("工作时间", "Working time"), isCurrent: tab == .calendar),
        .init(Paths.profileLadder, Phrase("时限节点", "Ladder"), count: profile.policy.ladder.count, isCurrent: tab == .ladder),
        .init(Paths.profilePolicy, Phrase("办理政策", "Policy"), isCurrent: tab == .policy),
        .init(Paths.profileScope, Phrase("受理范围", "Scope"), isCurrent: tab == .scope),
        .init(Paths.profileGuides, Phrase("登记向导", "Guides"), count: profile.guides.count, isCurrent: tab == .guides),
        .init(Paths.profileLetters, Phrase("函件", "Letters"), count: profile.letters.count, isCurrent: tab == .letters),
        .init(Paths.profileFormulas, Phrase("统计公式", "Formulas"), count: profile.formulas.count, isCurrent: tab == .formulas),
        .init(Paths.profileDraft, Phrase("草稿", "Draft"), count: changes, isCurrent: tab == .draft),
        .init(Paths.profileReleases, Phrase("版本", "Releases"), isCurrent: tab == .releases),
      ], language: language)
  }

  /// What one looks at: the release, or the release with the draft's changes.
  private func standing(_ tab: Tab) -> HTML {
    guard tab != .draft, tab != .releases, tab != .overview else { return .empty }
    guard mayEdit else {
      let words = Phrase("只读：由系统管理员修改和发布。", "To read only: the administrator edits and releases.")
      return "<p class=\"soft\">\(words, language)</p>"
    }
    let base = view.base.version
    let words =
      hasChanges
      ? Phrase("所见为第 \(base) 版加草稿中的改动。", "You see release \(base) with the draft's changes.")
      : Phrase(
        "所见为第 \(base) 版；任何改动先写入草稿，发布后才生效。", "You see release \(base); every change goes into a draft first and holds once that is released."
      )
    let link = when(hasChanges) { " <a href=\"\(Paths.profileDraft)\">\(Phrase("查看草稿", "See the draft"), language)</a>" }
    return "<p class=\"soft\">\(words, language)\(link)</p>"
  }

  func panel(_ title: Phrase, _ body: HTML, id: String? = nil) -> HTML { Panel.render(title, body, id: id, language: language) }

  func facts(_ pairs: [(Phrase, HTML?)]) -> HTML { Facts.render(pairs, language: language) }

  func table(_ caption: Phrase, _ heads: [Phrase], _ rows: [[HTML]]) -> HTML {
    CardTable.render(caption, heads, rows, language: language)
  }

  func say(_ phrase: Phrase) -> HTML { "\(phrase, language)" }

  func note(_ phrase: Phrase) -> HTML { "<p class=\"soft\">\(phrase, language)</p>" }

  /// Changed, new, out: what the draft makes of something.
  func mark(_ what: ProfileChange.What?) -> HTML {
    when(what) { " <span class=\"tag\">\($0.phrase, language)</span>" }
  }

  /// The same, told by what the draft and the release have.
  func mark<Part: Equatable>(_ now: Part?, was old: Part?) -> HTML {
    guard now != old else { return .empty }
    return mark(old == nil ? .added : now == nil ? .removed : .changed)
  }

  /// The way to a new one of a list, for whoever may write it.
  func adding(_ label: Phrase, at path: String) -> HTML {
    when(mayEdit) { "<a class=\"primary\" href=\"\(path)\">\(label, language)</a>" }
  }

  func summary(_ problem: (any Problem)?, _ form: Form) -> HTML {
    when(problem) { ErrorSummary.render($0, by: form, call.visitor) }
  }
}

extension ProfileFrame {
  /// The version of the draft that this page shows; forms send it along.
  var seen: HTML { "<input type=\"hidden\" name=\"seen\" value=\"\(view.version)\">" }

  /// A form whose controls stand one below the other, with what it was shown against.
  func form(
    _ endpoint: Endpoint, to path: String, values: SubmittedForm = .empty, problems: [FieldProblem] = [], scope: String = "",
    fields: (Field) -> Field = { $0 }
  ) -> HTML {
    var shown = endpoint
    shown.form = Form(endpoint.form.fields.filter { $0.name != "seen" }.map(fields))
    return ActionForm.render(
      shown, to: path, for: call.visitor, references: call.references, values: values, problems: problems, scope: scope,
      fixed: ["seen": String(view.version)])
  }

  /// One button that does one thing to the draft as it is shown.
  func button(_ endpoint: Endpoint, to path: String, _ label: Phrase? = nil, hidden: [(String, String)] = [], look: String = "secondary")
    -> HTML
  {
    """
    <form class="one" method="post" action="\(path)">\(ActionForm.token(call.visitor))\
    <input type="hidden" name="\(SubmittedForm.keyName)" value="\(randomToken(bytes: 12))">\(seen)\
    \(HTML.each(hidden) { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" })\
    <button class="\(look)">\(label ?? endpoint.summary, language)</button></form>
    """
  }

  /// What can be done to a line of a list: changing it at its own page, taking it out, and what else is given.
  func actions(at path: String, dropping drop: Endpoint, _ more: HTML = .empty) -> HTML {
    guard mayEdit else { return .empty }
    let drop = button(drop, to: "\(path)/removal", Phrase("删去", "Take out"), look: "quiet")
    return "<span class=\"row-actions\"><a href=\"\(path)\">\(Phrase("修改", "Change"), language)</a>\(more)\(drop)</span>"
  }

  /// What the draft changes in these parts of the profile; nothing where it leaves them as they are.
  func changed(_ parts: String...) -> HTML {
    let own = view.changes.filter { change in change.part.map(parts.contains) ?? false }
    guard !own.isEmpty else { return .empty }
    let items = HTML.each(own) { "<li>\($0.sentence, language)</li>" }
    return panel(Phrase("草稿的改动", "Changed by the draft"), "<ul class=\"changes\">\(items)</ul>")
  }
}
