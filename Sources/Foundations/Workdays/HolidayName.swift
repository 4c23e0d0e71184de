import Foundation

/// The names of holidays. A calendar names a holiday by a code of this table or by a free text of its own.
public enum HolidayName {
  /// The codes that the national notices need, each with its name.
  public static let known: [String: Phrase] = [
    "new-year": Phrase("元旦", "New Year's Day"),
    "spring-festival": Phrase("春节", "Spring Festival"),
    "tomb-sweeping": Phrase("清明节", "Tomb-Sweeping Day"),
    "labour-day": Phrase("劳动节", "Labour Day"),
    "dragon-boat": Phrase("端午节", "Dragon Boat Festival"),
    "mid-autumn": Phrase("中秋节", "Mid-Autumn Festival"),
    "national-day": Phrase("国庆节", "National Day"),
    "victory-day": Phrase("抗战胜利纪念日", "Victory Day"),
  ]

  /// The name behind `code`; a free text is its own name in both languages.
  public static func phrase(_ code: String) -> Phrase {
    known[code] ?? Phrase(code, code)
  }

  /// The code of a holiday's name in either language; a name that the table does not know is its own code.
  public static func code(_ name: String) -> String {
    known.first { $0.value.zh == name || $0.value.en == name || "\($0.value.zh)节" == name }?.key ?? name
  }

  /// The statutory holiday that falls on this date every year (Regulation on Public Holidays as of 2025):
  /// 1 January, 1 and 2 May, 1 to 3 October. The lunar ones have no fixed date.
  static func statutory(_ day: CivilDay) -> String? {
    switch (day.month, day.day) {
    case (1, 1): "new-year"
    case (5, 1...2): "labour-day"
    case (10, 1...3): "national-day"
    default: nil
    }
  }
}
