import CaseFile
import Casework
import Profiles
import Web
import Workdays

/// The limit table: its lines in the order in which they are asked.
extension ProfileDesk {
  var limitEndpoints: [Endpoint] {
    [
      .get(
        "admin/profile/limits", Self.readers, Phrase("时限规则", "The limit table"), answers: .page(of: ProfileShapes.limit),
        surfaces: Self.both, handle: limits),
      .page("admin/profile/limits/{id}", Self.readers, Phrase("时限规则的一条", "A line of the limit table"), handle: limit),
      .page("admin/profile/new-limit", Self.editors, Phrase("新增时限规则", "A new line"), handle: newLimit), addLimit, setLimit, dropLimit,
      moveLimit,
    ]
  }

  var addLimit: Endpoint {
    writing("admin/profile/limits", LimitForm.form, handle: add) { frame, call, problem in
      LimitPage(frame, self).form(nil, call.submitted, problem)
    }
  }
  var setLimit: Endpoint {
    writing("admin/profile/limits/{id}", LimitForm.form, handle: set) { frame, call, problem in
      LimitPage(frame, self).form(Int(call.parameter("id")), call.submitted, problem)
    }
  }
  var dropLimit: Endpoint {
    .post(
      "admin/profile/limits/{id}/removal", Self.editors, Phrase("删去这一条", "Take the line out"), form: LimitForm.bare,
      answers: ProfileShapes.receipt, handle: drop)
  }
  var moveLimit: Endpoint {
    .post(
      "admin/profile/limits/{id}/place", Self.editors, Phrase("换位", "Move the line"), form: LimitForm.move, answers: ProfileShapes.receipt,
      handle: move)
  }

  @Sendable private func limits(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let frame = ProfileFrame(view, call)
    guard call.surface == .page else {
      let items = view.profile.limits.rules.enumerated().map { ProfileShapes.json($0.element, $0.offset + 1, frame.words) }
      return .ok(.members(("items", .list(items)), ("version", .count(view.version))))
    }
    return .page(LimitsPage(frame, self, try await shelf.faults(in: view)).render())
  }

  @Sendable private func limit(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let index = try place(call, view.profile.limits)
    let values = LimitForm.values(of: view.profile.limits.rules[index])
    let faults = try await shelf.faults(in: view).filter { $0.lies(in: ["limits", String(index)]) }
    return .page(LimitPage(ProfileFrame(view, call), self).form(index + 1, values, nil, faults))
  }

  @Sendable private func newLimit(_ call: Call) async throws -> Answer {
    .page(LimitPage(ProfileFrame(try await shelf.draft(), call), self).form(nil, .empty, nil))
  }

  @Sendable private func add(_ call: Call) async throws -> Answer {
    try await answering(call, addLimit) {
      let (view, rule) = (try await shelf.draft(), try LimitForm.rule(call.input))
      var table = view.profile.limits
      let place = table.place(for: rule)
      table.rules.insert(rule, at: place)
      return try await written(table.rules, place, view, call)
    }
  }

  @Sendable private func set(_ call: Call) async throws -> Answer {
    try await answering(call, setLimit) {
      let (view, rule) = (try await shelf.draft(), try LimitForm.rule(call.input))
      var table = view.profile.limits
      let index = try place(call, table)
      table.rules[index] = rule
      return try await written(table.rules, index, view, call)
    }
  }

  private func written(_ rules: [LimitRule], _ index: Int, _ view: DraftView, _ call: Call) async throws -> Answer {
    let way = ["limits", String(index)]
    return .ok(json: try await write(.limits(rules: rules), at: way, "limit", view, call), at: "\(Paths.profileLimits)#line-\(index + 1)")
  }

  @Sendable private func drop(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    var table = view.profile.limits
    table.rules.remove(at: try place(call, table))
    return try await changed(table.rules, view, call)
  }

  @Sendable private func move(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let index = try place(call, view.profile.limits)
    guard let rules = view.profile.limits.moved(index, up: call.input.text("to") == "up") else {
      throw CaseworkProblem.conflict(Phrase("已经在这个时钟的尽头，不能再移。", "It stands at the end of its clock already."))
    }
    return try await changed(rules, view, call)
  }

  private func changed(_ rules: [LimitRule], _ view: DraftView, _ call: Call) async throws -> Answer {
    return try await put(.limits(rules: rules), view, call, at: Paths.profileLimits)
  }

  private func place(_ call: Call, _ table: LimitTable) throws -> Int {
    guard let number = Int(call.parameter("id")), table.rules.indices.contains(number - 1) else {
      throw CaseworkProblem.unknown(what: Phrase("时限规则", "line of the limit table"), key: call.parameter("id"))
    }
    return number - 1
  }
}
