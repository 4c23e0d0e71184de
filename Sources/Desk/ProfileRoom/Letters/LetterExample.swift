import CaseFile
import Casework
import Profiles
import Web
import Workdays

/// A case that nobody reported, by which a letter is shown before it is printed for anybody.
struct LetterExample {
  private let profile: Profile
  private let now: Moment

  init(_ profile: Profile, at now: Moment) { (self.profile, self.now) = (profile, now) }

  private var number: String {
    CaseNumber.issue(prefix: profile.prefix, day: now.adding(days: -1).day, sequence: 12_345, random: 0)
  }

  private var units: [Unit] { profile.units.units.values.sorted { $0.id < $1.id } }

  private func at(_ time: String, days: Int) -> Phrase {
    let day = now.adding(days: days).day.phrase
    return Phrase("\(day.zh) \(time)", "\(day.en), \(time)")
  }

  private func values(_ occasion: LetterOccasion) -> [LetterValue: Phrase] {
    let unit = units.first { $0.level == .bureau } ?? units.first
    let refusal = profile.policy.refusals.first
    let delay = profile.policy.extensionReasons.first?.phrase ?? Phrase("情况复杂，需多方核实", "Complex, several must check")
    let reply = Phrase(
      "经核实，您的补贴申请已审核通过，款项将于本月底前到账。\n如有变化，我们会及时告知您。",
      "Your application has been approved; the money will arrive before the end of the month.\nWe will let you know if anything changes.")
    let all: [LetterValue: Phrase] = [
      .number: Phrase(number, number), .title: Phrase("补贴迟迟没有到账", "An allowance that has not arrived"), .caller: Phrase("王**", "W***"),
      .received: at("09:20", days: -1), .unit: unit?.name ?? profile.name, .deadline: at("17:30", days: 5),
      .reason: reason(occasion, refusal?.matter ?? delay, delay), .route: refusal?.route ?? Phrase("12348", "12348"), .reply: reply,
      .city: profile.city, .hotline: profile.name, .line: profile.mainLine.map { Phrase($0.number, $0.number) } ?? Phrase("12345", "12345"),
      .today: now.day.phrase,
    ]
    return all.filter { occasion.values.contains($0.key) }
  }

  private func reason(_ occasion: LetterOccasion, _ refusal: Phrase, _ delay: Phrase) -> Phrase {
    switch occasion {
    case .declined: refusal
    case .supervised: MeasureCause.overdue.phrase
    default: delay
    }
  }

  private var heading: LetterHeading {
    LetterHeading(
      hotline: profile.name, number: number, signature: (units.first { $0.level == .hotline } ?? units.first)?.name ?? profile.name,
      day: now.day,
      note: Phrase("示例：这里的事项是虚构的。", "An example: nobody reported this."))
  }

  /// The letter as it would be printed.
  func written(_ letter: Letter, _ language: Language) throws -> WrittenLetter {
    try letter.written(with: values(letter.occasion), in: language)
  }

  func paper(_ letter: Letter, _ language: Language) throws -> HTML {
    LetterPaper(try written(letter, language), heading, language).sheet
  }
}
