import Casework
import Profiles
import Workdays

/// The words with which a city opens its supervision notices: the profile's letter. Other measures have none.
struct NoticeLetter {
  private let file: MeasureFile
  private let today: CivilDay

  init(file: MeasureFile, on today: CivilDay) { (self.file, self.today) = (file, today) }

  func written(in language: Language) throws -> WrittenLetter? {
    guard file.measure.matter.kind == .notice else { return nil }
    return try file.profile.letter(.supervised)?.written(with: values, in: language)
  }

  private var values: [LetterValue: Phrase] {
    let (measure, profile) = (file.measure, file.profile)
    let units = (measure.duties.isEmpty ? measure.matter.units : measure.duties.map(\.unit)).map(file.unit)
    var said = [
      LetterValue.number: plain(file.number), .title: plain(file.title), .unit: list(units), .city: profile.city, .hotline: profile.name,
      .today: today.phrase,
    ]
    // Several units with deadlines of their own: each stands in the table below.
    let ends = Set(measure.duties.map(\.clock.deadline.at))
    said[.deadline] = ends.count > 1 ? nil : ends.first?.phrase ?? measure.clock?.deadline.at.phrase
    said[.reason] = measure.matter.cause?.phrase
    said[.line] = profile.mainLine.map { plain($0.number) }
    return said
  }

  private func list(_ names: [Phrase]) -> Phrase {
    Phrase(
      names.map(\.zh).joined(separator: Language.zh.listMark), names.map(\.en).joined(separator: Language.en.listMark))
  }

  private func plain(_ text: String) -> Phrase { Phrase(text, text) }
}
