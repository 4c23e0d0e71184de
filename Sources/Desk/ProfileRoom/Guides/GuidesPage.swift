import Casework
import Profiles
import Web
import Workdays

/// The guides, category by category.
struct GuidesPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk) { (self.frame, self.endpoints) = (frame, endpoints) }

  private var language: Language { frame.language }

  func render() -> HTML {
    let add = frame.adding(Phrase("新增一类", "Add a category"), at: Paths.profileNewGuide)
    let law = Phrase(
      "按类别（含其下级）：市民常用的说法、登记时要问的问题、一键填入答复的短文。发布后话务台即用。",
      "By category, each with everything below: words that citizens use, what is asked while it is taken down, texts for the answer. The console uses them once they are released."
    )
    let title = Phrase("登记向导", "The guides")
    guard !frame.profile.guides.isEmpty else {
      return frame.page(
        title, .guides, add: add, "\(frame.note(law))\(EmptyState.render(Phrase("还没有登记向导。", "There are none yet."), language: language))")
    }
    return frame.page(title, .guides, add: add, "\(frame.note(law))\(table)")
  }

  private var table: HTML {
    let heads = [
      Phrase("类别", "Category"), Phrase("市民的说法", "Words that citizens use"), Phrase("登记时要问的", "What is asked"),
      Phrase("短文", "Texts"), Phrase("", ""),
    ]
    let rows = frame.profile.guides.enumerated().map { place, guide -> [HTML] in
      let path = Paths.profileGuide(place + 1)
      let actions = frame.actions(at: path, dropping: endpoints.dropGuide)
      return [
        "<a class=\"rule\" href=\"\(path)\">\(frame.profile.taxonomy.title(of: guide.category), language)</a>\(frame.mark(guide, was: frame.view.base.guides.first { $0.category == guide.category }))",
        "\(guide.words.joined(separator: "、"))", list(guide.questions.map(\.label)), list(guide.templates.map(\.title)), actions,
      ]
    }
    return frame.table(title(of: rows.count), heads, rows)
  }

  private func title(of count: Int) -> Phrase { Phrase("\(count) 类", "\(count) categories") }

  private func list(_ items: [Phrase]) -> HTML {
    when(!items.isEmpty) { "<ul class=\"links\">\(HTML.each(items) { "<li>\($0, language)</li>" })</ul>" }
  }
}
