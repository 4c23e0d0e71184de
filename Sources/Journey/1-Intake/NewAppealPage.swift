import Casework
import Web
import Workdays

/// The page on which an appeal is taken down by hand.
enum NewAppealPage {
  static func render(_ endpoint: Endpoint, _ call: Call) -> HTML {
    let form = ActionForm.render(endpoint, call: call)
    return Layout.page(title: endpoint.summary, visitor: call.visitor, body: "<h1>\(endpoint.summary[call.language])</h1>\(form)")
  }
}
