import Casework
import Web
import Workdays

/// Shows a secret the one time that it can be seen.
enum SecretPage {
  static func password(_ issued: Issued, back: String, _ visitor: Visitor) -> HTML {
    render(
      Phrase("一次性密码", "One-time password"), issued,
      Phrase("请当面或电话告知本人；首次登录须改密码。", "Tell it to its owner in person or by phone; it must be changed at the first sign-in."), back, visitor)
  }

  static func token(_ issued: Issued, back: String, _ visitor: Visitor) -> HTML {
    render(
      Phrase("接口令牌", "Token of the programming interface"), issued,
      Phrase("请立即抄入使用它的系统；谁持有它，谁就能以此账户办事。", "Copy it into the system that uses it now; whoever holds it acts as this account."), back,
      visitor)
  }

  private static func render(_ title: Phrase, _ issued: Issued, _ advice: Phrase, _ back: String, _ visitor: Visitor) -> HTML {
    let once = Phrase("只显示这一次，离开本页后无法再看到。", "It is shown only now; nobody can see it again after this page.")
    let body: HTML = """
      <section class="form-page">
      <h1>\(title, visitor.language) <small>\(issued.account.name) · \(issued.account.account.value)</small></h1>
      <p class="panel"><code id="secret">\(issued.secret)</code></p>
      <p><strong>\(once, visitor.language)</strong></p>
      <p>\(advice, visitor.language)</p>
      <p><a class="primary" href="\(back)">\(Phrase("已抄录，继续", "I have it, go on"), visitor.language)</a></p>
      </section>
      """
    return Layout.page(title[visitor.language], for: visitor, body: body)
  }
}
