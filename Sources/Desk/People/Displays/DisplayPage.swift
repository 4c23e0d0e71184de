import Casework
import Web
import Workdays

/// Which displays there are, and the address of a new one, the one time that it can be seen.
struct DisplayPage {
  let call: Call
  let creation: Endpoint
  let revocation: Endpoint

  private var language: Language { call.language }

  func render(_ displays: [Display]) -> HTML {
    let title = Phrase("大屏令牌", "Displays of the hall")[language]
    let purpose = Phrase(
      "大屏不用账户：在大屏的浏览器里打开开设时显示的地址即可。令牌只能看大屏，不能办任何事；停用后立即失效。",
      "A display needs no account: open the address that is shown when it is set up. Its token shows the wall and can do nothing; revoked, it stops at once."
    )
    let form = ActionForm.render(creation, to: Paths.displays, for: call.visitor, references: call.references)
    let bar = [ActionBar.Item.form(creation.summary, form, primary: true, language: language)]
    let next = Phrase("开设后显示一次地址。", "Its address is shown once afterwards.")
    let body: HTML = """
      <h1>\(title)</h1>
      <div class="stack"><p class="soft">\(purpose, language)</p>
      \(ActionBar.render(bar, next: next, language: language))
      \(table(displays))</div>
      """
    return Layout.page(title, for: call.visitor, current: Paths.accounts, body: body)
  }

  private func table(_ displays: [Display]) -> HTML {
    guard !displays.isEmpty else {
      return EmptyState.render(Phrase("还没有大屏。", "There is no display yet."), language: language)
    }
    let rows = displays.map { display -> [HTML] in
      let path = Paths.filled(revocation.path, ["id": String(display.id)])
      let button = when(display.state == .inUse) { ActionForm.button(revocation, to: path, for: call.visitor) }
      return [
        "\(display.label)", "<span class=\"state\">\(display.state.phrase, language)</span>",
        "<span class=\"when\">\(display.createdAt, language)</span>", "\(display.createdBy.value)", button,
      ]
    }
    let heads = [
      Phrase("位置", "Where"), Phrase("状态", "State"), Phrase("开设时间", "Set up"), Phrase("开设人", "By"), Phrase("操作", "Action"),
    ]
    return CardTable.render(Phrase("大屏", "Displays"), heads, rows, language: language)
  }

  func issued(_ issued: Displays.Issued) -> HTML {
    let title = Phrase("大屏地址", "Address of the display")
    let path = Paths.display(issued.token)
    let advice = Phrase(
      "请在大屏的浏览器里打开，设为启动页。只显示这一次；丢失时请停用并重新开设。",
      "Open it in the display's browser and make it the start page. It is shown only now; if it is lost, revoke it and set up another.")
    let body: HTML = """
      <section class="form-page">
      <h1>\(title, language) <small>\(issued.display.label)</small></h1>
      <p class="panel"><a href="\(path)"><code id="secret">\(path)</code></a></p>
      <p>\(advice, language)</p>
      <p><a class="primary" href="\(Paths.displays)">\(Phrase("已抄录，继续", "I have it, go on"), language)</a></p>
      </section>
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.accounts, body: body)
  }
}
