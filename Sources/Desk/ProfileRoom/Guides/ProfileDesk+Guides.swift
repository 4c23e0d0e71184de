import CaseFile
import Casework
import Profiles
import Web
import Workdays

/// The guides: by category the words that citizens use, what is asked, and texts for the answer.
extension ProfileDesk {
  var guideEndpoints: [Endpoint] {
    [
      .get(
        "admin/profile/guides", Self.readers, Phrase("登记向导", "The guides"), answers: .page(of: GuideShapes.guide), surfaces: Self.both,
        handle: guides),
      .page("admin/profile/guides/{id}", Self.readers, Phrase("一类的登记向导", "A category's guide"), handle: guide),
      .page("admin/profile/new-guide", Self.editors, Phrase("新增登记向导", "A new guide"), handle: newGuide), addGuide, setGuide, dropGuide,
    ]
  }

  var addGuide: Endpoint {
    writing("admin/profile/guides", GuideForm.new, handle: add) { frame, call, problem in
      GuidePage(frame, self).form(nil, call.submitted, problem)
    }
  }
  var setGuide: Endpoint {
    writing("admin/profile/guides/{id}", GuideForm.change, handle: set) { frame, call, problem in
      GuidePage(frame, self).form(try place(call, frame.view), call.submitted, problem)
    }
  }
  var dropGuide: Endpoint {
    .post(
      "admin/profile/guides/{id}/removal", Self.editors, Phrase("删去这一类的向导", "Take the guide out"), form: LimitForm.bare,
      answers: ProfileShapes.receipt, handle: drop)
  }

  @Sendable private func guides(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    guard call.surface == .page else {
      let items = view.profile.guides.enumerated().map { GuideShapes.json($0.element, $0.offset + 1, view.profile.taxonomy) }
      return .ok(.members(("items", .list(items)), ("version", .count(view.version))))
    }
    return .page(GuidesPage(ProfileFrame(view, call), self).render())
  }

  @Sendable private func guide(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let index = try place(call, view)
    return .page(GuidePage(ProfileFrame(view, call), self).form(index, GuideForm.values(of: view.profile.guides[index]), nil))
  }

  @Sendable private func newGuide(_ call: Call) async throws -> Answer {
    .page(GuidePage(ProfileFrame(try await shelf.draft(), call), self).form(nil, .empty, nil))
  }

  @Sendable private func add(_ call: Call) async throws -> Answer {
    try await answering(call, addGuide) {
      let (view, category) = (try await shelf.draft(), CategoryID(call.input.text("category")))
      guard !view.profile.guides.contains(where: { $0.category == category }) else {
        throw CaseworkProblem.field(
          "category", "“\(category)”已有登记向导；请在列表中修改。", "There is a guide for “\(category)” already; change it in the list.")
      }
      return try await written(try GuideForm.guide(category, call), view, call)
    }
  }

  @Sendable private func set(_ call: Call) async throws -> Answer {
    try await answering(call, setGuide) {
      let view = try await shelf.draft()
      let category = view.profile.guides[try place(call, view)].category
      return try await written(try GuideForm.guide(category, call), view, call)
    }
  }

  private func written(_ guide: CategoryGuide, _ view: DraftView, _ call: Call) async throws -> Answer {
    let edit = ProfileEdit.guide(category: guide.category, guide: guide)
    return .ok(json: try await write(edit, at: ["guides", guide.category.value], "words", view, call), at: Paths.profileGuides)
  }

  @Sendable private func drop(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let edit = ProfileEdit.guide(category: view.profile.guides[try place(call, view)].category, guide: nil)
    return try await put(edit, view, call, at: Paths.profileGuides)
  }

  private func place(_ call: Call, _ view: DraftView) throws -> Int {
    guard let number = Int(call.parameter("id")), view.profile.guides.indices.contains(number - 1) else {
      throw CaseworkProblem.unknown(what: Phrase("登记向导", "guide"), key: call.parameter("id"))
    }
    return number - 1
  }
}

/// The guides in JSON.
enum GuideShapes {
  private static let question = AnswerShape.object(
    "ProfileQuestion",
    [
      .init("name", .text), .init("label", ProfileShapes.phrase), .init("type", .choice(OutcomeField.Form.allCases.map(\.rawValue))),
      .init("options", .list(of: option)), .maybe("unit", ProfileShapes.phrase), .init("required", .flag),
    ])
  private static let option = AnswerShape.object("ProfileOption", [.init("code", .text), .init("label", ProfileShapes.phrase)])
  private static let template = AnswerShape.object(
    "ProfileTemplate",
    [
      .init("id", .text), .init("title", ProfileShapes.phrase), .init("text", .text),
      .init("use", .choice(CategoryGuide.Template.Use.allCases.map(\.rawValue))),
    ])
  static let guide = AnswerShape.object(
    "ProfileGuide",
    [
      .init("id", .whole), .init("category", .text), .init("title", ProfileShapes.phrase), .init("words", .list(of: .text)),
      .init("questions", .list(of: question)), .init("templates", .list(of: template)),
    ])

  static func json(_ guide: CategoryGuide, _ place: Int, _ taxonomy: Taxonomy) -> JSONValue {
    .members(
      ("id", .count(place)), ("category", .text(guide.category.value)), ("title", ProfileShapes.json(taxonomy.title(of: guide.category))),
      ("words", .texts(guide.words)), ("questions", .list(guide.questions.map(json))), ("templates", .list(guide.templates.map(json))))
  }

  private static func json(_ field: OutcomeField) -> JSONValue {
    let options = field.options.map { JSONValue.members(("code", .text($0.code)), ("label", ProfileShapes.json($0.phrase))) }
    return .members(
      ("name", .text(field.name)), ("label", ProfileShapes.json(field.label)), ("type", .text(field.type.rawValue)),
      ("options", .list(options)), ("unit", field.unit.map(ProfileShapes.json)), ("required", .flag(field.required)))
  }

  private static func json(_ text: CategoryGuide.Template) -> JSONValue {
    .members(
      ("id", .text(text.id)), ("title", ProfileShapes.json(text.title)), ("text", .text(text.text)), ("use", .text(text.use.rawValue)))
  }
}
