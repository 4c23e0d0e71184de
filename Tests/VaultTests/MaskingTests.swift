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
  ]) func texts(_ text: String, _ shown: String) { #expect(Masking.text(text) == shown) }

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

  @Test func noLongNumberSurvivesInAnyText() {
    var generator = SeededGenerator(state: 12345)
    let pieces = ["0", "7", "13", "138", "5678", "20260930", "１", "８６", " ", "-", "号", "X", "x", "，", "a", "🌃", "张", "\n"]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...24, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let shown = Masking.text(text)
      #expect(shown.count == text.count, "\(text)")
      #expect(Self.longestRun(shown) < 7, "\(text) → \(shown)")
      // Whatever is no digit stays as it was.
      for (before, after) in zip(text, shown) where before != after {
        #expect(after == "*" && (before.isWholeNumber || "xX".contains(before)))
      }
    }
  }
}
