import Casework
import Profiles
import Web
import Workdays

/// The draft: each change in words, what is wrong, what it would have done, and the release.
struct DraftPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk
  private let faults: [DraftFault]

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk, _ faults: [DraftFault]) {
    (self.frame, self.endpoints, self.faults) = (frame, endpoints, faults)
  }

  private var language: Language { frame.language }
  private var view: DraftView { frame.view }

  func render(_ values: SubmittedForm, _ problem: (any Problem)?) -> HTML {
    let title = Phrase("方案草稿", "The draft")
    guard let draft = view.draft, frame.hasChanges else {
      let empty = EmptyState.render(
        Phrase("草稿没有改动。", "The draft changes nothing."),
        then: Phrase(
          "修改时限、单位或其他部分，改动会集中在这里，看过、预演、发布后才生效。",
          "Change a limit, a unit or another part: the changes gather here and hold once they are released."),
        link: frame.mayEdit ? (Paths.profileLimits, Phrase("查看时限", "See the limits")) : nil, language: language)
      return frame.page(title, .draft, empty)
    }
    let file: HTML = "<a class=\"secondary\" href=\"\(Paths.profileDraft)/file\">\(Phrase("导出草稿", "Export the draft"), language)</a>"
    let side: HTML = "\(preview)\(release(values, problem))\(check)\(discard)"
    let body: HTML = """
      \(frame.summary(problem, DraftForm.release))\(FaultList.render(faults, frame, whole: true))\(overtaken)
      <div class="columns"><div>\(about(draft))\(changes(draft))</div><aside class="stack">\(side)</aside></div>
      """
    return frame.page(title, .draft, add: file, body)
  }

  private func about(_ draft: ProfileDraft) -> HTML {
    let by = frame.call.references.name(ofAccount: draft.openedBy.value) ?? draft.openedBy.value
    return frame.note(
      Phrase(
        "对照第 \(view.base.version) 版（\(view.base.effective.phrase.zh) 起），\(by) 起草于 \(draft.openedAt.phrase.zh)。",
        "Beside release \(view.base.version) (from \(view.base.effective.phrase.en)); begun by \(by), \(draft.openedAt.phrase.en)."
      ))
  }

  /// A release came in between, and where it and the draft change the same, somebody must look.
  private var overtaken: HTML {
    guard view.isOvertaken else { return .empty }
    guard !view.contested.isEmpty else {
      let words = Phrase(
        "起草之后发布了第 \(view.base.version) 版；它与草稿改动的部分不同，草稿已自动对照新版本。",
        "Release \(view.base.version) came after the draft was begun; it changed other parts, and the draft is shown beside it.")
      return "<div class=\"notice\"><p>\(words, language)</p></div>"
    }
    let parts = view.contested.joined(separator: "、")
    let words = Phrase(
      "起草之后发布的第 \(view.base.version) 版也改了：\(parts)。下面的“现行”已是新版本；逐项看过后，以草稿为准，或撤回该项改动。",
      "Release \(view.base.version), which came after the draft was begun, changed the same: \(parts). “Now” below is the new release; look at each, then let the draft stand or take the change back."
    )
    let button = when(frame.mayEdit) { frame.button(endpoints.rebaseDraft, to: "\(Paths.profileDraft)/rebase") }
    return "<div class=\"notice refused\"><p>\(words, language)</p><p>\(button)</p></div>"
  }

  private func changes(_ draft: ProfileDraft) -> HTML {
    let heads = [
      Phrase("部分", "Part"), Phrase("内容", "What"), Phrase("现行", "Now"), Phrase("改为", "Then"), Phrase("谁改的", "By"), Phrase("", ""),
    ]
    var undone: Set<String> = []
    let rows = view.changes.map { change -> [HTML] in
      let part = change.part.flatMap { draft[$0] }
      // Lines of one part are taken back together: one button for them all.
      let first = change.part.map { undone.insert($0).inserted } ?? false
      let undo = when(frame.mayEdit && first && part != nil) {
        frame.button(
          endpoints.undoEdit, to: "\(Paths.profileDraft)/undo", label(change, in: view.changes), hidden: [("part", change.part ?? "")],
          look: "quiet")
      }
      return [
        "\(change.section.phrase, language)",
        "<strong>\(change.subject, language)</strong>\(frame.mark(change.what == .changed ? nil : change.what))",
        "\(change.before, language)", "\(when(change.after) { "<strong>\($0, language)</strong>" })",
        "\(when(part) { "<span class=\"soft\">\($0.by.value) <span class=\"when\">\($0.at, language)</span></span>" })", undo,
      ]
    }
    return frame.table(Phrase("\(view.changes.count) 处改动", "\(view.changes.count) change(s)"), heads, rows)
  }

  private func label(_ change: ProfileChange, in all: [ProfileChange]) -> Phrase {
    let same = all.filter { $0.part == change.part }.count
    return same > 1 ? Phrase("撤回这 \(same) 处", "Take these \(same) back") : Phrase("撤回", "Take back")
  }

  private var preview: HTML {
    let words = Phrase(
      "如果上个月就按草稿办：哪些工单的期限会变，提前或推后多少；多少件曾因草稿改动的情形不予受理。",
      "Had it held last month: which orders would have had another deadline, and by how much; how many were turned away for a ground that it changes."
    )
    let link = Phrase("用最近一个月预演", "Preview on the last month")
    return frame.panel(
      Phrase("预演", "Preview"), "\(frame.note(words))<p><a class=\"secondary\" href=\"\(Paths.profilePreview)\">\(link, language)</a></p>")
  }

  private var check: HTML {
    guard faults.isEmpty else { return .empty }
    let words = Phrase("没有错误；与命令行 lianxin profile check 是同一检查。", "Nothing is wrong: the same check as lianxin profile check.")
    return frame.panel(
      Phrase("检查", "Check"), "<p><span class=\"lamp on-time\">● \(Phrase("通过", "Passed"), language)</span></p>\(frame.note(words))")
  }

  private func release(_ values: SubmittedForm, _ problem: (any Problem)?) -> HTML {
    guard frame.mayEdit, faults.isEmpty, view.contested.isEmpty else { return .empty }
    let first = max(frame.call.now.day, view.base.effective)
    let shown = values["effective"] == nil ? SubmittedForm([("effective", first.description)]) : values
    let form = frame.form(endpoints.releaseDraft, to: "\(Paths.profileDraft)/release", values: shown, problems: problem?.fields ?? [])
    return frame.panel(Phrase("发布", "Release"), form, id: "release")
  }

  private var discard: HTML {
    when(frame.mayEdit) {
      frame.panel(Phrase("放弃", "Discard"), frame.button(endpoints.discardDraft, to: "\(Paths.profileDraft)/discard"), id: "discard")
    }
  }
}
