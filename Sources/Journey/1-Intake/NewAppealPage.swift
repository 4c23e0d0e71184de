import Casework
import Web
import Workdays

/// The room in which an appeal is taken down by hand: what they say first and large, the caller beside it, the rest below.
struct NewAppealPage {
  let call: Call
  let controls: Controls
  private var language: Language { call.language }

  static func render(_ endpoint: Endpoint, _ call: Call, _ problem: (any Problem)? = nil) -> HTML {
    let title = endpoint.summary[call.language]
    // Most of what is taken down by hand is said on the telephone.
    let values = call.submitted == .empty ? SubmittedForm([("channel", Channel.phone.rawValue)]) : call.submitted
    let form = ActionForm.arranged(endpoint, call, values: values, problems: problem?.fields ?? [], look: "recording") { controls in
      NewAppealPage(call: call, controls: controls).content
    }
    let summary = when(problem) { ErrorSummary.render($0, by: endpoint.form, call.visitor) }
    return Layout.page(title, for: call.visitor, current: Paths.newAppeal, body: "<h1>\(title)</h1>\(summary)\(form)")
  }

  private var content: HTML {
    """
    <div class="columns">
    <section class="panel say">\(controls("text"))\(facts)\(controls("title"))
    <div class="pair">\(controls(["place.address", "area"]))</div>\(controls("life_risk"))</section>
    <div class="stack">
    <section class="panel"><h2>\(Phrase("来电人", "Caller"), language)</h2>
    \(controls(["caller.phone", "caller.name", "caller.address", "confidential"]))</section>
    <section class="panel"><h2>\(Phrase("归类", "What kind"), language)</h2>\(controls(["channel", "kind", "category"]))</section>
    </div>
    </div>
    <div class="folded">\(HTML.each(rare) { folded($0.0, $0.1) })</div>
    """
  }

  /// What must be known before an order can be raised.
  private var facts: HTML {
    let asked: [(Phrase, Phrase)] = [
      (Phrase("姓名", "Name"), Phrase("怎么称呼，怎么联系", "who, and how to reach them")),
      (Phrase("时间", "Time"), Phrase("从什么时候起，多久一次", "since when, how often")),
      (Phrase("地点", "Place"), Phrase("路名、门牌、附近标志", "street, number, something nearby")),
      (Phrase("起因", "Cause"), Phrase("为什么会这样", "why it came to this")),
      (Phrase("经过", "Course"), Phrase("发生了什么，找过谁，想怎么解决", "what happened, who was asked, what should be done")),
    ]
    let items = HTML.each(asked) { "<li><b>\($0.0, language)</b> \($0.1, language)</li>" }
    return "<ul class=\"hints\" aria-label=\"\(Phrase("五要素", "The five facts"), language)\">\(items)</ul>"
  }

  /// Needed now and then.
  private var rare: [(Phrase, [String])] {
    [
      (Phrase("被反映方", "Complained-against party"), ["against.name", "against.phone"]),
      (Phrase("表扬", "Praise"), ["praised_unit", "praised_agent"]),
      (Phrase("对热线人员的投诉", "A complaint about our own staff"), ["about_agent", "about_group"]),
      (Phrase("来电时间、号码与坐标", "Time, number dialled, coordinates"), ["received_at", "line", "place.lat", "place.lon"]),
    ]
  }

  private func folded(_ title: Phrase, _ fields: [String]) -> HTML {
    """
    <details class="panel"\(attribute: "open", if: controls.needsEyes(fields))><summary>\(title, language)</summary>\
    <div class="pair">\(controls(fields))</div></details>
    """
  }
}
