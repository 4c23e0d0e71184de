import Foundation

/// The holidays and make-up working days of the State Council's yearly notices, 2004 to 2026.
enum NationalHolidays {
  /// Read once from `notices`.
  static let days = read(notices)
  static let covers = (CivilDay("2004-01-01") ?? .earliest)...(CivilDay("2026-12-31") ?? .latest)

  /// A year, then names, each followed by its days and ranges of days (`mmdd`); `work` names the make-up working days.
  private static let notices = """
    2004 new-year 0101 spring-festival 0122-0128 labour-day 0501-0507 national-day 1001-1007
    2004 work 0117 0118 0508 0509 1009 1010
    2005 new-year 0101-0103 spring-festival 0209-0215 labour-day 0501-0507 national-day 1001-1007
    2005 work 0205 0206 0430 0508 1008 1009
    2006 new-year 0101-0103 spring-festival 0129-0204 labour-day 0501-0507 national-day 1001-1007
    2006 work 0128 0205 0429 0430 0930 1008 1230 1231
    2007 new-year 0101-0103 1230-1231 spring-festival 0218-0224 labour-day 0501-0507 national-day 1001-1007
    2007 work 0217 0225 0428 0429 0929 0930 1229
    2008 new-year 0101 spring-festival 0206-0212 tomb-sweeping 0404-0406 labour-day 0501-0503 dragon-boat 0607-0609 mid-autumn 0913-0915
    2008 national-day 0929-1005
    2008 work 0202 0203 0504 0927 0928
    2009 new-year 0101-0103 spring-festival 0125-0131 tomb-sweeping 0404-0406 labour-day 0501-0503 dragon-boat 0528-0530
    2009 national-day 1001-1002 1004-1008 mid-autumn 1003
    2009 work 0104 0124 0201 0531 0927 1010
    2010 new-year 0101-0103 spring-festival 0213-0219 tomb-sweeping 0403-0405 labour-day 0501-0503 dragon-boat 0614-0616
    2010 mid-autumn 0922-0924 national-day 1001-1007
    2010 work 0220 0221 0612 0613 0919 0925 0926 1009
    2011 new-year 0101-0103 spring-festival 0202-0208 tomb-sweeping 0403-0405 labour-day 0430-0502 dragon-boat 0604 0606
    2011 mid-autumn 0910-0912 national-day 1001-1007
    2011 work 0130 0212 0402 1008 1009 1231
    2012 new-year 0101-0103 spring-festival 0122-0128 tomb-sweeping 0402-0404 labour-day 0429-0501 dragon-boat 0622 0624 mid-autumn 0930
    2012 national-day 1001-1007
    2012 work 0121 0129 0331 0401 0428 0929
    2013 new-year 0101-0103 spring-festival 0209-0215 tomb-sweeping 0404-0406 labour-day 0429-0501 dragon-boat 0610-0612
    2013 mid-autumn 0919-0921 national-day 1001-1007
    2013 work 0105 0106 0216 0217 0407 0427 0428 0608 0609 0922 0929 1012
    2014 new-year 0101 spring-festival 0131-0206 tomb-sweeping 0405-0407 labour-day 0501-0503 dragon-boat 0602 mid-autumn 0908
    2014 national-day 1001-1007
    2014 work 0126 0208 0504 0928 1011
    2015 new-year 0101-0103 spring-festival 0218-0224 tomb-sweeping 0405-0406 labour-day 0501 dragon-boat 0620 0622
    2015 victory-day 0903-0904 mid-autumn 0927 national-day 1001-1007
    2015 work 0104 0215 0228 0906 1010
    2016 new-year 0101 spring-festival 0207-0213 tomb-sweeping 0404 labour-day 0501-0502 dragon-boat 0609-0611 mid-autumn 0915-0917
    2016 national-day 1001-1007
    2016 work 0206 0214 0612 0918 1008 1009
    2017 new-year 0101-0102 spring-festival 0127-0202 tomb-sweeping 0402-0404 labour-day 0501 dragon-boat 0528-0530
    2017 national-day 1001-1003 1005-1008 mid-autumn 1004
    2017 work 0122 0204 0401 0527 0930
    2018 new-year 0101 1230-1231 spring-festival 0215-0221 tomb-sweeping 0405-0407 labour-day 0429-0501 dragon-boat 0618 mid-autumn 0924
    2018 national-day 1001-1007
    2018 work 0211 0224 0408 0428 0929 0930 1229
    2019 new-year 0101 spring-festival 0204-0210 tomb-sweeping 0405-0407 labour-day 0501-0504 dragon-boat 0607-0609 mid-autumn 0913-0915
    2019 national-day 1001-1007
    2019 work 0202 0203 0428 0505 0929 1012
    2020 new-year 0101 spring-festival 0124-0202 tomb-sweeping 0404-0406 labour-day 0501-0505 dragon-boat 0625-0627
    2020 national-day 1001-1008
    2020 work 0119 0426 0509 0628 0927 1010
    2021 new-year 0101-0103 spring-festival 0211-0217 tomb-sweeping 0403-0405 labour-day 0501-0505 dragon-boat 0612-0614
    2021 mid-autumn 0919-0921 national-day 1001-1007
    2021 work 0207 0220 0425 0508 0918 0926 1009
    2022 new-year 0101-0103 1231 spring-festival 0131-0206 tomb-sweeping 0403-0405 labour-day 0430-0504 dragon-boat 0603-0605
    2022 mid-autumn 0910-0912 national-day 1001-1007
    2022 work 0129 0130 0402 0424 0507 1008 1009
    2023 new-year 0101-0102 1230-1231 spring-festival 0121-0127 tomb-sweeping 0405 labour-day 0429-0503 dragon-boat 0622-0624
    2023 mid-autumn 0929 national-day 0930-1006
    2023 work 0128 0129 0423 0506 0625 1007 1008
    2024 new-year 0101 spring-festival 0210-0217 tomb-sweeping 0404-0406 labour-day 0501-0505 dragon-boat 0610 mid-autumn 0915-0917
    2024 national-day 1001-1007
    2024 work 0204 0218 0407 0428 0511 0914 0929 1012
    2025 new-year 0101 spring-festival 0128-0204 tomb-sweeping 0404-0406 labour-day 0501-0505 dragon-boat 0531-0602
    2025 national-day 1001-1005 1007-1008 mid-autumn 1006
    2025 work 0126 0208 0427 0928 1011
    2026 new-year 0101-0103 spring-festival 0215-0223 tomb-sweeping 0404-0406 labour-day 0501-0505 dragon-boat 0619-0621
    2026 mid-autumn 0925-0927 national-day 1001-1007
    2026 work 0104 0214 0228 0509 0920 1010
    """

  private static func read(_ text: String) -> (holidays: [CivilDay: String], makeUpDays: Set<CivilDay>) {
    var holidays: [CivilDay: String] = [:]
    var makeUpDays: Set<CivilDay> = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let year = words.first.flatMap({ Int($0) }) else { continue }
      var name = ""
      for word in words.dropFirst() {
        let days = range(word, year: year)
        if days.isEmpty { name = String(word) }
        if name == "work" {
          makeUpDays.formUnion(days)
        } else {
          for day in days { holidays[day] = name }
        }
      }
    }
    return (holidays, makeUpDays)
  }

  /// `0215-0223` or `0215` of `year`; empty when `word` is a name.
  private static func range(_ word: Substring, year: Int) -> [CivilDay] {
    let ends = word.split(separator: "-").compactMap { Int($0) }.compactMap {
      CivilDay(year: year, month: $0 / 100, day: $0 % 100)
    }
    guard let first = ends.first, let last = ends.last, first <= last else { return [] }
    return Array(first...last)
  }
}
