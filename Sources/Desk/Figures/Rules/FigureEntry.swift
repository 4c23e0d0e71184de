import Casework
import Workdays

/// One thing that was counted, with everything by which it can be looked at.
struct FigureEntry: Hashable, Sendable {
  let happening: Happening
  /// The event's place in the sealed log.
  let position: Int64
  let at: Moment
  /// The id of the appeal or order.
  let subject: Int64
  /// Who took it in, who dispatched it, or who had it then.
  let unit: UnitID
  let area: AreaID?
  let category: CategoryID?
  let channel: Channel
  let kind: Kind?
  /// Where it is, where somebody said so.
  let spot: FigureSpot?
  let tally: Tally

  /// Of a confidential case neither place nor category is counted, so that no small number tells of it.
  init(_ happening: Happening, position: Int64, at: Moment, of order: Order, unit: UnitID, channel: Channel, tally: Tally) {
    (self.happening, self.position, self.at, self.unit, self.channel, self.tally) = (happening, position, at, unit, channel, tally)
    let matter = order.matter
    subject = order.id.value
    area = matter.confidential ? nil : matter.area
    category = matter.confidential ? nil : matter.category
    kind = matter.kind
    spot = matter.confidential ? nil : FigureSpot(matter.place)
  }

  init(_ happening: Happening, position: Int64, at: Moment, of appeal: Int64, _ matter: AppealMatter, category: CategoryID?, kind: Kind?) {
    (self.happening, self.position, self.at, self.kind) = (happening, position, at, kind)
    subject = appeal
    unit = matter.intake
    channel = matter.channel
    area = matter.confidential ? nil : matter.area
    self.category = matter.confidential ? nil : category
    spot = matter.confidential ? nil : FigureSpot(matter.place)
    tally = .one
  }

  var hour: Int { at.minuteOfDay / 60 }
}

/// A point of the map in millionths of a degree.
struct FigureSpot: Hashable, Sendable {
  let north: Int64
  let east: Int64

  init?(_ place: Place?) {
    guard let latitude = place?.latitude, let longitude = place?.longitude else { return nil }
    (north, east) = (Int64((latitude * 1_000_000).rounded()), Int64((longitude * 1_000_000).rounded()))
  }
}

/// By what figures are kept apart.
enum Dimension: String, Sendable, CaseIterable {
  /// Everything together.
  case all
  case unit, area, category, channel, kind, hour

  /// Nothing where it is not known, or not told.
  func member(of entry: FigureEntry) -> String {
    switch self {
    case .all: ""
    case .unit: entry.unit.value
    case .area: entry.area?.value ?? ""
    case .category: entry.category?.value ?? ""
    case .channel: entry.channel.rawValue
    case .kind: entry.kind?.rawValue ?? ""
    case .hour: String(entry.hour)
    }
  }
}
