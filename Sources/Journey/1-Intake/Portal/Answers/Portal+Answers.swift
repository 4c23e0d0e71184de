import Casework
import Search
import Web
import Workdays

extension Portal {
  var answering: [Endpoint] {
    [
      .page("portal/answers", .citizen, Phrase("大家问过的", "Answers to others"), query: AnswersPage.query, handle: answers),
      .page("portal/answers/{id}", .citizen, Phrase("公开的答复", "A published answer"), handle: answer),
    ]
  }

  private static let page = 20

  @Sendable private func answers(_ call: Call) async throws -> Answer {
    let (query, profile) = (call.query, profile)
    let words = query.text("q")
    let top = query.optionalText("category").map { CategoryID($0) }
    let after = query.whole("after")
    let (found, tops) = try await ledger.look { sql, vault in
      let shelf = PublishedAnswers(sql, vault)
      let found =
        words.isEmpty
        ? try shelf.list(of: top, after: try after.flatMap(shelf.one), limit: Self.page + 1)
        : try shelf.find(words, of: top, before: after, limit: Self.page + 1)
      return (found, try shelf.tops())
    }
    let page = AnswersPage(
      words: words, top: top, tops: tops, answers: Array(found.prefix(Self.page)), isMore: found.count > Self.page, call: call,
      profile: profile)
    return .page(page.render())
  }

  @Sendable private func answer(_ call: Call) async throws -> Answer {
    let id = Int64(call.parameter("id"))
    let found = try await ledger.look { sql, vault in try id.flatMap { try PublishedAnswers(sql, vault).one($0) } }
    guard let found else { throw PortalProblem.noAnswer }
    return .page(AnswerPage.render(found, call, profile))
  }
}
