import Casework
import Web
import Workdays

/// The action bar of a case: each action that is possible now as a form folded away, one of them primary.
struct CaseActions {
  let endpoints: [Endpoint]
  let forms: CaseForms
  /// Filled into the dispatch form beforehand.
  var offer: Proposal?

  /// What somebody would do first, in this order.
  private static let first: [OrderAction] = [
    .decideExtension, .decideUnreasonable, .dispatch, .sign, .rule, .resume, .review, .callBack, .feedBack, .report, .reportHandover,
    .close,
    .archive,
  ]
  private static let firstOfAppeal: [AppealAction] = [.decideRefusal, .answer, .raiseOrder, .rate]

  private var visitor: Visitor { forms.call.visitor }

  /// - Parameter less: actions that stand elsewhere on the page.
  func bar(_ file: OrderFile, less: Set<OrderAction> = []) -> HTML {
    let possible = file.possible.filter { !less.contains($0) }
    let primary = less.isEmpty ? Self.first.first(where: possible.contains) : nil
    let actions = possible.filter { $0 == primary } + possible.filter { $0 != primary }
    let items = actions.flatMap { action in
      // Where a unit is proposed, accepting that is what one would do first.
      let isPrimary = action == primary && (action != .dispatch || offer?.lead == nil)
      return matching(action.rawValue, below: "orders/{number}/").map { item($0, file, isPrimary: isPrimary) }
    }
    return bar(items, next: NextWords.sentence(file))
  }

  func bar(_ file: AppealFile) -> HTML {
    let primary = Self.firstOfAppeal.first(where: file.possible.contains)
    let actions = file.possible.filter { $0 == primary } + file.possible.filter { $0 != primary }
    let items = actions.flatMap { action in
      matching(action.rawValue, below: "appeals/{number}/").map { endpoint -> HTML in
        let key = action == .refuse ? "r" : nil
        return folded(endpoint, forms.render(endpoint, file.number, seen: file.version), isPrimary: action == primary, key: key)
      }
    }
    return bar(items, next: NextWords.sentence(file))
  }

  /// The form of an action of an order, filled in as far as is known; nil where this person may not call it.
  func form(_ action: OrderAction, _ file: OrderFile) -> HTML? {
    matching(action.rawValue, below: "orders/{number}/").first.map { filled($0, file) }
  }

  /// The endpoints of an action that this person may call.
  func matching(_ action: String, below prefix: String) -> [Endpoint] {
    endpoints.filter {
      $0.method == .post && $0.action == action && $0.path.hasPrefix(prefix) && $0.surfaces.contains(.page) && $0.who.admits(visitor.actor)
    }
  }

  private func item(_ endpoint: Endpoint, _ file: OrderFile, isPrimary: Bool) -> HTML {
    folded(endpoint, filled(endpoint, file), isPrimary: isPrimary)
  }

  private func filled(_ endpoint: Endpoint, _ file: OrderFile) -> HTML {
    var (endpoint, values) = (endpoint, SubmittedForm.empty)
    var open: [String: [Field]] = [:]
    if endpoint.action == OrderAction.callBack.rawValue { (endpoint, values) = forms.callees(endpoint, file.parts) }
    if endpoint.action == OrderAction.feedBack.rawValue {
      open["fields"] = forms.outcomeFields(file.order)
      if let composed = file.composedReply { values = SubmittedForm([("public_reply", composed)]) }
    }
    if endpoint.action == OrderAction.publish.rawValue, let answer = file.answer { values = SubmittedForm([("text", answer.reply)]) }
    if endpoint.action == OrderAction.dispatch.rawValue, let offer { values = offer.formValues }
    return forms.render(endpoint, file.number, seen: file.version, values: values, open: open)
  }

  /// An action that asks for nothing is one button.
  /// - Parameter key: opens it.
  private func folded(_ endpoint: Endpoint, _ form: HTML, isPrimary: Bool, key: String? = nil) -> HTML {
    let asks = endpoint.uploads != nil || endpoint.form.fields.contains { $0.name != Field.seen.name }
    guard asks else { return "<div class=\"action-one\" id=\"do-\(endpoint.noun)\">\(form)</div>" }
    let style = isPrimary ? "primary" : "secondary"
    return """
      <details class="action-box" id="do-\(endpoint.noun)">\
      <summary class="\(style)"\(attribute: "data-key", key)>\(endpoint.summary, visitor.language)\
      \(when(key) { " <kbd>\($0.uppercased())</kbd>" })</summary>\(form)</details>
      """
  }

  private func bar(_ items: [HTML], next: Phrase) -> HTML {
    """
    <section class="actions" aria-label="\(Phrase("现在可以办理", "Possible now"), visitor.language)">
    <div class="bar">\(HTML.joined(items, separator: "\n"))</div>
    <p class="soft">\(next, visitor.language)</p>
    </section>
    """
  }
}

extension Proposal {
  /// The dispatch form as it would be filled in.
  var formValues: SubmittedForm {
    SubmittedForm((lead.map { [("unit", $0.value)] } ?? []) + assist.map { ("assist", $0.value) })
  }
}
