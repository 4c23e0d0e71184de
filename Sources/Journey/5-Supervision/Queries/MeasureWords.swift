import Casework
import Workdays

/// What an event of a measure says to people: the deed, and the texts that came with it.
struct MeasureWords: Sendable {
  struct Quote: Sendable {
    let label: Phrase
    let text: TextID
  }

  private(set) var deed: Phrase
  private(set) var quotes: [Quote] = []
  private(set) var file: AttachmentID?

  var texts: [TextID] { quotes.map(\.text) }

  private init(_ zh: String, _ en: String) { deed = Phrase(zh, en) }

  private func quoting(_ zh: String, _ en: String, _ text: TextID?) -> MeasureWords {
    guard let text else { return self }
    var words = self
    words.quotes.append(Quote(label: Phrase(zh, en), text: text))
    return words
  }

  private func calling(_ duties: [Duty], _ profile: Profile) -> MeasureWords {
    guard !duties.isEmpty else { return self }
    let zh = duties.map { "\(profile.units.name(of: $0.unit).zh)（\($0.clock.deadline.at.phrase.zh) 前）" }.joined(separator: "、")
    let en = duties.map { "\(profile.units.name(of: $0.unit).en) (by \($0.clock.deadline.at.phrase.en))" }.joined(separator: ", ")
    var words = self
    words.deed = Phrase("\(deed.zh)，交 \(zh)", "\(deed.en); it goes to \(en)")
    return words
  }

  init(_ event: MeasureEvent, _ profile: Profile) {
    switch event.action {
    case .open, .receive, .answer, .accept, .reject, .assign: self = Self.byUnits(event, profile)
    case .instruct, .inspect, .approve, .refuse, .agree: self = Self.byLeaders(event, profile)
    case .fileCase, .opine, .sign, .decide, .meet, .review: self = Self.byOffices(event, profile)
    case .urge, .remark, .attach, .withdraw, .link, .broadcast: self = Self.atAnyTime(event)
    }
  }

  private static func byUnits(_ event: MeasureEvent, _ profile: Profile) -> MeasureWords {
    switch event {
    case .opened(let matter, let duties, _):
      let kind = matter.kind.phrase
      let why = matter.cause.map { Phrase("（\($0.phrase.zh)）", " (\($0.phrase.en))") } ?? Phrase("", "")
      return MeasureWords("发起\(kind.zh)\(why.zh)", "opened it: \(kind.en)\(why.en)").calling(duties, profile)
        .quoting("要求", "Demand", matter.demand)
    case .received(let unit):
      return MeasureWords("接收：\(profile.units.name(of: unit).zh)", "took it in hand for \(profile.units.name(of: unit).en)")
    case .answered(let unit, let text):
      return MeasureWords("回复：\(profile.units.name(of: unit).zh)", "answered for \(profile.units.name(of: unit).en)").quoting(
        "回复内容", "Answer", text)
    case .accepted(let text): return MeasureWords("认可并办结", "accepted it and closed it").quoting("意见", "Words", text)
    case .rejected(let text, let duties):
      return MeasureWords("退回重报", "sent the answer back").calling(duties, profile).quoting("理由", "Reason", text)
    case .assigned(let duties):
      return duties.reduce(MeasureWords("交办任务", "gave duties").calling(duties, profile)) { $0.quoting("要求", "Demand", $1.demand) }
    default: return MeasureWords(event.action.phrase.zh, event.action.phrase.en)
    }
  }

  private static func byLeaders(_ event: MeasureEvent, _ profile: Profile) -> MeasureWords {
    switch event {
    case .instructed(let text, let duties):
      return MeasureWords("批示", "instructed").calling(duties, profile).quoting("批示", "Instruction", text)
    case .inspected(let finding, let duties):
      let place = finding.place.map { "（\($0.address)）" } ?? ""
      let zh = finding.confirmed ? "情况属实" : "与回复不符"
      let en = finding.confirmed ? "as reported" : "not as reported"
      return MeasureWords("现场督察\(place)：\(zh)", "inspected on site\(place): \(en)").calling(duties, profile).quoting(
        "督察情况", "Finding", finding.text)
    case .approved(let text, let duties):
      return MeasureWords("批准发布", "approved its publication").calling(duties, profile).quoting("意见", "Words", text)
    case .refused(let text): return MeasureWords("不予发布", "refused its publication").quoting("理由", "Reason", text)
    case .agreed(let text, let duties):
      return MeasureWords("记录议定事项", "recorded what was agreed").calling(duties, profile).quoting("议定", "Agreed", text)
    default: return MeasureWords(event.action.phrase.zh, event.action.phrase.en)
    }
  }

  private static func byOffices(_ event: MeasureEvent, _ profile: Profile) -> MeasureWords {
    switch event {
    case .filed(let party): return MeasureWords("\(party.phrase.zh)立卷", "opened the file of the \(party.phrase.en.lowercased())")
    case .opined(let party, let text):
      return MeasureWords("填写\(party.phrase.zh)意见", "wrote the opinion of the \(party.phrase.en.lowercased())").quoting(
        "意见", "Opinion", text)
    case .signed(let party): return MeasureWords("\(party.phrase.zh)会签", "signed for the \(party.phrase.en.lowercased())")
    case .decided(let decision, let duties):
      let unit = decision.unit.map { profile.units.name(of: $0) }
      let zh = unit.map { "：\($0.zh)" } ?? ""
      let en = unit.map { ": \($0.en)" } ?? ""
      return MeasureWords("形成结论（\(decision.result.phrase.zh)\(zh)）", "decided (\(decision.result.phrase.en)\(en))").calling(duties, profile)
        .quoting("结论", "Decision", decision.text)
    case .met(let meeting, let clock):
      let next = clock.map { Phrase("，下次会议 \($0.deadline.at.phrase.zh) 前", "; the next by \($0.deadline.at.phrase.en)") } ?? Phrase("", "")
      return MeasureWords("会议研究（\(meeting.at.phrase.zh)）\(next.zh)", "held a meeting (\(meeting.at.phrase.en))\(next.en)")
        .quoting("议程", "Agenda", meeting.agenda).quoting("纪要", "Minutes", meeting.minutes)
    case .reviewed(let text, let clock):
      let next = clock.map { Phrase("，下次复核 \($0.deadline.at.phrase.zh) 前", "; the next by \($0.deadline.at.phrase.en)") } ?? Phrase("", "")
      return MeasureWords("到期复核\(next.zh)", "reviewed it\(next.en)").quoting("复核情况", "Review", text)
    default: return MeasureWords(event.action.phrase.zh, event.action.phrase.en)
    }
  }

  private static func atAnyTime(_ event: MeasureEvent) -> MeasureWords {
    switch event {
    case .linked(let appeals): return MeasureWords("关联 \(appeals.count) 件诉求", "linked \(appeals.count) appeal(s)")
    case .broadcast(let text): return MeasureWords("统一告知市民", "told every citizen").quoting("告知内容", "What they were told", text)
    case .urged(let text): return MeasureWords("催办", "urged it on").quoting("催办意见", "Reminder", text)
    case .remarked(let text): return MeasureWords("记录", "remarked").quoting("记录", "Remark", text)
    case .attached(let file):
      var words = MeasureWords("上传照片", "added a photograph")
      words.file = file
      return words
    case .withdrawn(let reason): return MeasureWords("撤销", "withdrew it").quoting("理由", "Reason", reason)
    default: return MeasureWords(event.action.phrase.zh, event.action.phrase.en)
    }
  }
}
