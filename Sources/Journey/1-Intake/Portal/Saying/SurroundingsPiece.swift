import Casework
import Search
import Web
import Workdays

/// What we can say while somebody still types: which area the address lies in, what others reported around there, what was
/// answered to others. It opens in a page of its own, so that nothing typed is lost.
struct SurroundingsPiece {
  let whereabouts: Whereabouts
  let matters: [OpenMatter]
  let answers: [PublishedAnswer]
  let profile: Profile
  let language: Language

  func render() -> HTML { "\(area)\(open)\(answered)" }

  private var area: HTML {
    guard whereabouts.isFound, let area = whereabouts.area else { return .empty }
    let words = Phrase("看来是在\(area.name.zh)。", "That seems to be in \(area.name.en).")
    return "<p class=\"soft\" data-area=\"\(area.id.value)\">\(words, language)</p>"
  }

  private var open: HTML {
    when(!matters.isEmpty) {
      let words = MatterWords(profile: profile, language: language)
      let items = HTML.each(matters) { matter -> HTML in
        """
        <li><b>\(words.title(matter), language)</b><span class="soft">\(words.state(matter), language) · \
        \(words.crowd(matter, more: 0), language)</span>\
        <a class="secondary" href="\(Paths.portalMatter(matter.id))" target="_blank" rel="noopener">\
        \(Phrase("我也遇到了", "Me too"), language)</a></li>
        """
      }
      return """
        <section class="known"><h3>\(Phrase("别人也反映过附近的", "Others reported around there"), language)</h3>\
        <p class="soft">\(Phrase("是同一件事就点“我也遇到了”，不用再写一遍。", "If it is the same, press “Me too” and write no more."), language)</p>\
        <ul>\(items)</ul></section>
        """
    }
  }

  private var answered: HTML {
    when(!answers.isEmpty) {
      let items = HTML.each(answers) { answer -> HTML in
        "<li><a href=\"\(Paths.portalAnswer(answer.id))\" target=\"_blank\" rel=\"noopener\">\(answer.title)</a></li>"
      }
      return "<section class=\"known\"><h3>\(Phrase("也许已经有答复", "Perhaps it was answered"), language)</h3><ul>\(items)</ul></section>"
    }
  }

  /// What of the form is looked at.
  static let form: Form = [
    Field("text", .lines(20_000), Phrase("内容", "Words")), Field("place", .line(300), Phrase("地点", "Where")),
    Field("area", .reference(.area), Phrase("区域", "Area")), Field("lat", .decimal(-90...90), Phrase("纬度", "Latitude")),
    Field("lon", .decimal(-180...180), Phrase("经度", "Longitude")),
  ]
}
