import CaseFile
import Casework
import Profiles
import Web
import Workdays

/// The organisation: its units, where they hang, what they may, and until when they take orders.
extension ProfileDesk {
  var unitEndpoints: [Endpoint] {
    [
      .get(
        "admin/profile/units", Self.readers, Phrase("单位", "Units"), answers: .page(of: ProfileShapes.unit), surfaces: Self.both,
        handle: units),
      .get(
        "admin/profile/units/{id}", Self.readers, Phrase("单位", "A unit"), answers: ProfileShapes.unit, surfaces: Self.both, handle: unit),
      .page("admin/profile/new-unit", Self.editors, Phrase("新增单位", "A new unit"), handle: newUnit), addUnit, setUnit,
    ]
  }

  var addUnit: Endpoint {
    writing("admin/profile/units", UnitForm.new, handle: add) { frame, call, problem in
      UnitPage(frame, self).form(nil, call.submitted, problem)
    }
  }
  var setUnit: Endpoint {
    writing("admin/profile/units/{id}", UnitForm.change, handle: set) { frame, call, problem in
      UnitPage(frame, self).form(UnitID(call.parameter("id")), call.submitted, problem)
    }
  }

  @Sendable private func units(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    guard call.surface == .page else {
      let items = UnitTree(view.profile.units).lines.map { ProfileShapes.json($0.unit) }
      return .ok(.members(("items", .list(items)), ("version", .count(view.version))))
    }
    return .page(UnitsPage(ProfileFrame(view, call), try await shelf.faults(in: view)).render())
  }

  @Sendable private func unit(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let unit = try known(call, view)
    guard call.surface == .page else { return .ok(ProfileShapes.json(unit)) }
    let faults = try await shelf.faults(in: view).filter { $0.lies(in: ["units", unit.id.value]) }
    let load = try await ledger.look { sql, _ in try UnitLoad.of([unit.id], sql)[unit.id] ?? 0 }
    return .page(UnitPage(ProfileFrame(view, call), self).form(unit.id, UnitForm.values(of: unit), nil, faults, open: load))
  }

  @Sendable private func newUnit(_ call: Call) async throws -> Answer {
    .page(UnitPage(ProfileFrame(try await shelf.draft(), call), self).form(nil, .empty, nil))
  }

  @Sendable private func add(_ call: Call) async throws -> Answer {
    try await answering(call, addUnit) {
      let (view, id) = (try await shelf.draft(), UnitID(call.input.text("id")))
      guard view.profile.unit(id) == nil else {
        throw CaseworkProblem.field("id", "已有单位“\(id)”；请另取代码。", "There is a unit “\(id)” already; take another code.")
      }
      return try await written(UnitForm.unit(id, call.input), view, call)
    }
  }

  @Sendable private func set(_ call: Call) async throws -> Answer {
    try await answering(call, setUnit) {
      let view = try await shelf.draft()
      return try await written(UnitForm.unit(try known(call, view).id, call.input), view, call)
    }
  }

  private func written(_ unit: Unit, _ view: DraftView, _ call: Call) async throws -> Answer {
    let way = ["units", unit.id.value]
    return .ok(json: try await write(.unit(unit), at: way, "parent", view, call), at: "\(Paths.profileUnits)#unit-\(unit.id)")
  }

  private func known(_ call: Call, _ view: DraftView) throws -> Unit {
    guard let unit = view.profile.unit(UnitID(call.parameter("id"))) else {
      throw CaseworkProblem.unknown(what: Phrase("单位", "unit"), key: call.parameter("id"))
    }
    return unit
  }
}
