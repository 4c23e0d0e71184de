import Casework
import Workdays

/// Suggestions, emptiness, refusals, forms and news.
extension DesignPieces {
  var suggestion: DesignPart {
    let sure = [Phrase("很可能", "Very likely"), Phrase("可能", "Likely"), Phrase("不确定", "Not sure")]
    let words = HTML.each(sure, separator: " ") { "<span class=\"tag\">\($0, language)</span>" }
    return DesignPart(
      "suggestion", Phrase("建议", "Suggestion"),
      """
      <div class="panel proposal"><p class="reason"><b>\(Phrase("供热办", "Heating Office"), language)</b> \
      \(Phrase("目录第 31 条：停暖由供热办主办", "Rule 31 of the catalogue: heating is the Heating Office's"), language)</p>
      <p class="bar"><button class="primary" type="button">\(Phrase("采纳", "Accept"), language)<kbd>a</kbd></button> \
      <button class="secondary" type="button">\(Phrase("不对", "Wrong"), language)<kbd>x</kbd></button></p></div>
      <p>\(words)</p>
      """)
  }

  var empty: DesignPart {
    let content = EmptyState.render(
      Phrase("“待签收”：现在没有。", "“To sign”: nothing at the moment."),
      then: Phrase("有新的案件时会按紧急程度列在这里。", "Whatever comes in is listed here, the most pressing first."),
      link: ("#empty", Phrase("看看办理中的", "See what is in hand")), language: language)
    return DesignPart("empty", Phrase("空状态", "Empty state"), content)
  }

  var refused: DesignPart {
    let problem = CaseworkProblem.field("unit", "没有这个单位；请从列表中选择。", "There is no such unit; choose one of the list.")
    return DesignPart("refused", Phrase("出错", "Error"), ErrorPage.fragment(problem, call.visitor))
  }

  var forms: DesignPart {
    let fields: Form = [
      .required("reason", .lines(500), Phrase("理由", "Reason"), help: Phrase("市民看不到。", "The citizen does not see it.")),
      .required(
        "outcome", .choice([Choice("solved", Phrase("已解决", "Solved")), Choice("explained", Phrase("已解释", "Explained"))]),
        Phrase("结果", "Result")),
      Field("days", .whole(1...30), Phrase("天数", "Days")), Field("urgent", .flag, Phrase("紧急", "Urgent")),
    ]
    let typed = SubmittedForm([("reason", Phrase("不在本单位职责内", "Not our duty")[language]), ("days", "99"), ("outcome", "solved")])
    let wrong = FieldProblem("days", Phrase("应在 1 至 30 之间。", "From 1 to 30."))
    func form(_ values: SubmittedForm, _ problems: [FieldProblem], _ scope: String) -> HTML {
      let sheet = ControlSheet(
        language: language, references: call.references, values: values, problems: problems, open: [:], scope: scope)
      return "<form class=\"sample\">\(HTML.each(fields.fields) { Control.render($0, name: $0.name, sheet) })</form>"
    }
    return DesignPart(
      "forms", Phrase("表单", "Forms"),
      "<div class=\"columns even\"><div>\(form(.empty, [], "blank"))</div><div>\(form(typed, [wrong], "typed"))</div></div>")
  }

  var toast: DesignPart {
    let done = Toast(.done, Phrase("已办：签收 · YX261121-W1-7K3Q", "Done: Sign · YX261121-W1-7K3Q"), language)
    let several = Toast(.done, Phrase("批量签收：已办 12 件", "Sign for several: 12 done"), language)
    let partly = Toast(.partly, Phrase("批量催办：已办 3 件，未办 1 件", "Urge several: 3 done, 1 not done"), language)
    let when = Phrase(
      "动作之后的一句话，八秒后自己消失，按 Esc 或 × 也会；指着它就不消失。页面上本来就看得到，错过也不要紧。",
      "One sentence after an action: gone after eight seconds, by Esc or ×, never while it is pointed at. The page shows it anyway.")
    let shown = HTML.each([done, several, partly]) { $0.render(language) }
    return DesignPart("toast", Phrase("办完提示", "Toast"), "<p class=\"soft\">\(when, language)</p>\(shown)")
  }

  var news: DesignPart {
    let changed = Phrase("此件在您打开后有了变化：", "This case has changed since you opened it: ")
    return DesignPart(
      "news", Phrase("实时消息", "Live news"),
      """
      <div class="line"><p><span class="shape" aria-hidden="true">○</span> \
      \(Phrase("连接已断开，正在自动重连；已填写的内容保存在本机。", "The connection is lost and is being tried again; what you typed is kept on this computer."), language)</p></div>
      <div class="live-case"><p class="also"><span class="shape" aria-hidden="true">◐</span> \
      \(Phrase("同时打开此件的还有：李明", "Also on this case: Li Ming"), language)</p>
      <p class="notice changed">\(changed, language)<b>\(Phrase("李明 派单给城管局", "Li Ming dispatched it to Urban Management"), language)</b> \
      <a href="#news">\(Phrase("显示最新", "Show it"), language)</a></p></div>
      <p class="notice">\(Phrase("日历将于 40 天后用完；请导入新一年。", "The calendar ends in 40 days; import the new year."), language)</p>
      """)
  }
}
