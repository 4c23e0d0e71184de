import Casework
import Workdays

/// What happened, what is kept, what to do next.
public enum ErrorPage {
  /// - Parameter submitted: whether something was sent that is not kept now.
  public static func render(_ problem: any Problem, _ visitor: Visitor, submitted: Bool) -> HTML {
    let title = ProblemAnswer.title(problem.status)[visitor.language]
    let body = body(problem, title, visitor, kept(problem, submitted))
    return Layout.page(title, for: visitor, style: visitor.actor == nil ? .plain : .work, body: body)
  }

  /// The same for a place inside a page.
  static func fragment(_ problem: any Problem, _ visitor: Visitor) -> HTML {
    "<div class=\"notice refused\" role=\"alert\"><p>\(problem.sentence, visitor.language)</p>\(list(problem, visitor))</div>"
  }

  private static func body(_ problem: any Problem, _ title: String, _ visitor: Visitor, _ kept: Phrase) -> HTML {
    """
    <section class="refusal" role="alert">
    <h1>\(title)</h1>
    <p class="lead">\(problem.sentence, visitor.language)</p>
    \(list(problem, visitor))
    <p class="soft">\(kept, visitor.language)</p>
    <p><a class="primary" href="\(problem.status == 401 ? Paths.login : Paths.home)">\(next(problem), visitor.language)</a></p>
    <p class="soft small">\(Phrase("错误代码", "Code"), visitor.language): \(problem.status) \(problem.code)</p>
    </section>
    """
  }

  private static func list(_ problem: any Problem, _ visitor: Visitor) -> HTML {
    guard !problem.fields.isEmpty else { return .empty }
    let items = HTML.each(problem.fields) { "<li><b>\($0.field)</b> \($0.reason, visitor.language)</li>" }
    return "<ul class=\"errors\">\(items)</ul>"
  }

  private static func kept(_ problem: any Problem, _ submitted: Bool) -> Phrase {
    guard submitted, ![401, 404, 405].contains(problem.status) else {
      return Phrase("已保存的内容不受影响。", "Everything saved before is untouched.")
    }
    return Phrase("此次提交没有保存；此前已保存的内容不受影响。", "This was not saved; everything saved before is untouched.")
  }

  private static func next(_ problem: any Problem) -> Phrase {
    problem.status == 401 ? Phrase("去登录", "Sign in") : Phrase("回到首页", "Go to the start page")
  }
}
