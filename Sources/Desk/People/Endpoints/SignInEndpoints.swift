import Casework
import Web
import Workdays

/// Signing in and out.
struct SignInEndpoints {
  let accounts: Accounts

  var all: [Endpoint] {
    [
      .page("login", .anyone, Phrase("登录", "Sign in"), query: [PeopleForms.next], handle: page),
      .post(
        "sessions", .anyone, Phrase("登录", "Sign in"), form: PeopleForms.signIn, answers: PeopleAnswers.session, creates: true,
        redraw: redraw,
        handle: begin),
      .post("logout", .anyone, Phrase("退出", "Sign out"), surfaces: [.page], handle: end),
      .delete("sessions", .signedIn, Phrase("结束本人的所有登录", "End all of one's own sessions"), handle: endAll),
    ]
  }

  private func page(_ call: Call) async throws -> Answer {
    let next = Paths.inside(call.query.optionalText("next"))
    if call.visitor.actor != nil { return .seeOther(next) }
    return .page(LoginPage.render(call.visitor, name: "", next: next))
  }

  private func begin(_ call: Call) async throws -> Answer {
    do {
      let begun = try await accounts.signIn(
        name: call.input.text("name"), password: call.input.text("password"), address: call.address, at: call.now)
      let json = JSONValue.members(
        ("account", .text(begun.actor.account.value)), ("session", .text(begun.session)), ("csrf", .text(begun.csrf)),
        ("mustChange", .flag(begun.mustChange)))
      let next = begun.mustChange ? Paths.password : Paths.inside(call.input.optionalText("next"))
      return Answer.created(json, at: next).setting(SetCookie(SetCookie.session, begun.session, lasts: Sessions.longestDays * 86_400))
    } catch let problem as PeopleProblem where call.surface == .page {
      return .page(again(call, problem), refusing: problem)
    }
  }

  private func redraw(_ call: Call, _ problem: any Problem) async throws -> HTML { again(call, problem) }

  private func again(_ call: Call, _ problem: any Problem) -> HTML {
    LoginPage.render(call.visitor, name: call.submitted["name"] ?? "", next: Paths.inside(call.submitted["next"]), problem: problem)
  }

  private func end(_ call: Call) async throws -> Answer {
    if let session = call.session { try await accounts.signOut(session: session) }
    return Answer.seeOther(Paths.login).setting(.removed(SetCookie.session))
  }

  private func endAll(_ call: Call) async throws -> Answer {
    try await accounts.signOutEverywhere(call.actor.account.value)
    return .nothing
  }
}
