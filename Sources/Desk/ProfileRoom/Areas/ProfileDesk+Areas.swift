import CaseFile
import Casework
import Profiles
import Web
import Workdays

/// The areas: their names, marks and borders. Which areas there are, and below which, stands in the file.
extension ProfileDesk {
  var areaEndpoints: [Endpoint] {
    [
      .get(
        "admin/profile/areas", Self.readers, Phrase("区域", "Areas"), answers: .page(of: AreaShapes.area), surfaces: Self.both, handle: areas),
      .page("admin/profile/areas/{id}", Self.readers, Phrase("一个区域", "An area"), handle: area), setArea,
    ]
  }

  var setArea: Endpoint {
    writing("admin/profile/areas/{id}", AreaForm.form, handle: set) { frame, call, problem in
      AreaPage(frame, self).form(try known(call, frame.view), call.submitted, problem)
    }
  }

  @Sendable private func areas(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    guard call.surface == .page else {
      return .ok(.members(("items", .list(view.profile.areas.map(AreaShapes.json))), ("version", .count(view.version))))
    }
    return .page(AreasPage(ProfileFrame(view, call)).render())
  }

  @Sendable private func area(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let area = try known(call, view)
    return .page(AreaPage(ProfileFrame(view, call), self).form(area, AreaForm.values(of: area), nil))
  }

  @Sendable private func set(_ call: Call) async throws -> Answer {
    try await answering(call, setArea) {
      let view = try await shelf.draft()
      let area = try AreaForm.area(try known(call, view), call.input)
      let way = ["areas", area.id.value]
      return .ok(json: try await write(.area(area), at: way, "outline", view, call), at: Paths.profileArea(area.id.value))
    }
  }

  private func known(_ call: Call, _ view: DraftView) throws -> Area {
    guard let area = view.profile.area(AreaID(call.parameter("id"))) else {
      throw CaseworkProblem.unknown(what: Phrase("区域", "area"), key: call.parameter("id"))
    }
    return area
  }
}

/// The areas in JSON.
enum AreaShapes {
  static let area = AnswerShape.object(
    "ProfileArea",
    [
      .init("id", .text), .init("name", ProfileShapes.phrase), .maybe("parent", .text), .maybe("longitude", .decimal),
      .maybe("latitude", .decimal), .init("outline", .list(of: .text)),
    ])

  static func json(_ area: Area) -> JSONValue {
    .members(
      ("id", .text(area.id.value)), ("name", ProfileShapes.json(area.name)), ("parent", .optional(area.parent?.value)),
      ("longitude", area.longitude.map { .number("\($0)") }), ("latitude", area.latitude.map { .number("\($0)") }),
      ("outline", .texts(area.outline.map(\.text))))
  }
}
