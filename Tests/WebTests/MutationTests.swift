import Casework
import TestKit
import Testing
import Workdays

@testable import Web

/// Forms, files and addresses, spoiled: they read within their bounds, or are refused with a problem.
@Suite struct MutationTests {
  private static let form: Form = [
    .required("text", .lines(40), Phrase("内容", "Text")), Field("phone", .phone, Phrase("电话", "Phone")),
    Field("limit", .limit, Phrase("时限", "Limit")), Field("day", .day, Phrase("日期", "Day")), Field("at", .moment, Phrase("时间", "At")),
    Field("amount", .money(0...1_000_000), Phrase("金额", "Amount")), Field("number", .identifier, Phrase("编号", "Number")),
    Field("people", .list(of: .object([Field("name", .line(10), Phrase("姓名", "Name"))]), max: 3), Phrase("人员", "People")),
  ]

  @Test func submittedFormsAreReadWithinBounds() {
    let inputs = [
      "text=%E8%B7%AF%E7%81%AF&phone=138+1234+5678&limit=5wd&day=2026-09-30&at=2026-09-30T08:00&amount=12.50&number=yx1",
      "people.0.name=a&people.2.name=b&text=x&_csrf=t",
    ]
    Mutations.each(of: inputs, pieces: ["%", "%00", "%0A", "&", "=", "+", "people.9999999999.name=", "people.-1.name=x", ".", "%F0%9F"]) {
      bytes in
      guard let submitted = try? URLEncoded.read(bytes), let input = try? Self.form.read(form: submitted) else { return }
      #expect((1...40).contains(input.text("text").count))
      if let phone = input.optionalText("phone") {
        #expect((3...15).contains(phone.utf8.count) && phone.utf8.allSatisfy { (48...57).contains($0) })
      }
      if let number = input.optionalText("number") { #expect(caseNumber(number) == number) }
    }
  }

  @Test func telephoneNumbersAreDigits() {
    Mutations.eachText(
      of: ["+86 138-1234-5678", "(0530) 5312345", "１２３４５６７"], pieces: ["+", "86", "0086", "（", "-", " ", "转", "x", "\u{0}"]
    ) { text in
      guard let number = phone(text) else { return }
      #expect((3...15).contains(number.count) && number.utf8.allSatisfy { (48...57).contains($0) }, "\(text)")
    }
  }

  /// However the bytes are cut, the parts are the same, and never more than what was sent.
  @Test func multipartReadsTheSameHoweverItArrives() {
    let body =
      "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n路灯\r\n--b\r\n"
      + "Content-Disposition: form-data; name=\"files\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n\u{1}\r\n--b--\r\n"
    let pieces = [
      "--b", "--b--", "\r\n", "\r", "\n", "\r\n\r\n", "name=", "\"", ";", "filename=\"x\"", "--", "Content-Disposition: form-data; ",
    ]
    Mutations.each(of: [body], pieces: pieces) { bytes in
      let whole = parts(bytes, chunk: max(bytes.count, 1))
      for chunk in [1, 7] { #expect(parts(bytes, chunk: chunk) == whole, "\(String(decoding: bytes, as: UTF8.self))") }
      #expect((whole ?? []).reduce(0) { $0 + $1.bytes.count } <= bytes.count)
    }
  }

  private struct Part: Equatable {
    let head: PartHead
    var bytes: [UInt8] = []
  }

  private func parts(_ bytes: [UInt8], chunk: Int) -> [Part]? {
    guard var parser = MultipartParser(boundary: "b") else { return nil }
    var parts: [Part] = []
    do {
      for start in stride(from: 0, to: bytes.count, by: chunk) {
        try parser.feed(bytes[start..<min(start + chunk, bytes.count)]) { event in
          switch event {
          case .begin(let head): parts.append(Part(head: head))
          case .data(let data): parts[parts.count - 1].bytes += data
          case .end: break
          }
        }
      }
    } catch { return nil }
    return parser.isDone ? parts : nil
  }

  @Test func namesOfPathsStayInside() {
    let inputs = ["/orders/G1?tab=2", "/portal/appeals/new", "//evil.example", "/a%2e"]
    Mutations.eachText(of: inputs, pieces: ["//", "\\", "%", "..", "\r\n", "http:", "@", "é"]) { text in
      let path = Paths.inside(text)
      #expect(path.hasPrefix("/") && !path.hasPrefix("//") && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }, "\(text)")
    }
  }
}
