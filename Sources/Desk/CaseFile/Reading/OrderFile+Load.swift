import Casework
import Ledger
import Store
import Vault
import Workdays

extension OrderFile {
  /// Reads an order for `actor`.
  /// - Throws: `CaseworkProblem.order` for a number that is unknown or not for these eyes.
  public static func load(
    _ number: String, _ actor: Actor, _ sql: any SQLSession, _ vault: Vault, _ profile: Profile, now: Moment
  ) throws -> OrderFile {
    guard actor.standing != .citizen else { throw CaseworkProblem.order(number) }
    return try Loader(CaseReader(sql, vault), Sight(actor, profile.units), profile, now).load(number, actor)
  }

  /// Reads an order as it may stand on paper: masked, without internal notes, and without the citizens of confidential cases.
  static func forPaper(_ number: String, _ sql: any SQLSession, _ vault: Vault, _ profile: Profile, now: Moment) throws -> OrderFile {
    try Loader(CaseReader(sql, vault), .paper(profile.units), profile, now).load(number, nil)
  }
}

extension CaseReader {
  /// An order with its root and those of its citizens whom these eyes may see.
  struct Case {
    let order: Order
    let version: Int64
    let root: Order
    let parts: [Part]

    var visible: [ParticipationID: AppealID] {
      Dictionary(parts.map { ($0.participation.id, $0.appeal.id) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// - Throws: `CaseworkProblem.order` for whoever must not know of the order.
  func visibleCase(_ number: String, _ sight: Sight) throws -> Case {
    let row = try order(number)
    if case .staff(let actor) = sight.eyes, row.thing.sides(of: actor, in: sight.units).isEmpty { throw CaseworkProblem.order(number) }
    let root = try root(of: row.thing)
    let parts = try parts(of: root.id)
    if parts.contains(where: { sight.isKept($0.appeal) }) { throw CaseworkProblem.order(number) }
    // A task is as confidential as the order above it, even if that became so afterwards.
    let shown = parts.filter { sight.shows($0.appeal, through: root) && sight.shows($0.appeal, through: row.thing) }
    return Case(order: row.thing, version: row.version, root: root, parts: shown)
  }
}

/// The steps of loading an order's file.
private struct Loader {
  let reader: CaseReader
  let sight: Sight
  let profile: Profile
  let now: Moment

  init(_ reader: CaseReader, _ sight: Sight, _ profile: Profile, _ now: Moment) {
    (self.reader, self.sight, self.profile, self.now) = (reader, sight, profile, now)
  }

  func load(_ number: String, _ actor: Actor?) throws -> OrderFile {
    let found = try reader.visibleCase(number, sight)
    let order = found.order
    let tasks = order.tasks.isEmpty ? [] : try reader.tasks(below: order.id)
    let above = try order.matter.parent.flatMap { try reader.order(id: $0) }
    let timeline = CaseTimeline(
      reader: reader, sight: sight, names: names(found, tasks), visible: found.visible)
    let events = try reader.read(reader.events(.order, order.id.value))
    let told = try tell(timeline, events, found)
    let wanted = CaseTimeline.texts(of: told) + ownTexts(order) + found.parts.flatMap { $0.appeal.words }
    let texts = try MaskedTexts(wanted, reader.vault)
    let people = try PersonNames(of: Set(told.map(\.event.by) + [order.plan?.owner, order.matter.answeredBy].compactMap { $0 }), reader)
    return OrderFile(
      order: order, version: found.version, title: texts[order.matter.title], text: texts[order.matter.text],
      above: above.map(OrderFile.Link.init),
      tasks: tasks.map(OrderFile.Link.init), parts: try parts(found, texts), answer: answer(order, texts),
      plan: plan(order, texts, people), contributions: contributions(order, tasks, texts), handover: handover(order, texts),
      against: try against(order), leader: order.matter.answeredBy.map { people[$0] },
      timeline: withClocks(
        CaseTimeline.entries(told, texts, people, sight, timeline.names), try ClockStory.moments(events)),
      possible: possible(order, actor), profile: profile)
  }

  private func names(_ found: CaseReader.Case, _ tasks: [Order]) -> EventNames {
    var names = EventNames(profile: profile)
    for part in found.parts { names.appeals[part.appeal.id] = part.appeal.matter.number }
    for task in tasks { names.orders[task.id] = task.matter.number }
    return names
  }

  /// An event stands together with what it did to the clocks.
  private func withClocks(_ entries: [TimelineEntry], _ moments: [Int64: [ClockMoment]]) -> [TimelineEntry] {
    entries.map { entry in
      var entry = entry
      if entry.stream == .order { entry.clocks = moments[entry.version] ?? [] }
      return entry
    }
  }

  private func tell(_ timeline: CaseTimeline, _ events: [(logged: LoggedEvent, event: OrderEvent)], _ found: CaseReader.Case) throws
    -> [CaseTimeline.Told]
  {
    var told = timeline.tell(events, of: found.order)
    guard !found.order.isTask else { return told }
    told += try timeline.tellParticipations(reader.events(.participation, found.parts.map(\.participation.id.value)))
    told += try timeline.tellAppeal(reader.events(.appeal, found.parts.map(\.appeal.id.value)), insideOrder: true)
    return told
  }

  private func ownTexts(_ order: Order) -> [TextID?] {
    [order.matter.title, order.matter.text, order.feedback?.reply, order.feedback?.note] + order.partTexts
  }

  private func parts(_ found: CaseReader.Case, _ texts: MaskedTexts) throws -> [OrderFile.Part] {
    try found.parts.enumerated().map { index, part in
      let appeal = part.appeal
      return OrderFile.Part(
        participation: part.participation, number: appeal.matter.number, channel: appeal.matter.channel,
        receivedAt: appeal.matter.receivedAt,
        title: texts[ifAny: appeal.matter.title], text: texts[appeal.matter.text],
        additions: texts.additions(of: appeal),
        caller: index < OrderFile.chips ? try reader.vault.chip(of: appeal.matter.citizen) : nil, attachments: appeal.attachments,
        isConfidential: appeal.matter.confidential)
    }
  }

  private func answer(_ order: Order, _ texts: MaskedTexts) -> OrderFile.Answer? {
    order.feedback.map {
      OrderFile.Answer(
        feedback: $0, reply: texts[$0.reply], outcome: order.outcome ?? $0.outcome, report: texts[ifAny: order.finalReport],
        note: sight.readsNotes ? texts[ifAny: $0.note] : nil)
    }
  }

  private func plan(_ order: Order, _ texts: MaskedTexts, _ people: PersonNames) -> OrderFile.Plan? {
    order.plan.map { OrderFile.Plan(text: texts[$0.text], owner: $0.owner, ownerName: people[$0.owner], due: order.reportDue) }
  }

  private func contributions(_ order: Order, _ tasks: [Order], _ texts: MaskedTexts) -> [OrderFile.Contribution] {
    (order.contributions ?? []).map { one in
      let task = tasks.first { $0.id == one.task }?.matter.number
      return OrderFile.Contribution(task: task, unit: one.unit, outcome: one.outcome, reply: texts[one.reply], credit: one.credit)
    }
  }

  /// Who took it there is for colleagues only.
  private func handover(_ order: Order, _ texts: MaskedTexts) -> [OrderFile.Handover] {
    (order.handover ?? []).map { report in
      OrderFile.Handover(report: report, takenBy: sight.readsNotes ? texts[ifAny: report.takenBy] : nil, text: texts[ifAny: report.text])
    }
  }

  private func against(_ order: Order) throws -> String? {
    guard let party = order.matter.against else { return nil }
    let words = try reader.vault.chip(of: party).words
    return words.isEmpty ? nil : words
  }

  private func possible(_ order: Order, _ actor: Actor?) -> [OrderAction] {
    actor.map { Permit.possible(order, for: $0, under: profile, at: now) } ?? []
  }
}
