import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
import Web

@Suite struct PageSurfaceTests {
  private let path = "/orders/G1/return"

  @Test func aFormGoesOnWithThePage() async throws {
    try await House.test { client in
      let answer = try await client.page(.post, path, form: "_csrf=token-o&reason=%E4%B8%8D+%E6%98%AF")
      #expect(answer.status == .seeOther && answer.headers[.location] == "/orders/G1")
      let htmx = try await client.page(.post, path, form: "_csrf=token-o&reason=a", headers: [HTTPField.Name("HX-Request")!: "true"])
      #expect(htmx.status == .ok && htmx.headers[HTTPField.Name("HX-Redirect")!] == "/orders/G1")
    }
  }

  @Test func thePageThatFollowsSaysOnceWhatWasDone() async throws {
    try await House.test { client in
      let answer = try await client.page(.post, path, form: "_csrf=token-o&reason=a")
      let set = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("lianxin_told=") })
      let cookie = "lianxin_session=soff; \(set.prefix { $0 != ";" })"
      let page = try await client.page(.get, "/orders/G1", cookie: cookie)
      #expect(page.text.contains("已办：退单 · G1") && page.text.contains("aria-live=\"polite\""))
      #expect(page.headers[values: .setCookie].contains { $0.hasPrefix("lianxin_told=;") && $0.contains("Max-Age=0") })
      #expect(!(try await client.page(.get, "/orders/G1").text.contains("class=\"toasts\"")))
      for broken in ["done", "done.", "done.%%", "other.5bey", "done.\(String(repeating: "A", count: 3000))"] {
        let page = try await client.page(.get, "/orders/G1", cookie: "lianxin_session=soff; lianxin_told=\(broken)")
        #expect(page.status == .ok && !page.text.contains("class=\"toasts\""), "\(broken)")
      }
    }
  }

  @Test func aFormOfACitizenOrARefusalLeavesNoWord() async throws {
    try await House.test { client in
      let refused = try await client.page(.post, path, form: "_csrf=token-o&unit=nobody")
      let sent = try await client.page(.post, "/portal/appeals", form: "_csrf=token-o&reason=a")
      for answer in [refused, sent] { #expect(!answer.headers[values: .setCookie].contains { $0.hasPrefix("lianxin_told") }) }
    }
  }

  @Test func theStrangerIsLedToTheSignIn() async throws {
    try await House.test { client in
      let answer = try await client.page(.get, "/orders/G1?tab=2", cookie: nil)
      #expect(answer.status == .seeOther && answer.headers[.location] == "/login?next=%2Forders%2FG1%3Ftab%3D2")
    }
  }

  @Test(arguments: ["", "_csrf=", "_csrf=token-d&"]) func aFormWithoutTheTokenIsRefused(_ token: String) async throws {
    try await House.test { client in
      let answer = try await client.page(.post, path, form: "\(token)reason=a")
      #expect(answer.status == .forbidden)
    }
  }

  @Test func aFormOfAnotherSiteIsRefused() async throws {
    try await House.test { client in
      func status(_ headers: HTTPFields) async throws -> HTTPResponse.Status {
        try await client.page(.post, path, form: "_csrf=token-o&reason=a", headers: headers).status
      }
      let origin = try await status([.origin: "https://evil.example"])
      let fetched = try await status([HTTPField.Name("Sec-Fetch-Site")!: "cross-site"])
      let own = try await status([.origin: "http://localhost"])
      #expect(origin == .forbidden && fetched == .forbidden && own == .seeOther)
    }
  }

  @Test func aRefusedFormIsShownAgainAsItWas() async throws {
    try await House.test { client in
      let answer = try await client.page(.post, path, form: "_csrf=token-o&reason=%3Cb%3E&unit=nobody")
      #expect(answer.status == .unprocessableContent && answer.text.contains("&lt;b&gt;</textarea>"))
      #expect(
        answer.text.contains("href=\"#f-unit\"") && answer.text.contains("没有这个单位")
          && answer.text.contains("name=\"_csrf\" value=\"token-o\""))
    }
  }

  @Test func everyRefusalIsAPage() async throws {
    try await House.test { client in
      let state = try await client.page(.post, "/orders/G1/signature", form: "_csrf=token-o")
      #expect(state.status == .conflict && state.text.contains("此件已签收"))
      let crash = try await client.page(.post, "/orders/G1/closure", form: "_csrf=token-o")
      #expect(crash.status == .internalServerError && !crash.text.contains("SELECT") && crash.text.contains("编号"))
      #expect(try await client.page(.post, path, cookie: "lianxin_session=sdisp", form: "_csrf=token-d&reason=a").text.contains("承办人"))
      #expect(try await client.page(.get, path).status == .methodNotAllowed)
      #expect(try await client.page(.get, "/nowhere").text.contains("没有找到"))
      #expect(
        try await client.page(.post, path, form: "_csrf=token-o&reason=\(String(repeating: "x", count: 3100))").status == .contentTooLarge)
      #expect(try await client.page(.post, path, form: "{}", headers: [.contentType: "application/json"]).status == .unsupportedMediaType)
    }
  }

  @Test func namesOnPagesAreEscapedAndTheLanguageIsKept() async throws {
    try await House.test { client in
      let page = try await client.page(.get, "/orders/G1?lang=en")
      #expect(page.text.contains("李&lt;承办&gt;") && page.text.contains("lang=\"en\"") && page.text.contains("Sign out"))
      #expect(page.headers[values: .setCookie].contains { $0.hasPrefix("lianxin_language=en") && $0.contains("HttpOnly; SameSite=Lax") })
      let back = try await client.page(.post, "/language", form: "_csrf=token-o&language=zh&next=/orders/G1%3Flang%3Den")
      #expect(back.headers[.location] == "/orders/G1")
    }
  }

  @Test func aPageThatRefusesSaysHowLong() async throws {
    try await House.test { client in
      let page = try await client.page(.get, "/tries")
      #expect(page.status == .tooManyRequests && page.headers[.retryAfter] == "60" && page.text == "<p>later</p>")
    }
  }

  @Test func aCitizenNeedsNoAccountButTheVisitsToken() async throws {
    try await House.test { client in
      let page = try await client.page(.get, "/portal")
      #expect(page.status == .ok && page.text.contains("市民"))
      let first = try await client.page(.get, "/portal", cookie: nil)
      let cookie = try #require(first.headers[.setCookie]).prefix { $0 != ";" }
      let token = cookie.dropFirst("lianxin_visit=".count)
      #expect(first.text.contains("value=\"\(token)\""))
      #expect(try await client.page(.post, "/portal/appeals", cookie: nil, form: "_csrf=\(token)&reason=a").status == .forbidden)
      #expect(try await client.page(.post, "/portal/appeals", cookie: String(cookie), form: "_csrf=\(token)&reason=a").status == .seeOther)
    }
  }

  @Test func picturesArriveAndOthersAreRefused() async throws {
    try await House.test { client in
      func send(_ file: [UInt8]) async throws -> TestResponse {
        let head = "Content-Disposition: form-data; name="
        let before =
          "--x\r\n\(head)\"_csrf\"\r\n\r\ntoken-o\r\n--x\r\n\(head)\"reason\"\r\n\r\na\r\n--x\r\n\(head)\"files\"; filename=\"1.png\"\r\n\r\n"
        let body = ByteBuffer(bytes: Array(before.utf8) + file + Array("\r\n--x--\r\n".utf8))
        let headers: HTTPFields = [.cookie: "lianxin_session=soff", .contentType: "multipart/form-data; boundary=x"]
        return try await client.execute(uri: "/portal/appeals", method: .post, headers: headers, body: body)
      }
      let good = try await send(Pictures.png)
      #expect(good.status == .seeOther && good.headers[.location] == "/portal/appeals/1-9")
      let large = try await send(Array(repeating: 1, count: 120))
      #expect(large.status == .unprocessableContent && large.text.contains(">\na</textarea>"))
      let other = try await send(Array("GIF89a, but only PNG is taken".utf8))
      #expect(other.status == .unprocessableContent && other.text.contains("1.png"))
    }
  }

  @Test func browsersFindTheMark() async throws {
    try await House.test { client in
      #expect(try await client.page(.get, "/portal").text.contains("<link rel=\"icon\" type=\"image/svg+xml\" href=\"/assets/"))
      let mark = try await client.page(.get, "/favicon.ico")
      #expect(mark.status == .ok && mark.headers[.contentType] == "image/svg+xml" && mark.headers[.cacheControl] == "no-cache")
    }
  }

  @Test func assetsAreServedCompressedAndForGood() async throws {
    try await House.test { client in
      for name in ["own.css", "own.js", "htmx.min.js", "bootstrap.min.css", "bootstrap.bundle.min.js", "line.js", "mark.svg"] {
        let answer = try await client.page(.get, Assets.path(name))
        #expect(
          answer.status == .ok && answer.headers[.contentEncoding] == "gzip" && answer.headers[.cacheControl]?.contains("immutable") == true
        )
        #expect(answer.body.getBytes(at: answer.body.readerIndex, length: 2) == [0x1F, 0x8B])
      }
      #expect(try await client.page(.get, "/assets/old/own.css").headers[.cacheControl] == "no-cache")
      #expect(try await client.page(.get, Assets.path("own.css"), headers: [.acceptEncoding: "identity"]).status == .notAcceptable)
      #expect(try await client.page(.get, "/assets/0/nothing.css").status == .notFound)
    }
  }
}

/// A form that comes too late, twice or without its session.
@Suite struct LateFormTests {
  private let path = "/orders/G1/signature"

  @Test func aStaleFormShowsWhatWasTypedBesideWhatHappened() async throws {
    try await House.test { client in
      let answer = try await client.page(.post, "/orders/G1/urging", form: "_csrf=token-o&seen=3&note=%3Ci%3E%E8%AF%B7%E7%AD%89")
      #expect(answer.status == .conflict && answer.text.contains("此件已签收"))
      #expect(answer.text.contains("&lt;i&gt;请等") && answer.text.contains("href=\"/orders/G1\""))
    }
  }

  @Test func aFormOfAnEndedSessionLeadsBackToItsPage() async throws {
    try await House.test { client in
      let page = HTTPFields([.init(name: .referer, value: "http://localhost/orders/G1?tab=2")])
      let answer = try await client.page(.post, path, cookie: nil, form: "note=a", headers: page)
      #expect(answer.status == .seeOther && answer.headers[.location] == "/login?next=%2Forders%2FG1%3Ftab%3D2")
      let foreign = try await client.page(.post, path, cookie: nil, form: "note=a", headers: [.referer: "http://evil.example/orders/G1"])
      #expect(foreign.headers[.location] == "/login")
    }
  }

  @Test func aFormWithAnOldTokenIsShownAgainWithANewOne() async throws {
    try await House.test { client in
      let answer = try await client.page(.post, "/orders/G1/return", form: "_csrf=old&reason=%E4%B8%8D%E6%98%AF")
      #expect(answer.status == .forbidden && answer.text.contains("不是</textarea>") && answer.text.contains("value=\"token-o\""))
    }
  }
}
