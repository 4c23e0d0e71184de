import Casework
import Workdays

/// The input, select or text area of one field.
enum ControlInput {
  /// A list longer than this is a field with proposals.
  private static let longestSelect = 40
  /// More proposals than this are no help and a heavy page.
  private static let mostProposals = 500

  static func render(_ field: Field, name: String, _ sheet: ControlSheet) -> HTML {
    let common = attributes(field, name, sheet)
    let value = sheet.values[name] ?? ""
    switch field.kind {
    case .text(let max, true):
      return "<textarea\(common) rows=\"\(max > 500 ? 8 : 3)\" maxlength=\"\(max)\">\n\(value)</textarea>"
    case .choice(let choices): return select(choices, field, common, [value], sheet)
    case .reference(let kind): return reference(kind, field, name, common, sheet)
    case .list(of: .choice(let choices), _): return select(choices, field, common, sheet.values.all(name), sheet, several: true)
    case .list(of: .reference(let kind), _):
      let options = sheet.references.options(kind)
      guard options.count > longestSelect else {
        return select(options, field, common, sheet.values.all(name), sheet, several: true)
      }
      return proposals(options, name, common, sheet.values.all(name).joined(separator: ", "), sheet)
    case .list:
      return "<textarea\(common) rows=\"3\">\n\(sheet.values.all(name).joined(separator: "\n"))</textarea>"
    default: return "<input\(common)\(type(field.kind))\(attribute: "value", shown(value, field.kind))>\(after(field.kind, sheet))"
    }
  }

  private static func attributes(_ field: Field, _ name: String, _ sheet: ControlSheet) -> HTML {
    let wrong = sheet.problems(of: name).isEmpty ? nil : "true"
    let note = field.help == nil && wrong == nil ? nil : "\(sheet.id(name))-note"
    return """
       id="\(sheet.id(name))" name="\(name)"\(attribute: "required", if: field.required)\
      \(attribute: "aria-invalid", wrong)\(attribute: "aria-describedby", note)
      """
  }

  /// What kind of input helps the person: keyboard, calendar, bounds.
  private static func type(_ kind: Field.Kind) -> HTML {
    switch kind {
    case .text(let max, _): " type=\"text\" maxlength=\"\(max)\""
    case .secret(let max): " type=\"password\" maxlength=\"\(max)\""
    case .phone: " type=\"tel\" maxlength=\"30\""
    case .whole(let range): " type=\"number\" step=\"1\" min=\"\(range.lowerBound)\" max=\"\(range.upperBound)\""
    case .decimal: " type=\"number\" step=\"any\""
    case .money: " type=\"text\" inputmode=\"decimal\" class=\"money\""
    case .moment: " type=\"datetime-local\""
    case .day: " type=\"date\""
    case .limit: " type=\"text\" maxlength=\"8\" placeholder=\"5wd\""
    case .identifier: " type=\"text\" maxlength=\"40\" autocapitalize=\"characters\""
    default: " type=\"text\""
    }
  }

  /// A secret is never sent back; a time is shown in the form that the browser's calendar takes.
  private static func shown(_ value: String, _ kind: Field.Kind) -> String? {
    if case .secret = kind { return nil }
    if case .moment = kind, let moment = Moment(value) { return "\(moment.day)T\(moment.clockText)" }
    return value.isEmpty ? nil : value
  }

  private static func after(_ kind: Field.Kind, _ sheet: ControlSheet) -> HTML {
    guard case .money = kind else { return .empty }
    return " <span class=\"unit\">\(Phrase("元", "yuan"), sheet.language)</span>"
  }

  private static func reference(
    _ kind: ReferenceKind, _ field: Field, _ name: String, _ common: HTML, _ sheet: ControlSheet
  ) -> HTML {
    let options = sheet.references.options(kind)
    let value = sheet.values[name] ?? ""
    if options.count <= longestSelect { return select(options, field, common, [value], sheet) }
    return proposals(options, name, common, value, sheet)
  }

  private static func select(
    _ choices: [Choice], _ field: Field, _ common: HTML, _ chosen: [String], _ sheet: ControlSheet, several: Bool = false
  ) -> HTML {
    let options = HTML.each(choices) { choice in
      "<option value=\"\(choice.value)\"\(attribute: "selected", if: chosen.contains(choice.value))>\(choice.label, sheet.language)</option>"
    }
    let none: HTML = several ? "" : "<option value=\"\">\(Phrase("请选择", "Choose"), sheet.language)</option>"
    return "<select\(common)\(attribute: "multiple", if: several)>\(none)\(options)</select>"
  }

  private static func proposals(_ options: [Choice], _ name: String, _ common: HTML, _ value: String, _ sheet: ControlSheet) -> HTML {
    let list = "\(sheet.id(name))-list"
    let items = HTML.each(options.prefix(mostProposals)) { "<option value=\"\($0.value)\">\($0.label, sheet.language)</option>" }
    return "<input\(common) type=\"text\" list=\"\(list)\" value=\"\(value)\"><datalist id=\"\(list)\">\(items)</datalist>"
  }
}
