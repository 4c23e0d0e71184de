import Casework
import Profiles
import Store
import Web
import Workdays

/// What the draft's formulas make of past days, beside those in force: for the city, and for the units that it changes most.
struct FormulaPart: Sendable {
  struct Change: Sendable {
    let before: FigureFormula?
    let after: FigureFormula?
    let old: FormulaReading?
    let new: FormulaReading?
  }

  let changes: [Change]
  let release: Int

  static func read(_ view: DraftView, _ days: ClosedRange<CivilDay>, _ sql: any SQLSession, by read: FormulaReader) throws -> FormulaPart {
    let (base, draft) = (view.base, view.profile)
    let keys = draft.formulas.map(\.key) + base.formulas.map(\.key).filter { draft.formulas[key: $0] == nil }
    let changes = try keys.compactMap { key -> Change? in
      let (before, after) = (base.formulas[key: key], draft.formulas[key: key])
      guard before?.formula != after?.formula || before?.measurement != after?.measurement else { return nil }
      return Change(
        before: before, after: after, old: try before.map { try read($0, base, days, sql) },
        new: try after.map { try read($0, base, days, sql) })
    }
    return FormulaPart(changes: changes, release: base.version)
  }

  static let shape = AnswerShape.object(
    "ProfilePreviewFormula", [.init("key", .text), .maybe("before", .decimal), .maybe("after", .decimal), .init("units", .whole)])

  /// The city's values, and for how many units there is another one.
  var json: JSONValue {
    func number(_ value: Double?) -> JSONValue? { value.map { .number($0.bare(places: 2)) } }
    return .list(
      changes.map { change in
        .members(
          ("key", .text((change.after ?? change.before)?.key ?? "")), ("before", number(change.old?.city)),
          ("after", number(change.new?.city)), ("units", .count(change.moved.count)))
      })
  }

  private static let most = 10

  func panel(_ frame: ProfileFrame) -> HTML {
    guard !changes.isEmpty else { return .empty }
    let note = Phrase("件数不变，只是按新公式读。", "The counts are the same; only the formula reads them otherwise.")
    return frame.panel(
      Phrase("统计公式", "Formulas"), "\(frame.note(note))\(HTML.each(changes) { table($0, frame) })", id: "formulas")
  }

  private func table(_ change: Change, _ frame: ProfileFrame) -> HTML {
    let language = frame.language
    func text(_ formula: FigureFormula?, _ value: Double?) -> HTML {
      formula.map { "\($0.measurement.text(value, language))" } ?? .empty
    }
    let heads = [Phrase("单位", "Unit"), Phrase("第 \(release) 版", "Release \(release)"), Phrase("草稿", "The draft")]
    let city: [HTML] = [
      "<strong>\(Phrase("全市", "The whole city"), language)</strong>", text(change.before, change.old?.city),
      text(change.after, change.new?.city),
    ]
    let rows = change.moved.prefix(Self.most).map { unit -> [HTML] in
      ["\(unit.name, language)", text(change.before, unit.before), text(change.after, unit.after)]
    }
    let name = (change.after ?? change.before)?.name ?? Phrase("", "")
    let count = change.moved.count
    let caption = Phrase("\(name.zh)：\(count) 个单位的数字会不同", "\(name.en): another value for \(count) unit(s)")
    return frame.table(caption, heads, [city] + rows)
  }
}

extension FormulaPart.Change {
  struct Unit {
    let name: Phrase
    let before: Double?
    let after: Double?
  }

  /// The units whose value differs, the most first.
  var moved: [Unit] {
    let keys = Set((old?.units ?? [:]).keys).union((new?.units ?? [:]).keys)
    let units = keys.map { key in
      Unit(
        name: (new?.units[key] ?? old?.units[key])?.name ?? Phrase("", ""), before: old?.units[key]?.value, after: new?.units[key]?.value)
    }
    func gap(_ unit: Unit) -> Double { abs((unit.after ?? 0) - (unit.before ?? 0)) }
    return units.filter { $0.before != $0.after }.sorted { (gap($0), $1.name.zh) > (gap($1), $0.name.zh) }
  }
}
