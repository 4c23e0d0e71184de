import Casework
import Web
import Workdays

/// The first page of the portal: what one can do here, and the number to call.
enum WelcomePage {
  static func render(_ call: Call, _ profile: Profile) -> HTML {
    let language = call.language
    let body: HTML = """
      <h1>\(profile.name, language)</h1>
      <p>\(Phrase("有事请告诉我们：我们交给负责的单位，盯到办完，再来问您满意不满意。",
        "Tell us what is wrong. We give it to the office in charge, see that it is done, and ask you whether it is."), language)</p>
      <div class="doors">
      \(door(Paths.portalNew, "primary", Phrase("反映问题", "Tell us"), Phrase("几分钟填完，可以附图片。",
        "It takes a few minutes; pictures are welcome."), language))
      \(door(Paths.portalFollow, "secondary", Phrase("查询进度", "Follow your case"), Phrase("用编号和电话后四位；也可以补充、撤回和评价。",
        "With its number and the last four digits of your telephone; you can also add to it, take it back or rate it."), language))
      \(opened(profile.policy.openness, language))
      \(door(Paths.portalScope, "secondary", Phrase("受理范围", "What we accept"), Phrase("哪些事我们办，哪些事该找谁。",
        "What we do, and whom the law names for the rest."), language))
      </div>
      \(when(profile.mainLine) { number(of: $0, language) })
      \(Emergency.notice(profile, language))
      """
    return Layout.page(Phrase("市民服务", "For citizens")[language], for: call.visitor, style: .plain, current: Paths.portal, body: body)
  }

  /// What this city shows to everybody.
  private static func opened(_ openness: OpennessPolicy, _ language: Language) -> HTML {
    let matters = when(openness.showsMatters) {
      door(
        Paths.portalMatters, "secondary", Phrase("附近在办的事", "What is being worked on"),
        Phrase("别人反映了什么，办到哪一步；您也可以说“我也遇到了”。", "What others reported and how far it is; say “me too”."), language)
    }
    let answers = when(openness.answers) {
      door(
        Paths.portalAnswers, "secondary", Phrase("大家问过的", "Answers to others"),
        Phrase("先查一查，也许已经有答复。", "Look first; it may have been answered already."), language)
    }
    let figures = when(openness.figures) {
      door(
        Paths.portalFigures, "secondary", Phrase("每月数字", "The month's figures"),
        Phrase("接到多少、答复多少、按不按时、满不满意。", "How much was received and answered, in time, and to whose content."), language)
    }
    return "\(matters)\(answers)\(figures)"
  }

  private static func door(_ path: String, _ look: String, _ label: Phrase, _ what: Phrase, _ language: Language) -> HTML {
    "<a class=\"door \(look)\" href=\"\(path)\"><b>\(label, language)</b><span>\(what, language)</span></a>"
  }

  private static func number(of line: HotlineLine, _ language: Language) -> HTML {
    """
    <p>\(Phrase("也可以打电话：", "Or call: "), language)<a class="number" href="tel:\(line.number)">\(line.number)</a></p>
    """
  }
}

/// Where to turn at once.
enum Emergency {
  static func notice(_ profile: Profile, _ language: Language) -> HTML {
    guard !profile.policy.emergencyLines.isEmpty else { return .empty }
    let lines = HTML.each(profile.policy.emergencyLines, separator: language == .zh ? "、" : ", ") { line -> HTML in
      "\(line.name, language) <a class=\"number\" href=\"tel:\(line.number)\">\(line.number)</a>"
    }
    return """
      <div class="notice"><p>\(Phrase("有生命危险请立即拨打：", "If a life is at risk, call at once: "), language)\(lines)</p></div>
      """
  }
}
