import CaseFile
import Casework
import Ledger
import Search
import Vault
import Web
import Workdays

extension IntakeStage {
  /// What citizens do without an account: tell us, follow, correct, take back, rate.
  public var portal: [Endpoint] { Portal(ledger: ledger).endpoints }
}

/// The citizens' portal: large, plain, for phones first and without scripts.
struct Portal: Sendable {
  let ledger: Ledger
  /// How much is being worked on in each area: the same for some minutes, because everybody may ask.
  let matterCounts = Kept<CivilDay, [AreaID: Int]>(for: 3 * 60_000)

  var endpoints: [Endpoint] {
    [
      .page("portal", .citizen, Phrase("市民服务", "For citizens"), handle: welcome),
      .page("portal/appeals/new", .citizen, Phrase("反映问题", "Tell us"), handle: ask),
      submission,
      .page("portal/follow", .citizen, Phrase("查询进度", "Follow your case"), handle: askForNumber),
      following,
      .page("portal/appeals/{number}", .citizen, Phrase("我的诉求", "Your case"), handle: show),
      .page("portal/appeals/{number}/receipt", .citizen, Phrase("已经收到", "We have it"), handle: receipt),
      .page("portal/appeals/{number}/attachments/{file}", .citizen, Phrase("图片", "Picture"), handle: picture),
      .page(
        "portal/appeals/{number}/letters/{id}", .citizen, Phrase("写给您的函件", "A letter to you"),
        query: [Field("order", .identifier, Phrase("所说的工单", "The order of which it tells"))], handle: letter),
      surroundings, correction, withdrawal, rating, attaching, leaving,
    ] + answering + matters
  }

  var submission: Endpoint {
    .post(
      "portal/appeals", .citizen, Phrase("提交", "Send"), form: PortalForm.statement, surfaces: [.page], uploads: .pictures,
      redraw: { call, problem in StatementPage(endpoint: self.submission, call: call, profile: profile, problem: problem).render() },
      handle: submit)
  }

  /// What the page of a new appeal shows beside what is typed. A post, because the words of people belong in no address.
  var surroundings: Endpoint {
    .post(
      "portal/surroundings", .citizen, Phrase("附近的情况", "What is known around there"), form: SurroundingsPiece.form, surfaces: [.page],
      handle: surround)
  }

  var following: Endpoint {
    .post(
      "portal/follow", .citizen, Phrase("查询", "Look it up"), form: FollowForm.fields, surfaces: [.page],
      redraw: { call, problem in FollowPage.render(self.following, call, problem: problem) }, handle: follow)
  }

  var correction: Endpoint {
    .post(
      "portal/appeals/{number}/correction", .citizen, Phrase("补充或更正", "Add or correct"), form: StatementForm.correction,
      surfaces: [.page]
    ) { call in
      let verb = CorrectAppeal(appeal: call.number, text: call.input.text("text"), addition: call.input.flag("addition"))
      return try await perform(verb, call)
    }
  }

  var withdrawal: Endpoint {
    .post(
      "portal/appeals/{number}/withdrawal", .citizen, Phrase("撤回诉求", "Take it back"), form: StatementForm.withdrawal,
      surfaces: [.page]
    ) { call in
      try await perform(WithdrawAppeal(appeal: call.number, reason: call.input.optionalText("reason")), call)
    }
  }

  var rating: Endpoint {
    .post(
      "portal/appeals/{number}/rating", .citizen, Phrase("提交评价", "Send it"), form: PortalForm.rating,
      surfaces: [.page]
    ) { call in
      try await perform(PortalForm.rate(call), call)
    }
  }

  var attaching: Endpoint {
    .post("portal/appeals/{number}/attachments", .citizen, Phrase("补充图片", "Add pictures"), surfaces: [.page], uploads: .pictures) { call in
      try await perform(AttachPictures(appeal: call.number, pictures: call.uploads), call)
    }
  }

  var leaving: Endpoint {
    .post("portal/leave", .citizen, Phrase("看完了，退出", "Finish and leave"), surfaces: [.page], handle: leave)
  }

  var profile: Profile { ledger.profile() }
}
