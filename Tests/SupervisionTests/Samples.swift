import Casework
import Workdays

/// Measures as tests make them.
enum Samples {
  static let monday = Moment(milliseconds: 1_772_413_200_000)  // 2026-03-02 09:00
  static let units = Organisation([
    Unit(id: "city", name: Phrase("市", "City"), level: .city, parent: nil),
    Unit(id: "hotline", name: Phrase("热线", "Hotline"), level: .hotline, parent: "city", serves: "city"),
    Unit(id: "urban", name: Phrase("城管局", "Urban"), level: .bureau, parent: "city"),
    Unit(id: "lamps", name: Phrase("路灯所", "Lamps"), level: .station, parent: "urban"),
    Unit(id: "water", name: Phrase("水务局", "Water"), level: .bureau, parent: "city"),
    Unit(id: "discipline", name: Phrase("纪委", "Discipline"), level: .bureau, parent: "city"),
    Unit(id: "staffing", name: Phrase("编办", "Staffing"), level: .bureau, parent: "city", serves: "city"),
  ])

  static func clock(_ limit: Limit = .workingDays(3), from: Moment = monday) -> Clock {
    Clock(.handling, WorkCalendar.national().provisionalDeadline(from: from, limit: limit))
  }

  static func duty(_ unit: UnitID, _ demand: Int64) -> Duty { Duty(unit: unit, demand: TextID(demand), clock: clock()) }

  static func matter(_ kind: MeasureKind) -> MeasureMatter {
    var matter = MeasureMatter(
      number: "YX260302-D1-ABCD", kind: kind, orders: [OrderID(7)], owner: "hotline", keeper: CitizenID(1), title: TextID(2),
      demand: TextID(3))
    matter.units = ["urban"]
    return matter
  }

  static func opened(_ kind: MeasureKind) -> MeasureEvent {
    let duties = kind.callsAtOnce ? [duty("urban", 11), duty("water", 12)] : []
    return .opened(matter: matter(kind), duties: duties, clock: duties.isEmpty ? clock() : nil)
  }

  static func fact(_ event: MeasureEvent, at now: Moment = monday, by: AccountID = "wu", unit: UnitID = "hotline") -> Fact<MeasureEvent> {
    Fact(event, stream: 1, at: now, by: by, unit: unit)
  }

  static func measure(_ kind: MeasureKind, _ events: MeasureEvent...) throws -> Measure {
    try ([opened(kind)] + events).reduce(nil as Measure?) { try Measure.fold($0, fact($1)) } ?? Measure.fold(nil, fact(opened(kind)))
  }

  static func actor(_ role: Role, _ unit: UnitID) -> Actor {
    Actor(account: "x", name: "x", roles: [role], unit: unit, scope: units.units[unit]?.serves ?? unit)
  }
}
