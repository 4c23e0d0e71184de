import Casework
import Profiles
import Web
import Workdays

/// What the draft's changes of what is not taken would have met, counted piece by piece while one looks.
struct RefusalPart {
  let run: RefusalRun
  let frame: ProfileFrame

  private var language: Language { frame.language }

  /// - Parameter next: where the next piece begins; it asks for that by itself, and without scripts that is a link.
  func render(_ figures: RefusalRun.Figures, next: PreviewPlace?, whole: Bool) -> HTML {
    let (seen, refused) = (figures.seen.grouped, figures.refused.values.reduce(0, +).grouped)
    let sentence =
      whole
      ? Phrase(
        "这段时间收到的 \(seen) 件诉求中，\(refused) 件曾因草稿改动的情形不予受理。",
        "Of \(seen) appeals of that time, \(refused) were turned away for a ground that the draft changes.")
      : Phrase("已看 \(seen) 件诉求，其中 \(refused) 件。", "\(seen) appeals seen so far, \(refused) among them.")
    let body: HTML = "<p><strong>\(sentence, language)</strong></p>\(table(figures))"
    guard !whole else { return "<div class=\"preview-figures refusals whole\" aria-live=\"polite\">\(body)</div>" }
    let cursor = next.map { "&after=\($0)" } ?? ""
    let path = "\(Paths.profilePreview)/refusals?from=\(run.from)&to=\(run.to)&seen=\(figures.seen)&refused=\(figures.text)\(cursor)"
    let words = Phrase("正在计数，离开本页即停止…", "Counting; it stops when you leave the page …")
    return """
      <div class="preview-figures refusals" hx-get="\(path)" hx-trigger="load" hx-swap="outerHTML">\(when(figures.seen > 0) { body })\
      <p class="soft"><a href="\(path)">\(words, language)</a></p></div>
      """
  }

  /// The whole part of the page, where the draft changes what is not taken.
  var panel: HTML {
    guard !run.grounds.isEmpty || !run.new.isEmpty else { return .empty }
    let known: HTML = run.grounds.isEmpty ? .empty : render(.init(), next: nil, whole: false)
    let names = Phrase(run.new.map(\.matter.zh).joined(separator: "、"), run.new.map(\.matter.en).joined(separator: ", "))
    let unknown = Phrase(
      "新增的情形无从预演，过去没有人据此不受理：\(names.zh)。", "Of new grounds nothing can be told, for nobody was turned away for them: \(names.en).")
    return frame.panel(
      Phrase("不受理的事项", "What is not taken"), "\(known)\(run.new.isEmpty ? .empty : frame.note(unknown))", id: "refusals")
  }

  static let shape = AnswerShape.object(
    "ProfilePreviewRefusals",
    [
      .init("seen", .whole), .init("items", .list(of: .object("ProfilePreviewRefusal", [.init("id", .text), .init("count", .whole)]))),
      .maybe("next", .text),
    ])

  /// One piece; whoever asks for all adds them up.
  static func json(_ run: RefusalRun, _ piece: RefusalRun.Figures, next: PreviewPlace?) -> JSONValue {
    let items = run.grounds.map { JSONValue.members(("id", .text($0.code)), ("count", .count(piece.refused[$0.code] ?? 0))) }
    return .members(("seen", .count(piece.seen)), ("items", .list(items)), ("next", .optional(next?.description)))
  }

  private func table(_ figures: RefusalRun.Figures) -> HTML {
    let heads = [Phrase("不受理的事项", "Not taken"), Phrase("件数", "How many"), Phrase("草稿", "The draft")]
    let rows = run.grounds.map { ground -> [HTML] in
      [
        "<strong>\(ground.matter, language)</strong>", "\((figures.refused[ground.code] ?? 0).grouped)",
        HTML.each(ground.fates) { "<div>\($0.phrase, language)</div>" },
      ]
    }
    return frame.table(Phrase("草稿改动的情形", "Grounds that the draft changes"), heads, rows)
  }
}
