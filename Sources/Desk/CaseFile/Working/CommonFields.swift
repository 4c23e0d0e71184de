import Casework
import Web
import Workdays

/// Fields that several stages ask for in the same words.
extension Field {
  /// The version of the case that the person had before their eyes; a change in between is then told instead of overwritten.
  public static let seen = Field(SubmittedForm.seenName, .whole(1...Int64.max), Phrase("页面版本", "Version seen"))
  public static let note = Field("note", .lines(2000), Phrase("备注", "Note"))

  public static func words(_ name: String, _ label: Phrase, max: Int = 2000, required: Bool = true, help: Phrase? = nil) -> Field {
    Field(name, .lines(max), label, required: required, help: help)
  }

  public static let place = Field(
    "place",
    .object([
      Field("address", .line(300), Phrase("地址", "Address"), required: true),
      Field("lat", .decimal(-90...90), Phrase("纬度", "Latitude")),
      Field("lon", .decimal(-180...180), Phrase("经度", "Longitude")),
    ]), Phrase("事发地点", "Place"))

  public static let area = Field("area", .reference(.area), Phrase("区域", "Area"))
}

extension Input {
  public var seen: Int? { whole(SubmittedForm.seenName).map(Int.init) }

  /// The place, where one was given.
  public var place: Place? {
    guard let place = object("place"), let address = place.optionalText("address") else { return nil }
    return Place(address: address, latitude: place.decimal("lat"), longitude: place.decimal("lon"))
  }
}

extension AnswerShape {
  /// What the doer of an order's verb is told.
  public static let orderReceipt = AnswerShape.object(
    "OrderReceipt",
    [
      .init("number", .text), .init("state", .choice(OrderState.allCases.map(\.rawValue))), .maybe("unit", .text), .maybe("due", .moment),
      .maybe("clocks", .list(of: .open)),
    ])
  public static let appealReceipt = AnswerShape.object(
    "AppealReceipt",
    [
      .init("number", .text), .init("state", .choice(AppealState.allCases.map(\.rawValue))),
    ])
}
