import Casework
import Web
import Workdays

/// What the forms of a case page know before anybody types: the version that was seen, the reasons of the profile, the
/// outcome fields of the category, and which citizen is to be called.
struct CaseForms {
  let profile: Profile
  let call: Call

  /// One action's form. Its ids carry the action's noun, because a page has many forms.
  func render(_ endpoint: Endpoint, _ number: String, seen: Int64?, values: SubmittedForm = .empty, open: [String: [Field]] = [:]) -> HTML {
    var endpoint = endpoint
    let hidden = endpoint.form.fields.contains { $0.name == Field.seen.name } ? seen : nil
    endpoint.form = Form(endpoint.form.fields.filter { $0.name != Field.seen.name }.map { offered($0, endpoint.action) })
    return ActionForm.render(
      endpoint, to: Paths.filled(endpoint.path, ["number": number]), for: call.visitor, references: call.references, values: values,
      open: open, scope: endpoint.noun, fixed: hidden.map { [Field.seen.name: String($0)] } ?? [:],
      rare: Self.rare[endpoint.action ?? ""] ?? [])
  }

  /// What is seldom filled in, so that each form asks for what everybody must say and no more.
  private static let rare: [String: Set<String>] = [
    OrderAction.dispatch.rawValue: ["assist", "note"], OrderAction.contact.rawValue: ["at", "number", "note"],
    OrderAction.feedBack.rawValue: ["internal_note", "contact"], OrderAction.callBack.rawValue: ["reasonable", "evidence", "note"],
    OrderAction.report.rawValue: ["plan", "owner"], OrderAction.requestExtension.rawValue: ["until", "text"],
    OrderAction.suspend.rawValue: ["text"], OrderAction.attach.rawValue: ["lat", "lon"], OrderAction.commit.rawValue: ["text"],
    OrderAction.decideUnreasonable.rawValue: ["appeal"],
  ]

  /// For a field that the profile has a list for, the list.
  private func offered(_ field: Field, _ action: String?) -> Field {
    guard case .text = field.kind, let choices = choices(field.name, action), !choices.isEmpty else { return field }
    return Field(field.name, .choice(choices), field.label, required: field.required, help: field.help)
  }

  private func choices(_ name: String, _ action: String?) -> [Choice]? {
    let policy = profile.policy
    switch (name, action) {
    case ("reason", OrderAction.giveBack.rawValue): return choices(policy.returnReasons)
    case ("reason", OrderAction.requestExtension.rawValue): return choices(policy.extensionReasons)
    case ("reason", OrderAction.suspend.rawValue): return choices(policy.suspension.reasons)
    case ("ending", OrderAction.close.rawValue): return choices(policy.closingReasons.filter { $0.code != Participation.unreasonable })
    case ("reason", AppealAction.refuse.rawValue): return policy.refusals.map { Choice($0.code, $0.matter) }
    case ("line", AppealAction.handOver.rawValue): return policy.emergencyLines.map { Choice($0.number, $0.name) }
    default: return nil
    }
  }

  private func choices(_ reasons: [ReasonCode]) -> [Choice] { reasons.map { Choice($0.code, $0.phrase) } }
}

extension CaseForms {
  /// The controls for the typed outcome that this category asks for.
  func outcomeFields(_ order: Order) -> [Field] {
    profile.outcomeFields(for: order.matter.category, kind: order.matter.kind).map { $0.control(required: $0.required) }
  }

  /// Whom to call: the one that is left, or a choice of them.
  func callees(_ endpoint: Endpoint, _ parts: [OrderFile.Part]) -> (endpoint: Endpoint, values: SubmittedForm) {
    let open = parts.filter { $0.participation.state == .open }
    guard let first = open.first else { return (endpoint, .empty) }
    let choices = open.map { part -> Choice in
      let words = [part.number, part.caller?.words ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
      return Choice(part.number, Phrase(words, words))
    }
    var endpoint = endpoint
    endpoint.form = Form(
      endpoint.form.fields.map { field in
        field.name == "appeal" ? Field(field.name, .choice(choices), field.label, required: field.required, help: field.help) : field
      })
    return (endpoint, open.count == 1 ? SubmittedForm([("appeal", first.number)]) : .empty)
  }
}
