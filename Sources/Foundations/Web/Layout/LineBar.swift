import Workdays

/// Says calmly that the connection is lost, or that the session is over. Hidden until a script finds it so.
enum LineBar {
  static func render(_ visitor: Visitor) -> HTML {
    guard visitor.actor != nil else { return .empty }
    let language = visitor.language
    let lost = Phrase(
      "连接已断开，正在自动重连；已填写的内容保存在本机。", "The connection is lost and is being tried again; what you typed is kept on this computer.")
    let over = Phrase("登录已结束；已填写的内容保存在本机，", "Your session is over; what you typed is kept on this computer. ")
    return """
      <div class="line" id="line" role="status" data-live-at="\(Paths.live)" data-worker="\(Assets.path("line.js"))" \
      data-fresh="\(Phrase("列表已更新", "The list was brought up to date"), language)" hidden>
      <p data-line="lost"><span class="shape" aria-hidden="true">○</span> \(lost, language)</p>
      <p data-line="over">\(over, language)<a href="\(Paths.login(next: visitor.path))">\(Phrase("重新登录后继续", "Sign in and go on"), language)</a></p>
      </div>
      <div class="visually-hidden" id="live-news" aria-live="polite"></div>
      """
  }
}
