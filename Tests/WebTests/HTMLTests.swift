import Testing
import Web
import Workdays

@Suite struct HTMLTests {
  @Test func wordsAreEscapedAndMarkupIsNot() {
    let words = "<b onclick=\"x\">'&"
    let page: HTML = "<p title=\"\(words)\">\(words)</p>\(HTML(trusted: "<hr>"))"
    let escaped = "&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;"
    #expect(page.text == "<p title=\"\(escaped)\">\(escaped)</p><hr>")
  }

  @Test func optionalsListsNumbersAndPhrases() {
    let none: String? = nil
    let parts: [HTML] = ["<i>1</i>", "<i>2</i>"]
    let page: HTML = "\(none)\(parts)\(3)\(Phrase("<签收>", "Sign"), .zh)\(Phrase("签收", "Sign"), .en)"
    #expect(page.text == "<i>1</i><i>2</i>3&lt;签收&gt;Sign")
  }

  @Test func joinedWhenAndEach() {
    #expect(HTML.joined(["a", "b"], separator: ", ").text == "a, b")
    #expect(when(false) { "never" } == HTML.empty)
    #expect(when("<" as String?) { "\($0)" }.text == "&lt;")
    #expect(HTML.each(1...3) { "\($0);" }.text == "1;2;3;")
  }

  @Test func attributesAppearOnlyWhereTheyHold() {
    let title: String? = "\"quoted\""
    let input: HTML = "<input\(attribute: "required", if: true)\(attribute: "checked", if: false)\(attribute: "title", title)>"
    #expect(input.text == "<input required title=\"&quot;quoted&quot;\">")
  }

  @Test func pathsEscapeWhatComesIn() {
    #expect(Paths.order("A B/../x") == "/orders/A%20B%2F..%2Fx")
    #expect(Paths.filled("orders/{number}/signature", ["number": "G1-2"]) == "/orders/G1-2/signature")
    #expect(Paths.inside("//evil.example") == "/" && Paths.inside("/orders?q=1") == "/orders?q=1" && Paths.inside("/\\evil") == "/")
  }
}
