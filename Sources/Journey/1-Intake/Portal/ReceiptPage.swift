import CaseFile
import Web
import Workdays

/// Says that it has arrived: the number, large, and how to follow it.
enum ReceiptPage {
  static func render(_ file: CitizenFile, _ call: Call, hasPhone: Bool) -> HTML {
    let language = call.language
    let body: HTML = """
      <section class="panel">
      <h1>\(Phrase("已经收到，谢谢您", "We have it, thank you"), language)</h1>
      <p>\(Phrase("您的诉求编号是", "The number of your case is"), language)</p>
      <p class="display-6 fw-bold number" id="number">\(file.number)</p>
      <p>\(hasPhone ? followed : unfollowed, language)</p>
      <p><a class="primary" href="\(Paths.portalAppeal(file.number))">\(Phrase("看看进度", "See how it stands"), language)</a></p>
      <p><a href="\(Paths.portal)">\(Phrase("回到首页", "Back to the start"), language)</a></p>
      </section>
      """
    return Layout.page(Phrase("已经收到", "We have it")[language], for: call.visitor, style: .plain, current: Paths.portalNew, body: body)
  }

  private static let followed = Phrase(
    "请记下这个编号或截图。以后在“查询进度”输入编号和您电话的后四位，就能看到办到哪一步，也可以补充、撤回和评价。",
    "Write it down or take a picture. With it and the last four digits of your telephone you can follow, add to, take back and rate it.")
  private static let unfollowed = Phrase(
    "请记下这个编号。您没有留电话，离开后不能在网上查询；要问结果请拨打热线并说出编号。",
    "Write it down. You left no telephone, so it cannot be followed here later; call the hotline and say the number.")
}
