import Web
import Workdays

/// Which key does what on the console.
struct KeySheet {
  let canFinish: Bool
  let language: Language

  func render() -> HTML {
    let rows = HTML.each(keys) { keys, what in
      "<tr><th scope=\"row\">\(HTML.each(keys, separator: " ") { "<kbd>\($0)</kbd>" })</th><td>\(what, language)</td></tr>"
    }
    return """
      <dialog class="keys" aria-labelledby="keys-title"><h2 id="keys-title">\(Phrase("快捷键", "Keys"), language)</h2>
      <table>\(rows)</table>
      <form method="dialog"><button class="secondary">\(Phrase("关闭", "Close"), language) <kbd>Esc</kbd></button></form></dialog>
      """
  }

  private var keys: [([String], Phrase)] {
    let ends: [([String], Phrase)] = [
      (["F2"], Phrase("答复并结束，接下一件", "Answer and finish, ready for the next")), (["F3"], Phrase("立单", "Raise an order")),
      (["F4"], Phrase("紧急立单", "Raise an urgent order")),
      (["F9"], Phrase("不予受理：先选情形，再按一次结束", "Not accepted: choose why, once more to finish")),
    ]
    let always: [([String], Phrase)] = [
      (["Alt+S"], Phrase("只登记，打开诉求页", "Record only and open its page")),
      (["Alt+1", "2", "3"], Phrase("采纳分类", "Take a category")), (["Alt+4", "5", "6"], Phrase("填入答复", "Put in words for the answer")),
      (["Alt+7", "8", "9"], Phrase("并入那张工单并结束", "Join that order and finish")), (["Alt+U"], Phrase("采纳承办单位", "Take the unit")),
      // Not with Shift: together with Alt it changes the input language of many keyboards.
      (["Alt+X"], Phrase("第一个分类不对，换下一个", "The first category is wrong; the next one")),
      (["Alt+Z"], Phrase("承办单位不对，换下一个", "The unit is wrong; the next one")),
      (["Alt+N", "W", "A", "C", "Q", "R"], Phrase("去：号码、内容、地点、分类、此类要问的、答复", "Go to number, words, place, category, its questions, reply")),
      (["Alt+L"], Phrase("涉及生命安全", "A life is at risk")), (["F8"], Phrase("换渠道：电话、来信、网聊", "Channel: call, letter, chat")),
      (["Enter"], Phrase("到下一格", "To the next field")), (["Alt+G"], Phrase("继续上次的草稿", "Go on with the latest draft")),
      (["F1", "?"], Phrase("这张表", "This sheet")),
    ]
    return (canFinish ? ends : []) + always
  }
}
