import CaseFile
import Casework
import Profiles
import Web
import Workdays

/// The ladder: what happens by itself before and after the end of each clock.
extension ProfileDesk {
  var ladderEndpoints: [Endpoint] {
    [
      .get(
        "admin/profile/ladder", Self.readers, Phrase("时限节点", "The ladder"), answers: .page(of: LadderPage.shape), surfaces: Self.both,
        handle: ladder),
      .page("admin/profile/ladder/{id}", Self.readers, Phrase("一个时限节点", "A rung of the ladder"), handle: rung),
      .page("admin/profile/new-rung", Self.editors, Phrase("新增时限节点", "A new rung"), handle: newRung), addRung, setRung, dropRung,
    ]
  }

  var addRung: Endpoint {
    writing("admin/profile/ladder", RungForm.form, handle: add) { frame, call, problem in
      LadderPage(frame, self).form(nil, call.submitted, problem)
    }
  }
  var setRung: Endpoint {
    writing("admin/profile/ladder/{id}", RungForm.form, handle: set) { frame, call, problem in
      LadderPage(frame, self).form(Int(call.parameter("id")), call.submitted, problem)
    }
  }
  var dropRung: Endpoint {
    .post(
      "admin/profile/ladder/{id}/removal", Self.editors, Phrase("删去这个节点", "Take the rung out"), form: LimitForm.bare,
      answers: ProfileShapes.receipt, handle: drop)
  }

  @Sendable private func ladder(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let frame = ProfileFrame(view, call)
    guard call.surface == .page else {
      let items = view.profile.policy.ladder.enumerated().map { LadderPage.json($0.element, $0.offset + 1, frame.words) }
      return .ok(.members(("items", .list(items)), ("version", .count(view.version))))
    }
    return .page(LadderPage(frame, self).render())
  }

  @Sendable private func rung(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let index = try place(call, view)
    let values = RungForm.values(of: view.profile.policy.ladder[index])
    return .page(LadderPage(ProfileFrame(view, call), self).form(index + 1, values, nil))
  }

  @Sendable private func newRung(_ call: Call) async throws -> Answer {
    .page(LadderPage(ProfileFrame(try await shelf.draft(), call), self).form(nil, .empty, nil))
  }

  @Sendable private func add(_ call: Call) async throws -> Answer {
    try await answering(call, addRung) {
      let (view, rung) = (try await shelf.draft(), try RungForm.rung(call.input))
      var ladder = view.profile.policy.ladder
      let place = ladder.lastIndex { $0.clock == rung.clock }.map { $0 + 1 } ?? ladder.count
      ladder.insert(rung, at: place)
      return try await written(ladder, place, view, call)
    }
  }

  @Sendable private func set(_ call: Call) async throws -> Answer {
    try await answering(call, setRung) {
      let (view, rung) = (try await shelf.draft(), try RungForm.rung(call.input))
      var ladder = view.profile.policy.ladder
      let index = try place(call, view)
      ladder[index] = rung
      return try await written(ladder, index, view, call)
    }
  }

  private func written(_ ladder: [Rung], _ index: Int, _ view: DraftView, _ call: Call) async throws -> Answer {
    let way = ["ladder", String(index)]
    return .ok(json: try await write(.ladder(rungs: ladder), at: way, "at", view, call), at: "\(Paths.profileLadder)#rung-\(index + 1)")
  }

  @Sendable private func drop(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    var ladder = view.profile.policy.ladder
    ladder.remove(at: try place(call, view))
    return try await put(.ladder(rungs: ladder), view, call, at: Paths.profileLadder)
  }

  private func place(_ call: Call, _ view: DraftView) throws -> Int {
    guard let number = Int(call.parameter("id")), view.profile.policy.ladder.indices.contains(number - 1) else {
      throw CaseworkProblem.unknown(what: Phrase("时限节点", "rung of the ladder"), key: call.parameter("id"))
    }
    return number - 1
  }
}
