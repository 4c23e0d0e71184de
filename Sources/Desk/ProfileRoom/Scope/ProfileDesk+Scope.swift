import CaseFile
import Casework
import Profiles
import Web
import Workdays

/// What is taken and what is not, with what citizens are told instead, and the reasons from which people choose.
extension ProfileDesk {
  var scopeEndpoints: [Endpoint] {
    [
      .page("admin/profile/scope", Self.readers, Phrase("受理范围", "What is taken"), handle: scope),
      .page("admin/profile/refusals/{id}", Self.readers, Phrase("不受理的事项", "A matter that is not taken"), handle: refusal),
      .page("admin/profile/new-refusal", Self.editors, Phrase("新增不受理的事项", "A matter that is not taken"), handle: newRefusal), setList,
      addRefusal, setRefusal, dropRefusal,
    ]
  }

  var setList: Endpoint {
    writing("admin/profile/lists/{id}", ScopeForm.list, handle: list) { frame, call, problem in
      ScopePage(frame, self).render(call.parameter("id"), problem)
    }
  }
  var addRefusal: Endpoint {
    writing("admin/profile/refusals", ScopeForm.newRefusal, handle: add) { frame, call, problem in
      ScopePage(frame, self).form(nil, call.submitted, problem)
    }
  }
  var setRefusal: Endpoint {
    writing("admin/profile/refusals/{id}", ScopeForm.refusal, handle: set) { frame, call, problem in
      ScopePage(frame, self).form(call.parameter("id"), call.submitted, problem)
    }
  }
  var dropRefusal: Endpoint {
    .post(
      "admin/profile/refusals/{id}/removal", Self.editors, Phrase("删去这一项", "Take it out"), form: LimitForm.bare,
      answers: ProfileShapes.receipt, handle: drop)
  }

  @Sendable private func scope(_ call: Call) async throws -> Answer {
    .page(ScopePage(ProfileFrame(try await shelf.draft(), call), self).render(nil, nil))
  }

  @Sendable private func refusal(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let reason = try known(call, view)
    return .page(ScopePage(ProfileFrame(view, call), self).form(reason.code, ScopeForm.values(of: reason), nil))
  }

  @Sendable private func newRefusal(_ call: Call) async throws -> Answer {
    .page(ScopePage(ProfileFrame(try await shelf.draft(), call), self).form(nil, .empty, nil))
  }

  @Sendable private func list(_ call: Call) async throws -> Answer {
    try await answering(call, setList) {
      guard let list = ScopeList(rawValue: call.parameter("id")) else {
        throw CaseworkProblem.unknown(what: Phrase("列表", "list"), key: call.parameter("id"))
      }
      return try await written(try list.edit(call.input.text("lines")), try await shelf.draft(), call)
    }
  }

  @Sendable private func add(_ call: Call) async throws -> Answer {
    try await answering(call, addRefusal) {
      let view = try await shelf.draft()
      let code = call.input.text("code")
      guard view.profile.policy.refusals[code: code] == nil else {
        throw CaseworkProblem.field("code", "已有代码“\(code)”；请另取一个。", "There is a code “\(code)” already; take another.")
      }
      let reasons = view.profile.policy.refusals + [ScopeForm.reason(code, call.input)]
      let edit = ProfileEdit.refusals(reasons: reasons)
      let verb = try await write(edit, at: ["policy", "refusals", code], "code", view, call)
      return .ok(json: verb, at: Paths.profileScope)
    }
  }

  @Sendable private func set(_ call: Call) async throws -> Answer {
    try await answering(call, setRefusal) {
      let view = try await shelf.draft()
      let new = ScopeForm.reason(try known(call, view).code, call.input)
      return try await written(.refusals(reasons: view.profile.policy.refusals.map { $0.code == new.code ? new : $0 }), view, call)
    }
  }

  @Sendable private func drop(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let gone = try known(call, view)
    return try await written(.refusals(reasons: view.profile.policy.refusals.filter { $0.code != gone.code }), view, call)
  }

  private func written(_ edit: ProfileEdit, _ view: DraftView, _ call: Call) async throws -> Answer {
    return try await put(edit, view, call, at: Paths.profileScope)
  }

  private func known(_ call: Call, _ view: DraftView) throws -> RefusalReason {
    guard let reason = view.profile.policy.refusals[code: call.parameter("id")] else {
      throw CaseworkProblem.unknown(what: Phrase("不受理事项", "matter that is not taken"), key: call.parameter("id"))
    }
    return reason
  }
}

/// The lists that are typed line by line, by the names of their parts.
enum ScopeList: String, CaseIterable {
  case accepted
  case emergencyLines = "emergency-lines"
  case returns = "return-reasons"
  case extensions = "extension-reasons"
  case suspensions = "suspension-reasons"
  case closings = "closing-reasons"

  private var reasons: ReasonList? { ReasonList(rawValue: rawValue) }

  var phrase: Phrase {
    switch self {
    case .accepted: Phrase("受理的事项", "What is taken")
    case .emergencyLines: Phrase("紧急电话", "Emergency lines")
    default: reasons?.phrase ?? Phrase("", "")
    }
  }

  var help: Phrase {
    switch self {
    case .accepted: Phrase("每行一项：中文 | English。对外公开。", "One a line: Chinese | English. Public.")
    case .emergencyLines: Phrase("每行一个：110: 公安报警 | Police。", "One a line, such as 110: Chinese | Police.")
    default: Phrase("每行一个：代码: 中文 | English。用过的代码请保留。", "One a line: code: Chinese | English. Keep codes that were used.")
    }
  }

  func text(in policy: CasePolicy) -> String {
    switch self {
    case .accepted: ListText.text(policy.acceptedMatters)
    case .emergencyLines: ListText.text(policy.emergencyLines.map { ReasonCode($0.number, $0.name) })
    default: ListText.text(reasons?.codes(in: policy) ?? [])
    }
  }

  func edit(_ text: String) throws -> ProfileEdit {
    switch self {
    case .accepted: return .accepted(matters: ListText.phrases(text))
    case .emergencyLines:
      return .emergencyLines(lines: try ListText.codes(text).map { EmergencyLine(number: $0.code, name: $0.phrase) })
    default: return .reasons(list: reasons ?? .returns, codes: try ListText.codes(text))
    }
  }
}

enum ScopeForm {
  static let list: Form = [Field("lines", .lines(8000), Phrase("内容", "Lines")), ProfileDesk.seen]
  private static let own: [Field] = [
    .required("matter", .line(120), Phrase("事项", "Matter")), Field("matter_en", .line(160), Phrase("事项（英文）", "Matter in English")),
    .required("route", .lines(300), Phrase("告知市民的法定途径", "The legal route that citizens are told")),
    Field("route_en", .lines(400), Phrase("途径（英文）", "Route in English")),
    .tick("approval", Phrase("须经另一人批准", "A second person must agree")), ProfileDesk.seen,
  ]
  static let refusal = Form(own)
  static let newRefusal = Form(
    [.required("code", .line(40), Phrase("代码", "Code"), help: Phrase("小写字母、数字和连字符。", "Small letters, digits and hyphens."))] + own)

  static func reason(_ code: String, _ input: Input) -> RefusalReason {
    let (matter, route) = (input.text("matter"), input.text("route"))
    return RefusalReason(
      code: code, matter: Phrase(matter, input.optionalText("matter_en") ?? matter),
      route: Phrase(route, input.optionalText("route_en") ?? route), needsApproval: input.flag("approval"))
  }

  static func values(of reason: RefusalReason) -> SubmittedForm {
    var pairs = [("matter", reason.matter.zh), ("route", reason.route.zh)]
    if reason.matter.en != reason.matter.zh { pairs.append(("matter_en", reason.matter.en)) }
    if reason.route.en != reason.route.zh { pairs.append(("route_en", reason.route.en)) }
    if reason.needsApproval { pairs.append(("approval", "true")) }
    return SubmittedForm(pairs)
  }
}
