import Casework
import Workdays

/// An input that is refused, with every field that is wrong and why.
public struct InvalidInput: Problem, Hashable {
  public let status = 422
  public let code = "invalid-input"
  public let fields: [FieldProblem]

  public init(_ fields: [FieldProblem]) { self.fields = fields }

  public init(_ field: String, _ reason: Phrase) { fields = [FieldProblem(field, reason)] }

  public var gravity: Gravity { .debug }

  public var sentence: Phrase {
    Phrase(
      "有 \(fields.count) 项填写有误，尚未保存；请按提示更正后再提交。",
      "\(fields.count == 1 ? "One field is" : "\(fields.count) fields are") not right and nothing was saved; correct and send again.")
  }
}
