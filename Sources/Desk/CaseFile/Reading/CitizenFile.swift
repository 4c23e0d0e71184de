import Casework
import Ledger
import Store
import Vault
import Workdays

/// What a citizen sees of the own appeal: plain words, progress like a parcel's, what was said to them, what comes next.
/// That it is the own one is proved before; here nothing of colleagues is ever read.
public struct CitizenFile: Sendable {
  /// One stop on the way.
  public struct Step: Sendable, Hashable {
    public let title: Phrase
    public let at: Moment?
    public let isDone: Bool
  }

  /// Something that was told to the citizen.
  public struct Message: Sendable, Hashable {
    public let at: Moment
    /// Who says it; nil for the hotline.
    public let from: Phrase?
    public let text: String
  }

  /// The way of one matter: an appeal may have become several orders.
  public struct Track: Sendable {
    public let order: String
    public let unit: Phrase?
    public let steps: [Step]
    public let replies: [Message]
    /// Told by when it should be answered.
    public let due: Moment?
    /// Why by then, in one sentence.
    public let why: Phrase?
    public let wasExtended: Bool
    /// What comes next, where it could not be finished at once.
    public let plan: String?
    public let next: Phrase
  }

  public let number: String
  public let standing: AppealStanding
  public let receivedAt: Moment
  public let title: String?
  public let text: String
  public let additions: [OrderFile.Said]
  public let attachments: [AttachmentID]
  /// The way of an appeal that no order was raised from; else each track has its own.
  public let steps: [Step]
  public let tracks: [Track]
  public let notices: [Message]
  /// What can be printed.
  public let letters: [LetterOffer]
  public let rating: Grade?
  /// What the citizen said of it without being called.
  public let wasSolved: Bool?
  public let possible: [AppealAction]
  public let next: Phrase

  /// Whether there is something to rate.
  public var canRate: Bool { possible.contains(.rate) }
}

extension CitizenFile {
  /// Reads the file of an appeal for the citizen who said it.
  /// - Throws: `CaseworkProblem.appeal` for an unknown number.
  public static func load(_ number: String, _ sql: any SQLSession, _ vault: Vault, _ profile: Profile) throws -> CitizenFile {
    try CitizenReader(CaseReader(sql, vault), profile).load(number)
  }
}

/// The steps of reading it.
private struct CitizenReader {
  let reader: CaseReader
  let profile: Profile

  init(_ reader: CaseReader, _ profile: Profile) { (self.reader, self.profile) = (reader, profile) }

  func load(_ number: String) throws -> CitizenFile {
    let appeal = try reader.appeal(number).thing
    let parts = try reader.participations(of: appeal.id).filter { $0.state != .parted }
    let orders = try reader.orders(parts.map(\.order))
    let ways = try orders.map { CitizenWay($0, try reader.events(.order, $0.id.value), reader, profile) }
    let told: [TextID?] = parts.flatMap { $0.notices.map(\.text) } + ways.flatMap { $0.replies.map(\.text) } + orders.map { $0.plan?.text }
    let texts = try MaskedTexts(appeal.words + [appeal.reply] + told, reader.vault)
    let isReachable = (try? reader.vault.identity(of: appeal.matter.citizen.value))?.phone != nil
    let words = CitizenWords(profile, isReachable: isReachable)
    let tracks = zip(orders, ways).map { order, way in track(order, way, parts.first { $0.order == order.id }, appeal, texts, words) }
    let letters = LetterOffer.all(appeal, orders, profile)
    return file(appeal, AppealStanding(appeal, parts, orders), parts, tracks, letters, texts)
  }

  private func file(
    _ appeal: Appeal, _ standing: AppealStanding, _ parts: [Participation], _ tracks: [CitizenFile.Track],
    _ letters: [LetterOffer], _ texts: MaskedTexts
  ) -> CitizenFile {
    let table = Permit.possible(appeal, for: .citizen, in: profile.units)
    let canRate = appeal.state != .inHand || tracks.contains { !$0.replies.isEmpty }
    let words = CitizenWords(profile)
    var notices = parts.flatMap(\.notices).sorted { $0.at < $1.at }.map { CitizenFile.Message(at: $0.at, from: nil, text: texts[$0.text]) }
    if let reply = texts[ifAny: appeal.reply] {
      notices.append(CitizenFile.Message(at: appeal.endedAt ?? appeal.recordedAt, from: nil, text: reply))
    }
    return CitizenFile(
      number: appeal.matter.number, standing: standing, receivedAt: appeal.matter.receivedAt, title: texts[ifAny: appeal.matter.title],
      text: texts[appeal.matter.text], additions: texts.additions(of: appeal),
      attachments: appeal.attachments, steps: tracks.isEmpty ? words.steps(appeal) : [], tracks: tracks, notices: notices, letters: letters,
      rating: appeal.rating, wasSolved: parts.last { $0.ownAnswers != nil }?.ownAnswers?.solved,
      possible: table.filter { $0 != .rate || canRate }, next: words.next(appeal, tracks))
  }

  /// What the citizen waits for next: what was promised, else the answer or the continued report.
  private static func clock(of order: Order) -> Clock? {
    let answer = order.state == .continuedReport ? order.clock(.continuedReport) ?? order.clock(.handling) : order.answerClock
    guard let promise = order.clock(.commitment), promise.stoppedAt == nil, order.isOpen else { return answer }
    return answer.map { $0.stoppedAt == nil && $0.deadline.at < promise.deadline.at ? $0 : promise } ?? promise
  }

  private func track(
    _ order: Order, _ way: CitizenWay, _ part: Participation?, _ appeal: Appeal, _ texts: MaskedTexts,
    _ words: CitizenWords
  ) -> CitizenFile.Track {
    let clock = Self.clock(of: order)
    let running = clock.flatMap { $0.stoppedAt == nil ? $0 : nil }
    return CitizenFile.Track(
      order: order.matter.number, unit: order.unit.map { profile.units.name(of: $0) }, steps: words.steps(order, way, part, appeal),
      replies: way.replies.map { CitizenFile.Message(at: $0.at, from: profile.units.name(of: $0.unit), text: texts[$0.text]) },
      due: running?.deadline.at, why: running?.sentence, wasExtended: order.extensions > 0,
      plan: order.state == .continuedReport ? texts[ifAny: order.plan?.text] : nil,
      next: words.next(order, part, clock))
  }
}

/// What of an order's history concerns its citizens: when it moved, and what was answered in public.
struct CitizenWay {
  struct Reply {
    let at: Moment
    let unit: UnitID
    let text: TextID
  }

  private(set) var dispatched: Moment?
  private(set) var signed: Moment?
  private(set) var answered: Moment?
  private(set) var redone: Moment?
  private(set) var replies: [Reply] = []

  init(_ order: Order, _ events: [LoggedEvent], _ reader: CaseReader, _ profile: Profile) {
    var offered: Reply?
    for event in events {
      guard let decoded = try? reader.decode(OrderEvent.self, event.body) else { continue }
      switch decoded {
      case .dispatched: (dispatched, signed) = (event.at, nil)
      case .signed, .signedByClock: signed = event.at
      case .fedBack(let feedback): offered = Reply(at: event.at, unit: event.unit, text: feedback.reply)
      case .reviewed(true, _, let state, _, _) where state != .review:
        if let offered { replies.append(Reply(at: event.at, unit: offered.unit, text: offered.text)) }
        answered = event.at
      case .reported(let text, _, _, _, _, _, _): replies.append(Reply(at: event.at, unit: event.unit, text: text))
      case .calledBack(_, .unsolved, _, let state, _) where state == .pendingSignature || state == .pendingDispatch:
        (redone, signed, answered) = (event.at, nil, nil)
      case .unreasonableDecided(_, false, _, _, let state, _) where state == .pendingSignature || state == .pendingDispatch:
        (redone, signed, answered) = (event.at, nil, nil)
      case .rechecked(_, false, _, _, _): (redone, signed, answered) = (event.at, nil, nil)
      default: break
      }
    }
  }
}
