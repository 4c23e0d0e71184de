import CaseFile
import Casework
import Web
import Workdays

/// The questions of a category as controls. The browser requires none of them: a consultation needs no building.
public enum CategoryQuestions {
  public static func fields(_ questions: [OutcomeField]) -> [Field] {
    questions.map { question in
      let field = question.control(required: false)
      guard question.required else { return field }
      let label = Phrase("\(field.label.zh)（立单必填）", "\(field.label.en) (needed for an order)")
      return Field(field.name, field.kind, label, help: field.help)
    }
  }
}
