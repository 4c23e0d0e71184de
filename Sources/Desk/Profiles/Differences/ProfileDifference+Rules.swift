import Casework
import Workdays

/// Limits, ladder, policy, scope and reasons.
extension ProfileDifference {
  var limits: [ProfileChange] {
    let words = PolicyWords(new)
    let list = ListDifference<LimitRule>(
      section: .limits, key: { ProfileWriter.conditions($0.clock, $0.conditions) },
      subject: { words.subject($0.clock, $0.conditions) }, words: \.limit.phrase, part: { _ in "limits" })
    // Only among those of one clock does the order mean anything.
    let moves = ClockKind.allCases.flatMap { clock in
      list.moved(old.limits.rules.filter { $0.clock == clock }, new.limits.rules.filter { $0.clock == clock }).map { moved in
        ProfileChange(
          .limits, words.subject(clock, moved.item.conditions), Self.place(moved.from), Self.place(moved.to), part: "limits", moved: true)
      }
    }
    return list.changes(old.limits.rules, new.limits.rules) + moves
  }

  static func place(_ index: Int) -> Phrase { Phrase("第 \(index + 1) 条", "line \(index + 1)") }

  var ladder: [ProfileChange] {
    let words = PolicyWords(new)
    return ListDifference<Rung>(
      section: .ladder, key: { "\($0.code) \(ProfileWriter.conditions($0.clock, $0.conditions))" },
      subject: { words.subject($0.clock, $0.conditions) }, words: words.rung, part: { _ in "ladder" }
    ).changes(old.policy.ladder, new.policy.ladder)
  }

  var policy: [ProfileChange] {
    let (one, other) = (old.policy, new.policy)
    func limit(_ zh: String, _ en: String, _ value: KeyPath<CasePolicy, Limit>) -> (Phrase, Phrase, Phrase) {
      (Phrase(zh, en), one[keyPath: value].phrase, other[keyPath: value].phrase)
    }
    func count(_ zh: String, _ en: String, _ value: KeyPath<CasePolicy, Int>) -> (Phrase, Phrase, Phrase) {
      (Phrase(zh, en), Self.number(one[keyPath: value]), Self.number(other[keyPath: value]))
    }
    func flag(_ zh: String, _ en: String, _ value: KeyPath<CasePolicy, Bool>) -> (Phrase, Phrase, Phrase) {
      (Phrase(zh, en), PolicyWords.flag(one[keyPath: value]), PolicyWords.flag(other[keyPath: value]))
    }
    return values(
      .policy, part: "settings",
      [
        limit("退单时限", "Time to return", \.returns.within), count("退单次数", "Returns", \.returns.rounds),
        limit("每次延期上限", "Most of one extension", \.extensions.most), count("延期次数", "Extensions", \.extensions.times),
        limit("挂起上限", "Most of a suspension", \.suspension.most), count("重办次数", "Redone rounds", \.redo.rounds),
        count("办结后可说“未解决”的天数", "Days to say “not solved”", \.redo.claimDays),
        count("回访次数", "Tries of a call-back", \.callback.attempts),
        (Phrase("回访比例", "Share called back"), PolicyWords.share(one.callback.share), PolicyWords.share(other.callback.share)),
        count("查询所需手机尾号位数", "Digits to follow a case", \.publicFollowing.lastDigits),
        count("每件可输错次数", "Wrong tries for a case", \.publicFollowing.tries),
        count("每个网络地址可输错次数", "Wrong tries from an address", \.publicFollowing.addressTries),
        count("锁定分钟数", "Minutes of the lock", \.publicFollowing.lockMinutes),
        flag("到时自动签收", "Signed by the clock", \.autoSign), flag("直通镇街", "Straight to townships", \.directToTownship),
        flag("反馈须附联系凭证", "Feedback needs proof of contact", \.contactProofRequired),
        flag("回访前审核", "Feedback is reviewed", \.reviewRequired),
        flag("领导接听件先由承办单位负责人审核", "The head of the unit reviews a leader's order first", \.headReview),
        count("并单提示天数", "Days within which orders are offered", \.merging.days),
        count("并单提示张数", "Orders offered at most", \.merging.most),
      ]) + measures + openness
  }

  /// What everybody may read.
  private var openness: [ProfileChange] {
    let (one, other) = (old.policy.openness, new.policy.openness)
    let matters = ListDifference<CategoryID>(
      section: .policy, key: \.value, subject: { _ in Phrase("公开在办事项", "Open matters are shown") }, words: new.taxonomy.title,
      part: { _ in "openness" })
    let single = values(
      .policy, part: "openness",
      [
        (Phrase("公开答复", "Answers are public"), PolicyWords.flag(one.answers), PolicyWords.flag(other.answers)),
        (Phrase("公开每月数字", "The month's figures are public"), PolicyWords.flag(one.figures), PolicyWords.flag(other.figures)),
        (
          Phrase("同一网络每天可点“我也遇到了”的次数", "“Me too” a day from one network"), Self.number(one.meTooPerDay),
          Self.number(other.meTooPerDay)
        ),
      ])
    return single + matters.changes(one.openMatters, other.openMatters)
  }

  private var measures: [ProfileChange] {
    let (one, other) = (old.policy.measures, new.policy.measures)
    func words(_ limit: Limit?) -> Phrase { limit?.phrase ?? Phrase("无", "none") }
    func count(_ number: Int?) -> Phrase { number.map(Self.number) ?? Phrase("无", "none") }
    return values(.policy, MeasureKind.allCases.map { ($0.phrase, words(one.limits[$0]), words(other.limits[$0])) })
      + values(.policy, [(Phrase("集中诉求提示件数", "Appeals that make an incident"), count(one.incidentFrom), count(other.incidentFrom))])
  }

  var scope: [ProfileChange] {
    let (one, other) = (old.policy, new.policy)
    let accepted = ListDifference<Phrase>(
      section: .scope, key: \.zh, subject: { _ in Phrase("受理", "Taken") }, words: { $0 }, part: { _ in "accepted" })
    let refused = ListDifference<RefusalReason>(
      section: .scope, key: \.code, subject: { Phrase("不受理：\($0.matter.zh)", "Not taken: \($0.matter.en)") },
      words: { reason in
        let approval = reason.needsApproval ? Phrase("（须经批准）", " (with approval)") : Phrase("", "")
        return Phrase("\(reason.matter.zh)；\(reason.route.zh)\(approval.zh)", "\(reason.matter.en); \(reason.route.en)\(approval.en)")
      }, part: { _ in "refusals" })
    let lines = ListDifference<EmergencyLine>(
      section: .scope, key: \.number, subject: { Phrase("紧急电话 \($0.number)", "Emergency line \($0.number)") }, words: \.name,
      part: { _ in "emergency-lines" })
    return accepted.changes(one.acceptedMatters, other.acceptedMatters) + refused.changes(one.refusals, other.refusals)
      + lines.changes(one.emergencyLines, other.emergencyLines)
  }

  var reasons: [ProfileChange] {
    ReasonList.allCases.flatMap { list in
      ListDifference<ReasonCode>(
        section: .reasons, key: \.code, subject: { Phrase("\(list.phrase.zh) \($0.code)", "\(list.phrase.en): \($0.code)") },
        words: \.phrase, part: { _ in list.rawValue }
      ).changes(list.codes(in: old.policy), list.codes(in: new.policy))
    }
  }
}
