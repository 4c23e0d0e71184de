import CaseFile
import Casework
import Testing
import Workdays

@testable import Suggestions

@Suite struct CategoryGuessTests {
  private let guesser = CategoryGuesser(profile: SmallCity.profile)

  @Test func theCitysWordsNameTheCategoryAndSayWhy() throws {
    let best = try #require(guesser.guesses("家里暖气不热，孩子都感冒了").first)
    #expect(best.category == SmallCity.heating && best.confidence == .likely)
    #expect(best.reasons.first?.zh.contains("“不热”") == true)
  }

  @Test func aNameOfTheTaxonomyIsEnoughForAMaybe() throws {
    let best = try #require(guesser.guesses("小区门口路灯坏了").first)
    #expect(best.category == SmallCity.lamps && best.confidence == .possible)
  }

  @Test func likeCasesDecideWhereNoWordIsKnown() throws {
    let votes = ["退费": Array(repeating: SmallCity.fees, count: 9), "今天": [SmallCity.lamps, SmallCity.fees, SmallCity.heating]]
    let best = try #require(guesser.guesses("今天去退费没人理", votes: votes).first)
    #expect(best.category == SmallCity.fees && best.reasons.first?.zh == "近期说法相近的 9 件归此类")
  }

  @Test func aWordThatStandsInEveryCategorySaysNothing() {
    let votes = ["今天": [SmallCity.lamps, SmallCity.fees, SmallCity.heating]]
    #expect(guesser.guesses("今天天气不错", votes: votes).isEmpty)
  }

  @Test(arguments: ["", "。", "嗯"]) func nothingIsSaidAboutNothing(_ text: String) {
    #expect(guesser.guesses(text).isEmpty)
  }

  @Test func otherIsNeverGuessedByItsName() {
    #expect(guesser.guesses("其他的事情").allSatisfy { $0.category != "城乡建设/公用设施/其他" })
  }
}

@Suite struct SmallRuleTests {
  private let areas = SmallCity.profile.areas

  @Test(arguments: [
    ("湖滨街道9号", "lakeside"), ("湖滨卫生院", "lakeside"), ("东湖湖滨路", "east"), ("东湖区某小区", "east"), ("石门车站", "gate"), ("云溪市里", "city"),
  ])
  func theSmallestAreaThatIsNamedIsFound(_ words: String, _ area: String) {
    #expect(AreaFinder(areas).area(in: words)?.id == AreaID(area))
  }

  @Test func noAreaIsInvented() {
    #expect(AreaFinder(areas).area(in: "人民路10号") == nil)
    #expect(AreaFinder(areas).area(in: "") == nil)
  }

  @Test(arguments: [
    ("请问身份证怎么办理", Kind.consultation), ("我要投诉物业", .complaint), ("建议多设公厕", .suggestion), ("感谢王师傅", .praise),
    ("举报偷排污水", .report), ("家里停水了", .help),
  ])
  func theKindIsHeard(_ text: String, _ kind: Kind) {
    #expect(KindGuess.kind(of: text, among: Kind.allCases) == kind)
  }

  @Test func aKindThatTheCityDoesNotTakeIsNotGuessed() {
    #expect(KindGuess.kind(of: "感谢王师傅", among: [.help, .complaint]) == .help)
  }

  @Test func limitsAreThoseOfTheMatterInPlainWords() throws {
    let now = try Moment(iso8601: "2026-03-02T09:00:00+08:00")
    let limits = PlainLimit.limits(SmallCity.profile, .help, .normal, SmallCity.heating, unit: "heat", from: now)
    #expect(limits.map(\.clock) == [.transfer, .sign, .handling])
    #expect(limits[0].phrase.zh == "4 个工作小时内派出，最迟 2026年3月2日 14:30")
    #expect(limits[2].phrase.zh == "派出后 24 小时内办结，现在派出最迟 2026年3月3日 09:00")
    let critical = PlainLimit.limits(SmallCity.profile, .help, .critical, SmallCity.lamps, unit: nil, from: now)
    #expect(critical[0].limit == .minutes(15) && critical[2].limit == .workingDays(5))
  }

  @Test func guidesOfTheCategoriesAboveHoldBelow() {
    #expect(SmallCity.profile.questions(for: SmallCity.heating).map(\.name) == ["building"])
    #expect(SmallCity.profile.templates(for: SmallCity.heating).map(\.id) == ["measure", "standard"])
    #expect(SmallCity.profile.questions(for: SmallCity.lamps).isEmpty && SmallCity.profile.questions(for: nil).isEmpty)
  }

  @Test func aNumberThatIsStillTypedIsNobodys() {
    #expect(CallerNumber.whole("138") == nil && CallerNumber.whole("abc") == nil)
    #expect(CallerNumber.whole("+86 138-0000-1234") == "13800001234")
  }
}
