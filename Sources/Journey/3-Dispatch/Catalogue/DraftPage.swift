import Casework
import Profiles
import Web
import Workdays

/// The draft: each change beside what is in force, what is wrong with it, its trial, and the release.
struct DraftPage {
  private let frame: CatalogueFrame
  private let around: CatalogueDesk.Around
  private let endpoints: CatalogueDesk

  init(profile: Profile, call: Call, around: CatalogueDesk.Around, endpoints: CatalogueDesk) {
    frame = CatalogueFrame(profile: profile, call: call, around: around)
    self.around = around
    self.endpoints = endpoints
  }

  private var language: Language { frame.language }
  private var call: Call { frame.call }

  func render(_ faults: [CatalogueFault], _ catalogue: Catalogue) -> HTML {
    guard let draft = around.draft else {
      let empty = EmptyState.render(
        Phrase("现在没有草稿。", "There is no draft."),
        then: Phrase(
          "修改、新增或停用一条规则，就会起草下一版；试运行后再发布。", "Change, add or take out a rule and the next version is drafted; try it, then release it."),
        link: (Paths.catalogue, Phrase("查看规则", "See the rules")), language: language)
      return frame.page(Phrase("目录草稿", "The draft"), .draft, empty)
    }
    let title = Phrase("第 \(draft.number) 版草稿", "Draft of version \(draft.number)")
    let side: HTML = "\(trial(draft))\(release(faults))\(discard)"
    return frame.page(
      title, .draft,
      "<div class=\"columns\"><div>\(wrong(faults, catalogue))\(changes(draft))</div><aside class=\"stack\">\(side)</aside></div>")
  }

  private func wrong(_ faults: [CatalogueFault], _ catalogue: Catalogue) -> HTML {
    when(!faults.isEmpty) {
      let items = HTML.each(faults) { fault -> HTML in
        let rule = fault.rule.map { catalogue.rules[$0].id }
        let link = when(rule) { "<a href=\"\(Paths.catalogueRule($0))\">\($0)</a> " }
        return "<li>\(link)\(fault.advice, language)</li>"
      }
      let words = Phrase("草稿有错误，更正后才能发布：", "The draft is wrong; it can be released once this is mended:")
      return "<div class=\"notice refused\"><p>\(words, language)</p><ul>\(items)</ul></div>"
    }
  }

  private func changes(_ draft: CatalogueRevision) -> HTML {
    let heads = [
      Phrase("事项", "Matter"), Phrase("改动", "Change"), Phrase("现行", "Now"), Phrase("改为", "Then"), Phrase("依据", "Basis"), Phrase("", ""),
    ]
    let rows = draft.amendments.map { amendment -> [HTML] in
      let old = frame.profile.catalogue[amendment.id]
      let what = amendment.rule == nil ? Phrase("停用", "Out") : old == nil ? Phrase("新增", "New") : Phrase("修改", "Changed")
      let undo = ActionForm.button(endpoints.undoRule, to: "\(Paths.catalogueRule(amendment.id))/undo", for: call.visitor)
      return [
        "<a class=\"rule\" href=\"\(Paths.catalogueRule(amendment.id))\">\(when(amendment.rule ?? old) { frame.matters($0) })</a>",
        "<span class=\"tag\">\(what, language)</span>", "\(when(old) { units($0) })",
        "\(when(amendment.rule) { "<strong>\(units($0))</strong>" })",
        "\(amendment.rule?.basis, language)", undo,
      ]
    }
    guard !rows.isEmpty else { return EmptyState.render(Phrase("草稿没有改动。", "The draft changes nothing."), language: language) }
    return frame.table(Phrase("改动", "Changes"), heads, rows)
  }

  private func units(_ rule: CatalogueRule) -> HTML {
    let helpers = rule.assist.map(frame.name).joined(separator: "、")
    return "\(frame.name(rule.lead))\(when(!helpers.isEmpty) { " <span class=\"soft\">＋\(helpers)</span>" })"
  }

  private func trial(_ draft: CatalogueRevision) -> HTML {
    let figures = when(draft.trial) { figures -> HTML in
      let path = "\(Paths.catalogueTrial)?from=\(figures.from)&to=\(figures.to)"
      return """
        \(TrialPage.figures(figures, frame))
        <p><a class="secondary" href="\(path)">\(Phrase("逐件查看", "See them one by one"), language)</a></p>
        """
    }
    let words = Phrase("用已派出的工单检验：哪些会派到别处。", "Tried on orders that went out: which would have gone elsewhere?")
    let form = ActionForm.render(endpoints.tryDraft, to: Paths.catalogueTrial, for: call.visitor, references: call.references)
    return frame.panel(Phrase("试运行", "Trial"), "<p class=\"soft\">\(words, language)</p>\(figures)\(form)", id: "trial")
  }

  private func release(_ faults: [CatalogueFault]) -> HTML {
    guard faults.isEmpty, endpoints.releaseDraft.who.admits(call.actor) else { return .empty }
    let form = ActionForm.render(
      endpoints.releaseDraft, to: "\(Paths.catalogueDraft)/release", for: call.visitor, references: call.references)
    return frame.panel(Phrase("发布", "Release"), form, id: "release")
  }

  private var discard: HTML {
    frame.panel(
      Phrase("放弃", "Discard"), ActionForm.button(endpoints.discardDraft, to: "\(Paths.catalogueDraft)/discard", for: call.visitor),
      id: "discard")
  }
}
