import CaseFile
import Casework
import Profiles
import Web
import Workdays

/// The formulas by which figures are made of counts.
extension ProfileDesk {
  var formulaEndpoints: [Endpoint] {
    [
      .get(
        "admin/profile/formulas", Self.readers, Phrase("统计公式", "The formulas"), answers: .page(of: FormulaShapes.formula),
        surfaces: Self.both, handle: formulas),
      .page("admin/profile/formulas/{key}", Self.readers, Phrase("一个统计公式", "A formula"), handle: formula),
      .page("admin/profile/new-formula", Self.editors, Phrase("新增统计公式", "A new formula"), handle: newFormula),
      .page(
        "admin/profile/formula-trial", Self.editors, Phrase("试算公式", "What a formula makes of the last days"), query: FormulaForm.trial,
        handle: tryFormula), addFormula, setFormula, dropFormula,
    ]
  }

  var addFormula: Endpoint {
    writing("admin/profile/formulas", FormulaForm.new, handle: add) { frame, call, problem in
      FormulaPage(frame, self).form(nil, call.submitted, problem)
    }
  }
  var setFormula: Endpoint {
    writing("admin/profile/formulas/{key}", FormulaForm.change, handle: set) { frame, call, problem in
      FormulaPage(frame, self).form(try known(call, frame.view), call.submitted, problem)
    }
  }
  var dropFormula: Endpoint {
    .post(
      "admin/profile/formulas/{key}/removal", Self.editors, Phrase("删去这个公式", "Take the formula out"), form: LimitForm.bare,
      answers: ProfileShapes.receipt, handle: drop)
  }

  @Sendable private func formulas(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    guard call.surface == .page else {
      return .ok(.members(("items", .list(view.profile.formulas.map(FormulaShapes.json))), ("version", .count(view.version))))
    }
    return .page(FormulasPage(ProfileFrame(view, call), self).render())
  }

  @Sendable private func formula(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let formula = try known(call, view)
    return .page(FormulaPage(ProfileFrame(view, call), self).form(formula, FormulaForm.values(of: formula, call.language), nil))
  }

  @Sendable private func newFormula(_ call: Call) async throws -> Answer {
    .page(FormulaPage(ProfileFrame(try await shelf.draft(), call), self).form(nil, .empty, nil))
  }

  @Sendable private func tryFormula(_ call: Call) async throws -> Answer {
    let trial = FormulaTrial(call.query, profile: ledger.profile(), today: call.now.day)
    let reading = try await ledger.look { [readings] sql, _ in try trial.read(sql, by: readings) }
    return .fragment(trial.render(reading, call.language))
  }

  @Sendable private func add(_ call: Call) async throws -> Answer {
    try await answering(call, addFormula) {
      let (view, key) = (try await shelf.draft(), call.input.text("key"))
      guard view.profile.formulas[key: key] == nil, FigureCount(rawValue: key) == nil else {
        throw CaseworkProblem.field("key", "代码“\(key)”已用过，请另取一个。", "The code “\(key)” is taken; choose another.")
      }
      return try await written(key, view, call)
    }
  }

  @Sendable private func set(_ call: Call) async throws -> Answer {
    try await answering(call, setFormula) {
      let view = try await shelf.draft()
      return try await written(try known(call, view).key, view, call)
    }
  }

  private func written(_ key: String, _ view: DraftView, _ call: Call) async throws -> Answer {
    let edit = ProfileEdit.formula(key: key, formula: try FormulaForm.formula(key, call.input))
    return .ok(json: try await write(edit, at: ["formulas", key], "key", view, call), at: Paths.profileFormulas)
  }

  @Sendable private func drop(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    let key = try known(call, view).key
    let edit = ProfileEdit.formula(key: key, formula: FigureFormula.standard(key))
    return try await put(edit, view, call, at: Paths.profileFormulas)
  }

  private func known(_ call: Call, _ view: DraftView) throws -> FigureFormula {
    guard let formula = view.profile.formulas[key: call.parameter("key")] else {
      throw CaseworkProblem.unknown(what: Phrase("统计公式", "formula"), key: call.parameter("key"))
    }
    return formula
  }
}

/// The formulas in JSON.
enum FormulaShapes {
  static let formula = AnswerShape.object(
    "ProfileFormula",
    [
      .init("key", .text), .init("name", ProfileShapes.phrase), .init("formula", .text),
      .init("as", .choice(Measurement.allCases.map(\.rawValue))), .init("meaning", ProfileShapes.phrase), .init("standard", .flag),
    ])

  static func json(_ formula: FigureFormula) -> JSONValue {
    .members(
      ("key", .text(formula.key)), ("name", ProfileShapes.json(formula.name)), ("formula", .text(formula.formula.description)),
      ("as", .text(formula.measurement.rawValue)), ("meaning", ProfileShapes.json(formula.meaning)),
      ("standard", .flag(FigureFormula.standard(formula.key) == formula)))
  }
}
