import Testing
import Vault

/// What everybody may see.
@Suite struct MaskingTests {
  @Test(arguments: [("王秀英", "王**"), ("欧阳娜娜", "欧**"), ("Ann Lee", "A**"), ("王", "王**"), ("", nil)] as [(String, String?)])
  func names(_ name: String, _ shown: String?) { #expect(Masking.name(name) == shown) }

  @Test(arguments: [("13812345678", "138****5678"), ("05305312345", "053****2345"), ("5312345", "****45"), ("12345", "****45")])
  func phones(_ phone: String, _ shown: String) { #expect(Masking.phone(phone) == shown) }

  @Test func whatIsMissingStaysMissing() {
    #expect(Masking.name(nil) == nil && Masking.phone(nil) == nil)
  }

  @Test(arguments: [
    ("我的电话13812345678请回电", "我的电话138****5678请回电"),
    ("座机0530-5312345", "座机053*-***2345"),
    ("138 1234 5678", "138 **** 5678"),
    ("身份证37290119800101123X", "身份证372***********123X"),
    ("身份证372901198001011234", "身份证372***********1234"),
    ("拨打12345和110", "拨打12345和110"),
    ("小区3号楼2单元501室", "小区3号楼2单元501室"),
    ("卡号6222021234567890123", "卡号622************0123"),
    ("没有数字", "没有数字"),
    ("", ""),
    ("13812345678 13987654321", "138******** *******4321"),
    ("电话１３８１２３４５６７８", "电话１３８****５６７８"),
    ("138  1234  5678", "138  ****  5678"),
    ("2026-09-30路灯坏了", "2026-09-30路灯坏了"),
    ("从2026-9-3起", "从2026-9-3起"),
    ("2026年9月30日8时", "2026年9月30日8时"),
    ("2026-09-30 08:15来电13812345678", "2026-09-30 08:15来电138****5678"),
    ("13812345678 2026-09-30 08:15", "138****5678 2026-09-30 08:15"),
    ("2026-09-30 13812345678", "2026-09-30 138****5678"),
    ("2026-09-30 2026-10-08", "2026-09-30 2026-10-08"),
    ("20260930", "202***30"),
    ("2026-02-30", "202*-**-30"),
    ("1234-05-06", "123*-**-06"),
    ("2026-09-30-1", "202*-**-*0-1"),
    ("372901 1980-01-01 123X", "372*** ****-**-** 123X"),
    ("372901-1980-01-01-1234", "372***-****-**-**-1234"),
    ("138123 2026-09-30 45678", "138*** ****-**-** *5678"),
    ("参见工单 YX261117-W23880-43WM。", "参见工单 YX261117-W23880-43WM。"),
    ("YX261121-29148-4T7X，电话13812345678", "YX261121-29148-4T7X，电话138****5678"),
    ("13812345678 YX261121-29148-4T7X", "138****5678 YX261121-29148-4T7X"),
    ("YX261141-29148-4T7X", "YX261***-**148-4T7X"),
    ("YX261121-29148-4T7X5", "YX261***-**148-4T7X5"),
    ("aYX261121-29148-4T7X", "aYX261***-**148-4T7X"),
  ]) func texts(_ text: String, _ shown: String) { #expect(Masking.text(text) == shown) }

  @Test(
    arguments: [
      ("举报人李晓明反映夜间施工，请到李晓明家核实", "李晓明", "举报人李**反映夜间施工，请到李**家核实"), ("王大明举报", "王大", "王**明举报"), ("请核实", "李晓明", "请核实"),
      ("明天再来", "明", "明天再来"), ("请核实", nil, "请核实"),
    ] as [(String, String?, String)])
  func aNameInAText(_ text: String, _ name: String?, _ shown: String) { #expect(Masking.name(name, in: text) == shown) }

  /// The longest run of digits, written together or with what people put between them.
  private static func longestRun(_ text: String) -> Int {
    var longest = 0
    var run = 0
    for character in text {
      if character.isWholeNumber { run += 1 } else if !" -".contains(character) { run = 0 }
      longest = max(longest, run)
    }
    return longest
  }

  /// Dates as a reader would tell them, found by other means than the rule's.
  private static func withoutDates(_ text: String) -> String {
    let date = /(^|[^0-9０-９])(?:19|20)[0-9][0-9]-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12][0-9]|3[01])(?![0-9０-９])/
    return text.replacing(date) { "\($0.1)#" }
  }

  @Test func datesAreReadAndNumbersAreNot() {
    var generator = SeededGenerator(state: 2026)
    for _ in 0..<5_000 {
      let (year, month, day) = (
        Int.random(in: 1900...2099, using: &generator), Int.random(in: 1...12, using: &generator), Int.random(in: 1...28, using: &generator)
      )
      let pad = Bool.random(using: &generator)
      func two(_ number: Int) -> String { pad && number < 10 ? "0\(number)" : "\(number)" }
      let date = "\(year)-\(two(month))-\(two(day))"
      let phone = "1\(Int.random(in: 3_000_000_000...9_999_999_999, using: &generator))"
      for text in ["\(date)报修", "电话\(phone)，\(date)", "\(date) \(phone)", "\(phone) \(date) 08:15", "\(date)至\(date)"] {
        let shown = Masking.text(text)
        #expect(shown.contains(date) && !shown.contains(phone), "\(text) → \(shown)")
      }
      let region = Int.random(in: 110_000...820_000, using: &generator)
      let id = "\(region) \(date) \(Int.random(in: 1000...9999, using: &generator))"
      #expect(!Masking.text(id).contains(date), "\(id)")
    }
  }

  @Test func noLongNumberSurvivesInAnyText() {
    var generator = SeededGenerator(state: 12345)
    let pieces = [
      "0", "7", "13", "138", "5678", "20260930", "2026-09-30", "-10-8", "１", "８６", " ", "-", "号", "X", "x", "，", "a", "🌃", "张", "\n",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...24, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let shown = Masking.text(text)
      #expect(shown.count == text.count, "\(text)")
      #expect(Self.longestRun(Self.withoutDates(shown)) < 7, "\(text) → \(shown)")
      // Whatever is no digit stays as it was.
      for (before, after) in zip(text, shown) where before != after {
        #expect(after == "*" && (before.isWholeNumber || "xX".contains(before)))
      }
    }
  }
}
