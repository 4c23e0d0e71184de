import Casework
import Workdays

/// Reads the typed outcome of a feedback by the fields that the profile asks for in its category.
enum OutcomeFields {
  static func read(_ given: [String: String], of known: [OutcomeField]) throws(CaseworkProblem) -> [String: OutcomeValue] {
    var problems: [FieldProblem] = []
    var values: [String: OutcomeValue] = [:]
    for name in given.keys.sorted() where !known.contains(where: { $0.name == name }) {
      problems.append(FieldProblem("fields.\(name)", unknown(name, known)))
    }
    for field in known {
      if let text = given[field.name], !text.isEmpty {
        if let value = field.value(of: text) {
          values[field.name] = value
        } else {
          problems.append(FieldProblem("fields.\(field.name)", field.hint))
        }
      } else if field.required {
        problems.append(FieldProblem("fields.\(field.name)", Phrase("\(field.label.zh)：必填", "\(field.label.en): required")))
      }
    }
    guard problems.isEmpty else { throw .invalid(problems) }
    return values
  }

  private static func unknown(_ name: String, _ known: [OutcomeField]) -> Phrase {
    guard !known.isEmpty else { return Phrase("此类诉求没有要填的结果数据，请去掉“\(name)”。", "This category has no outcome figures; leave out “\(name)”.") }
    let names = known.map(\.name).joined(separator: ", ")
    return Phrase("此类诉求没有“\(name)”这一项；可填：\(names)。", "No field “\(name)” here; known: \(names).")
  }
}
