import CaseFile
import Web
import Workdays

/// Says that it has arrived: a slip to keep or to print, with the number and, for somebody without a telephone, the code.
struct ReceiptPage {
  let file: CitizenFile
  let call: Call
  /// For somebody who left no telephone.
  let code: String?
  private var language: Language { call.language }

  func render() -> HTML {
    let body: HTML = """
      <section class="panel slip">
      <p class="slip-head" aria-hidden="true">\(call.visitor.surroundings.house, language)</p>
      <h1>\(Phrase("已经收到，谢谢您", "We have it, thank you"), language)</h1>
      <dl class="slip-facts">
      <dt>\(Phrase("您的诉求编号", "The number of your case"), language)</dt><dd class="number slip-number" id="number">\(file.number)</dd>
      \(when(code) { "<dt>\(Phrase("查询码", "Code"), language)</dt><dd class=\"number slip-number\" id=\"code\">\($0)</dd>" })
      <dt>\(Phrase("收到时间", "Received"), language)</dt><dd>\(file.receivedAt, language)</dd>
      </dl>
      <p>\(code == nil ? Self.followed : Self.anonymous, language)</p>
      </section>
      <p class="slip-doors"><a class="primary" href="\(Paths.portalAppeal(file.number))">\(Phrase("看看进度", "See how it stands"), language)</a>
      <button class="secondary" type="button" data-print hidden>\(Phrase("打印这张凭条", "Print this slip"), language)</button>
      <a class="quiet" href="\(Paths.portal)">\(Phrase("回到首页", "Back to the start"), language)</a></p>
      """
    return Layout.page(Phrase("已经收到", "We have it")[language], for: call.visitor, style: .plain, current: Paths.portalNew, body: body)
  }

  private static let followed = Phrase(
    "请记下这个编号或截图。以后在“查询进度”输入编号和您电话的后四位，就能看到办到哪一步，也可以补充、撤回和评价。",
    "Write it down or take a picture. With it and the last four digits of your telephone you can follow, add to, take back and rate it.")
  private static let anonymous = Phrase(
    "请把编号和查询码都记下或截图，以后在“查询进度”输入它们就能看到结果。您没有留电话，我们不能联系您；查询码丢了，谁也找不回来。",
    "Write both down or take a picture: with them you can follow it. You left no telephone; nobody can call you or find the code again.")
}
