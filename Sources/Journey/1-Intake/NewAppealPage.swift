import Casework
import Web
import Workdays

/// The page on which an appeal is taken down by hand.
enum NewAppealPage {
  static func render(_ endpoint: Endpoint, _ call: Call) -> HTML {
    let title = endpoint.summary[call.language]
    let form = ActionForm.render(endpoint, call)
    return Layout.page(title, for: call.visitor, current: Paths.newAppeal, body: "<h1>\(title)</h1>\(form)")
  }
}
