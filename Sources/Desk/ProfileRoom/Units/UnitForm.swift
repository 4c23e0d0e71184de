import Casework
import Profiles
import Web
import Workdays

/// The form of a unit, and how the unit is read from it.
enum UnitForm {
  private static let own: [Field] = [
    .required("name", .line(60), Phrase("名称", "Name")), Field("name_en", .line(80), Phrase("英文名称", "Name in English")),
    .required("level", .choice(of: Unit.Level.self), Phrase("级别", "Level")),
    Field("parent", .line(60), Phrase("上级单位", "The unit above"), help: Phrase("只有城市本身没有上级。", "Only the city itself has none.")),
    Field(
      "serves", .line(60), Phrase("服务范围", "It serves"),
      help: Phrase("在哪个单位的范围内工作；不选则为本单位及其下级。", "In whose scope its people act; itself and what is below it where nothing is chosen.")),
    Field("area", .reference(.area), Phrase("所在区域", "Area")),
    .tick(
      "intake", Phrase("有受理权", "Intake right"),
      help: Phrase("可在本级及以下受理、答复、派单。", "It may record, answer and dispatch within its own subtree.")),
    .tick("relay", Phrase("未联网，由热线转交", "Not on line"), help: Phrase("它的工单由热线人工转交。", "The hotline passes its orders on by hand.")),
    Field(
      "until", .day, Phrase("承办的最后一天", "The last day on which it takes orders"),
      help: Phrase(
        "撤销单位时填写：次日起不再派给它；在办工单不会自动转走，请改派。",
        "For a unit that is closed: nothing goes to it from the next day on; what it has in hand stays until it is dispatched elsewhere.")),
  ]
  static let change = Form(own + [ProfileDesk.seen])
  static let new = Form(
    [
      .required(
        "id", .line(40), Phrase("代码", "Code"),
        help: Phrase("小写字母、数字和连字符，定了就不再改，如 east-heat。", "Small letters, digits and hyphens, kept for good, such as east-heat."))
    ] + own + [ProfileDesk.seen])

  static func unit(_ id: UnitID, _ input: Input) -> Unit {
    let name = input.text("name")
    return Unit(
      id: id, name: Phrase(name, input.optionalText("name_en") ?? name), level: input.word("level") ?? .bureau,
      parent: input.optionalText("parent").map { UnitID($0) }, serves: input.optionalText("serves").map { UnitID($0) },
      intake: input.flag("intake"), relay: input.flag("relay"), area: input.optionalText("area").map { AreaID($0) },
      until: input.day("until"))
  }

  static func values(of unit: Unit) -> SubmittedForm {
    var pairs: [(String, String)] = [("name", unit.name.zh), ("level", unit.level.rawValue)]
    if unit.name.en != unit.name.zh { pairs.append(("name_en", unit.name.en)) }
    if let parent = unit.parent { pairs.append(("parent", parent.value)) }
    if unit.serves != unit.id { pairs.append(("serves", unit.serves.value)) }
    if let area = unit.area { pairs.append(("area", area.value)) }
    if unit.intake { pairs.append(("intake", "true")) }
    if unit.relay { pairs.append(("relay", "true")) }
    if let until = unit.until { pairs.append(("until", until.description)) }
    return SubmittedForm(pairs)
  }

  /// Units to choose from are those of the draft.
  static func offered(_ field: Field, _ units: Organisation, _ own: UnitID?) -> Field {
    guard field.name == "parent" || field.name == "serves" else { return field }
    let all = UnitTree(units).lines.filter { field.name == "serves" || $0.unit.id != own }
    let choices = all.map { line in
      let space = String(repeating: "　", count: line.depth)
      return Choice(line.unit.id.value, Phrase("\(space)\(line.unit.name.zh)", "\(space)\(line.unit.name.en)"))
    }
    return Field(field.name, .choice(choices), field.label, required: field.required, help: field.help)
  }
}

/// The organisation from the root down, every unit followed by those below it.
struct UnitTree {
  struct Line {
    let unit: Unit
    let depth: Int
  }

  let lines: [Line]

  init(_ units: Organisation) {
    let below = Dictionary(grouping: units.units.values.filter { $0.parent != nil }, by: { $0.parent })
    var lines: [Line] = []
    var seen: Set<UnitID> = []
    func walk(_ unit: Unit, _ depth: Int) {
      guard seen.insert(unit.id).inserted else { return }
      lines.append(Line(unit: unit, depth: depth))
      for next in (below[unit.id] ?? []).sorted(by: { $0.id < $1.id }) { walk(next, depth + 1) }
    }
    for root in units.units.values.filter({ $0.parent == nil }).sorted(by: { $0.id < $1.id }) { walk(root, 0) }
    // Units whose parents run in a circle hang nowhere, and must be seen all the more.
    for unit in units.units.values.sorted(by: { $0.id < $1.id }) where !seen.contains(unit.id) { walk(unit, 0) }
    self.lines = lines
  }
}
