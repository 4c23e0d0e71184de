import Workdays

/// Whom a rule of the catalogue names: a unit, the unit of a level that serves the place, the firm that provides a service
/// there, or nobody, because a person decides each time.
public enum Assignee: Hashable, Sendable {
  case unit(UnitID)
  /// The county or the township of the place.
  case ofArea(Unit.Level)
  /// The firm that provides this service at the place: `heat`.
  case serving(String)
  case byHand
}

/// One word, as it is stored and sent: `urban`, `area:township`, `serving:heat`, `by-hand`.
extension Assignee: LosslessStringConvertible {
  private static let (area, serving, hand) = ("area:", "serving:", "by-hand")

  /// Nil for a level that is no place's own, and for nothing.
  public init?(_ text: String) {
    if text == Self.hand {
      self = .byHand
    } else if text.hasPrefix(Self.area) {
      guard let level = Unit.Level(rawValue: String(text.dropFirst(Self.area.count))), Self.placeLevels.contains(level) else { return nil }
      self = .ofArea(level)
    } else if text.hasPrefix(Self.serving) {
      let service = String(text.dropFirst(Self.serving.count))
      guard !service.isEmpty else { return nil }
      self = .serving(service)
    } else {
      guard !text.isEmpty, !text.contains(":") else { return nil }
      self = .unit(UnitID(text))
    }
  }

  public var description: String {
    switch self {
    case .unit(let unit): unit.value
    case .ofArea(let level): "\(Self.area)\(level.rawValue)"
    case .serving(let service): "\(Self.serving)\(service)"
    case .byHand: Self.hand
    }
  }

  /// The levels of which every place has at most one unit.
  public static let placeLevels: [Unit.Level] = [.county, .township]
}

extension Assignee: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let assignee = Assignee(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” names nobody")
    }
    self = assignee
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Unit.Level: Worded {
  public var phrase: Phrase {
    switch self {
    case .province: Phrase("省级", "Province")
    case .city: Phrase("市级", "City")
    case .hotline: Phrase("热线中心", "Hotline centre")
    case .bureau: Phrase("部门", "Bureau")
    case .county: Phrase("县区", "County")
    case .township: Phrase("镇街", "Township")
    case .station: Phrase("站所", "Station")
    case .utility: Phrase("公共服务企业", "Utility")
    case .contactPoint: Phrase("联系点", "Contact point")
    }
  }

  /// How far down it stands; work must not be pushed below the level that a rule names. A bureau and a firm stand beside a county.
  public var depth: Int {
    switch self {
    case .province: 0
    case .city, .hotline: 1
    case .bureau, .county, .utility, .contactPoint: 2
    case .township: 3
    case .station: 4
    }
  }
}
