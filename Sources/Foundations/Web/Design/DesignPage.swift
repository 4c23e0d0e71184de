import Casework
import Workdays

/// The look on one page: type, colours, spacing and every component in every state, made with the components themselves.
struct DesignPage {
  let call: Call

  private var language: Language { call.language }

  func render() -> HTML {
    let title = Phrase("界面设计", "The look")
    let parts = [type, colours, spacing] + DesignPieces(call: call).all
    let links = HTML.each(parts) { "<a href=\"#\($0.id)\">\($0.title, language)</a>" }
    let purpose = Phrase(
      "工作页面紧凑安静，市民页面大而明白。除生命危险外，什么都不闪烁。一页一个主按钮；灯号同时有形状、文字和颜色。",
      "Work rooms are dense and quiet, public pages large and plain. Nothing blinks but a life at risk. One primary button on a page; lamps have shape, word and colour."
    )
    let body: HTML = """
      <h1>\(title, language)</h1>
      <p class="soft">\(purpose, language)</p>
      <nav class="tabs" aria-label="\(title, language)">\(links)</nav>
      \(HTML.each(parts) { $0.render(language) })
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.design, body: body)
  }

  private var type: DesignPart {
    DesignPart(
      "type", Phrase("文字", "Type"),
      """
      <p class="specimen display">\(Phrase("您反映的路灯问题，城管局已经办好", "The street lamp you told us about is repaired"), language)</p>
      <p class="specimen heading">\(Phrase("标题 1.4 倍，分节 1.15 倍", "Headings 1.4, sections 1.15"), language)</p>
      <p>\(Phrase("正文行高 1.6；工作页面 14 像素，手机 16 像素，市民页面 18 像素，大字 22 像素。一页至多三种字号。", "Line height 1.6; 14 px in work rooms, 16 on phones, 18 for citizens, 22 in large print. Three sizes on a page at most."), language)</p>
      <p class="number">0123456789 · YX261121-W1-7K3Q · 138****5678 · <span class="soft">\(Phrase("数字等宽，上下对齐", "figures of one width, so that columns line up"), language)</span></p>
      """)
  }

  private static let swatches: [(name: String, use: Phrase)] = [
    ("paper", Phrase("页面", "Page")), ("surface", Phrase("面板", "Panels")), ("line", Phrase("细线", "Hairlines")),
    ("ink", Phrase("文字", "Text")), ("soft", Phrase("次要文字", "Softer text")),
    ("accent", Phrase("链接、主按钮、焦点", "Links, the primary button, focus")), ("on-time", Phrase("● 正常", "● on time")),
    ("soon", Phrase("▲ 临期", "▲ soon")), ("late", Phrase("■ 超时", "■ late")), ("leader", Phrase("◆ 领导交办", "◆ a leader's matter")),
    ("note", Phrase("内部备注", "Internal notes")), ("refused", Phrase("未通过", "Refusals")),
  ]

  private var colours: DesignPart {
    let schemes: [(look: String, name: Phrase)] = [
      ("scheme-light", Phrase("浅色", "Light")), ("scheme-dark", Phrase("深色", "Dark")),
      ("scheme-contrast", Phrase("高对比度，浅色", "High contrast, light")), ("scheme-contrast-dark", Phrase("高对比度，深色", "High contrast, dark")),
    ]
    let panels = HTML.each(schemes) { scheme -> HTML in
      let rows = HTML.each(Self.swatches) { swatch in
        "<li><span class=\"swatch c-\(swatch.name)\"></span> <span>\(swatch.use, language)</span> <code>\(swatch.name)</code></li>"
      }
      return "<section class=\"scheme \(scheme.look)\"><h3>\(scheme.name, language)</h3><ul class=\"swatches\">\(rows)</ul></section>"
    }
    return DesignPart("colours", Phrase("颜色", "Colours"), "<div class=\"schemes\">\(panels)</div>")
  }

  private var spacing: DesignPart {
    let steps = HTML.each([4, 8, 12, 16, 24, 48]) { "<li><span class=\"step s-\($0)\"></span> <span class=\"number\">\($0)</span></li>" }
    let words = Phrase(
      "四像素网格；圆角 6 像素；浮起的东西一种柔和阴影；动画不超过 150 毫秒。", "A grid of 4 px; radius 6; one soft shadow for what floats; no motion over 150 ms.")
    return DesignPart("spacing", Phrase("间距", "Spacing"), "<ul class=\"steps\">\(steps)</ul><p class=\"soft\">\(words, language)</p>")
  }
}

/// One section of the page.
struct DesignPart {
  let id: String
  let title: Phrase
  let content: HTML

  init(_ id: String, _ title: Phrase, _ content: HTML) { (self.id, self.title, self.content) = (id, title, content) }

  func render(_ language: Language) -> HTML {
    "<section class=\"panel design\" id=\"\(id)\"><h2>\(title, language)</h2>\n\(content)</section>\n"
  }
}
