import Casework
import Profiles
import Web
import Workdays

/// The form of the settings. What is left out stays as it is; only on a page does a box that is not ticked mean no.
enum PolicyForm {
  /// What belongs together, as the page shows it.
  static let groups: [(title: Phrase, fields: [Field])] = [
    (
      Phrase("退单、延期、挂起、重办", "Returns, extensions, suspensions, redone rounds"),
      [
        Field("return_within", .limit, Phrase("退单时限", "Time to return")), Field("return_rounds", .whole(0...99), Phrase("可退次数", "Returns")),
        Field("extension_most", .limit, Phrase("每次延期上限", "Most of one extension")),
        Field("extension_times", .whole(0...99), Phrase("可延期次数", "Extensions")),
        Field("suspension_most", .limit, Phrase("挂起上限", "Most of a suspension")),
        Field("redo_rounds", .whole(0...99), Phrase("重办次数", "Redone rounds"), help: Phrase("之后转督办。", "Then supervision takes it up.")),
        Field(
          "claim_days", .whole(0...365), Phrase("办结后可说“未解决”的天数", "Days to say “not solved”"),
          help: Phrase("在此期间市民说没解决，即重办；0 为不可。", "A citizen who says so within them has it redone; 0 allows none.")),
      ]
    ),
    (
      Phrase("回访", "Call-back"),
      [
        Field("callback_attempts", .whole(1...99), Phrase("回访次数", "Tries")),
        Field("callback_share", .whole(1...100), Phrase("回访比例（%）", "Share (%)"), help: Phrase("100 即逐件回访。", "100 calls everybody back.")),
      ]
    ),
    (
      Phrase("凭编号查询", "Following a case"),
      [
        Field("last_digits", .whole(4...11), Phrase("手机尾号位数", "Digits of the phone")),
        Field("tries", .whole(1...100), Phrase("每件可输错次数", "Wrong tries for a case")),
        Field("address_tries", .whole(1...1000), Phrase("每个网络地址可输错次数", "Wrong tries from an address")),
        Field("lock_minutes", .whole(1...10_080), Phrase("锁定分钟数", "Minutes of the lock")),
      ]
    ),
    (
      Phrase("并单提示", "Offers to merge"),
      [
        Field("merging_days", .whole(1...366), Phrase("多少天内立的在办工单", "Open orders of so many days")),
        Field("merging_most", .whole(1...20), Phrase("最多提示几张", "So many at most")),
      ]
    ),
  ]
  static let ticks: [Field] = [
    .tick("auto_sign", Phrase("到时自动签收", "Signed by the clock")),
    .tick("direct_to_township", Phrase("热线可直接派到镇街", "The hotline dispatches straight to townships")),
    .tick("contact_proof", Phrase("反馈须附联系凭证", "Feedback needs proof of contact")),
    .tick("review", Phrase("回访前先审核反馈", "Feedback is reviewed before the call-back")),
    .tick(
      "head_review", Phrase("领导接听件先由承办单位负责人审核", "The head of the unit reviews a leader's order first"),
      help: Phrase("再由接听的领导、热线办审核。", "Then the leader who answered the call, then the office.")),
  ]
  static let form = Form(groups.flatMap { $0.fields } + ticks + [ProfileDesk.seen])

  /// - Parameter ticked: whether saying nothing about a flag means no.
  static func settings(_ input: Input, _ old: PolicySettings, ticked: Bool) -> PolicySettings {
    var new = old
    func number(_ name: String, _ value: inout Int) { if let given = input.whole(name) { value = Int(given) } }
    func limit(_ name: String, _ value: inout Limit) { if let given = input.limit(name) { value = given } }
    limit("return_within", &new.returns.within)
    number("return_rounds", &new.returns.rounds)
    limit("extension_most", &new.extensions.most)
    number("extension_times", &new.extensions.times)
    limit("suspension_most", &new.suspension)
    number("redo_rounds", &new.redo.rounds)
    number("claim_days", &new.redo.claimDays)
    number("callback_attempts", &new.callback.attempts)
    if let share = input.whole("callback_share") { new.callback.share = share == 100 ? .all : .sample(percent: Int(share)) }
    number("last_digits", &new.publicFollowing.lastDigits)
    number("tries", &new.publicFollowing.tries)
    number("address_tries", &new.publicFollowing.addressTries)
    number("lock_minutes", &new.publicFollowing.lockMinutes)
    number("merging_days", &new.merging.days)
    number("merging_most", &new.merging.most)
    func flag(_ name: String, _ value: inout Bool) { value = input.optionalFlag(name) ?? (ticked ? false : value) }
    flag("auto_sign", &new.autoSign)
    flag("direct_to_township", &new.directToTownship)
    flag("contact_proof", &new.contactProof)
    flag("review", &new.review)
    new.headReview = input.optionalFlag("head_review") ?? (ticked ? false : new.headReview)
    return new
  }

  static func values(of settings: PolicySettings) -> SubmittedForm {
    let share = if case .sample(let percent) = settings.callback.share { percent } else { 100 }
    let numbers = [
      ("return_rounds", settings.returns.rounds), ("extension_times", settings.extensions.times), ("redo_rounds", settings.redo.rounds),
      ("claim_days", settings.redo.claimDays), ("callback_attempts", settings.callback.attempts), ("callback_share", share),
      ("last_digits", settings.publicFollowing.lastDigits),
      ("tries", settings.publicFollowing.tries), ("address_tries", settings.publicFollowing.addressTries),
      ("lock_minutes", settings.publicFollowing.lockMinutes), ("merging_days", settings.merging.days),
      ("merging_most", settings.merging.most),
    ]
    let limits = [
      ("return_within", settings.returns.within), ("extension_most", settings.extensions.most), ("suspension_most", settings.suspension),
    ]
    let flags = [
      ("auto_sign", settings.autoSign), ("direct_to_township", settings.directToTownship), ("contact_proof", settings.contactProof),
      ("review", settings.review), ("head_review", settings.headReview ?? false),
    ]
    var pairs = numbers.map { ($0.0, String($0.1)) }
    pairs += limits.map { ($0.0, $0.1.description) }
    pairs += flags.filter { $0.1 }.map { ($0.0, "true") }
    return SubmittedForm(pairs)
  }
}
