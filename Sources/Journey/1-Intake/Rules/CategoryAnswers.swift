import Casework
import Workdays

/// Reads what was answered to the questions of a category.
enum CategoryAnswers {
  /// - Parameter isComplete: whether the required ones must be there, as for an order.
  /// - Returns: the answers in the order of the questions.
  static func read(_ given: [String: String], _ questions: [OutcomeField], isComplete: Bool) throws(CaseworkProblem)
    -> [(question: OutcomeField, value: OutcomeValue)]
  {
    var problems: [FieldProblem] = []
    var answers: [(question: OutcomeField, value: OutcomeValue)] = []
    for question in questions {
      let field = "answers.\(question.name)"
      guard let text = given[question.name], !text.isEmpty else {
        if isComplete, question.required {
          problems.append(
            FieldProblem(field, Phrase("立单前要问清。", "Ask before an order is raised.")))
        }
        continue
      }
      if let value = question.value(of: text) {
        answers.append((question, value))
      } else {
        problems.append(FieldProblem(field, question.hint))
      }
    }
    guard problems.isEmpty else { throw .invalid(problems) }
    return answers
  }
}
