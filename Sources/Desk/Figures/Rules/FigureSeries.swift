import Workdays

/// A period day by day or month by month, with the days on which nothing happened.
struct FigureSeries: Sendable {
  struct Point: Sendable, Hashable {
    /// `2026-10-05` or `2026-10`.
    let key: String
    var tallies = Tallies()

    /// `10-05` or `2026年10月`; `5 Oct` or `Oct 2026`.
    func label(on today: CivilDay) -> Phrase {
      if let day = CivilDay(key) { return day.brief(on: today) }
      return CivilDay("\(key)-01")?.month(short: true) ?? Phrase(key, key)
    }
  }

  let points: [Point]

  init(_ period: FigurePeriod, byMonth: Bool, _ lines: [FigureQuery.Line]) {
    let known = Dictionary(lines.map { ($0.day, $0.tallies) }, uniquingKeysWith: +)
    var points: [Point] = []
    for ordinal in period.first.ordinal...period.last.ordinal {
      let day = "\(CivilDay(ordinal: ordinal))"
      let key = byMonth ? String(day.dropLast(3)) : day
      if points.last?.key != key { points.append(Point(key: key)) }
      points[points.count - 1].tallies += known[ordinal] ?? Tallies()
    }
    self.points = points
  }
}

/// Weekdays and hours.
struct FigureHours: Sendable {
  struct Cell: Sendable, Hashable {
    /// 1 = Monday … 7 = Sunday.
    let weekday: Int
    let hour: Int
    var tallies = Tallies()
  }

  /// 7 × 24, Monday at midnight first.
  private(set) var cells: [Cell]

  init(_ lines: [FigureQuery.Line]) {
    cells = (0..<168).map { Cell(weekday: $0 / 24 + 1, hour: $0 % 24) }
    for line in lines {
      guard let hour = Int(line.member), (0..<24).contains(hour) else { continue }
      cells[(CivilDay(ordinal: line.day).weekday - 1) * 24 + hour].tallies += line.tallies
    }
  }
}
