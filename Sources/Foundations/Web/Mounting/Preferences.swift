import Workdays

/// How a visitor wants to see the pages, kept in cookies of the browser.
enum Preferences {
  private static let year = 31_536_000
  private static let next = Field("next", .line(500), Phrase("返回页面", "Page to return to"))

  static let endpoints: [Endpoint] = [
    .post(
      "language", .anyone, Phrase("切换语言", "Switch the language"),
      form: [
        .required(
          "language", .choice([Choice("zh", Phrase("中文", "Chinese")), Choice("en", Phrase("英文", "English"))]), Phrase("语言", "Language")),
        next,
      ],
      surfaces: [.page]
    ) { call in
      .seeOther(back(call)).setting(SetCookie(SetCookie.language, call.input.text("language"), lasts: year))
    },
    .post(
      "size", .anyone, Phrase("切换字号", "Switch the size of print"),
      form: [
        .required(
          "size", .choice([Choice("normal", Phrase("标准", "Normal")), Choice("large", Phrase("大字", "Large"))]), Phrase("字号", "Size")), next,
      ],
      surfaces: [.page]
    ) { call in
      .seeOther(back(call)).setting(SetCookie(SetCookie.size, call.input.text("size"), lasts: year))
    },
    .post(
      "contrast", .anyone, Phrase("切换对比度", "Switch the contrast"),
      form: [
        .required(
          "contrast", .choice([Choice("normal", Phrase("标准", "Normal")), Choice("more", Phrase("高", "High"))]), Phrase("对比度", "Contrast")),
        next,
      ],
      surfaces: [.page]
    ) { call in
      .seeOther(back(call)).setting(SetCookie(SetCookie.contrast, call.input.text("contrast"), lasts: year))
    },
    .page("design", .anyone, Phrase("界面设计", "The look")) { call in .page(DesignPage(call: call).render()) },
  ]

  /// The page that the visitor came from, less a language in its address, which would win over the cookie.
  private static func back(_ call: Call) -> String {
    let path = Paths.inside(call.input.optionalText("next"))
    guard let mark = path.firstIndex(of: "?") else { return path }
    let kept = path[path.index(after: mark)...].split(separator: "&").filter { !$0.hasPrefix("lang=") }
    return kept.isEmpty ? String(path[..<mark]) : "\(path[..<mark])?\(kept.joined(separator: "&"))"
  }
}
