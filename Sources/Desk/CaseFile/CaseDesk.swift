import Casework
import Ledger
import Profiles
import Vault
import Web
import Workdays

/// The one case page, for everybody who works on a case, and what belongs to it: events, files, the printed forms, the archive.
public struct CaseDesk: Sendable {
  let ledger: Ledger
  /// Every endpoint of the program: those that perform an action of the lifecycle become the buttons of the page.
  let actions: @Sendable () -> [Endpoint]

  public init(ledger: Ledger, actions: @escaping @Sendable () -> [Endpoint]) {
    self.ledger = ledger
    self.actions = actions
  }

  static let readers = Access.roles(Role.caseworkers.union([.staffing]))
  static let archivists = Access.roles([.supervisor, .dispatcher, .followup, .intake])
  static let revealers = Access.roles([.agent, .dispatcher, .officer, .supervisor, .followup, .intake, .shiftLeader, .leader])

  public var endpoints: [Endpoint] { ofOrders + ofAppeals + ofLetters }

  private var ofOrders: [Endpoint] {
    let (both, paper) = (Set<Endpoint.Surface>([.api, .page]), AnswerShape.file("text/html"))
    return [
      .get("orders/{number}", Self.readers, Phrase("工单", "An order"), answers: .order, surfaces: both, handle: order),
      .get(
        "orders/{number}/events", Self.readers, Phrase("工单经过", "The events of an order"), query: Self.eventsQuery,
        answers: .page(of: .caseEvent), handle: events),
      .get("orders/{number}/volume", Self.readers, Phrase("案卷", "The case volume"), answers: paper, surfaces: both, handle: volume),
      .get("orders/{number}/sheet", Self.readers, Phrase("交办单", "The work-order form"), answers: paper, surfaces: both, handle: sheet),
      .post(
        "orders/{number}/archive", Self.archivists, Phrase("归档", "Archive"), action: OrderAction.archive.rawValue, form: [.seen],
        answers: .orderReceipt, handle: archive),
      .page(PaperStyle.path, .anyone, Phrase("打印样式", "The look of printed papers")) { _ in
        .file(Array(PaperStyle.css.utf8), type: "text/css; charset=utf-8")
      },
    ]
  }

  private var ofAppeals: [Endpoint] {
    let (both, reveals) = (Set<Endpoint.Surface>([.api, .page]), AppealAction.reveal.rawValue)
    return [
      .get("appeals/{number}", Self.readers, Phrase("诉求", "An appeal"), answers: .appeal, surfaces: both, handle: appeal),
      .post(
        "appeals/{number}/reveal", Self.revealers, Phrase("查看个人信息", "Reveal personal data"), action: reveals, form: Self.revealForm,
        answers: .revealed, handle: reveal),
      .get(
        "attachments/{id}", Self.readers, Phrase("附件", "A file of a case"), answers: .file("image/*"), surfaces: both,
        handle: attachment),
    ]
  }

  private static let eventsQuery = Form([
    Field("after", .whole(0...Int64.max), Phrase("从此版本之后", "After this version")),
    Field("limit", .whole(1...Int64(EventsPage.most)), Phrase("条数", "How many")),
  ])

  private static let revealForm = Form([
    .required("fields", .list(of: .choice(of: RevealField.self), max: 4), Phrase("查看内容", "What to look at")),
    .required("reason", .lines(500), Phrase("理由", "Reason"), help: Phrase("理由和查看人会记录在案。", "Who looked and why stays on record.")),
  ])
}

extension CaseDesk {
  @Sendable private func order(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let file = try await ledger.look { sql, vault in
      try OrderFile.load(call.number, call.actor, sql, vault, profile, now: call.now)
    }
    guard call.surface == .page else { return .ok(file.json(at: call.now)) }
    let offer = try await offer(file, call, profile)
    return .page(OrderPage(file: file, call: call, actions: actions(), offer: offer).render())
  }

  /// What the catalogue proposes, for whoever may dispatch the order now.
  private func offer(_ file: OrderFile, _ call: Call, _ profile: Profile) async throws -> OrderProposal? {
    let mayDispatch = file.possible.contains(.dispatch) || !profile.dutySeats(of: call.actor).isEmpty
    guard file.order.state == .pendingDispatch, mayDispatch else { return nil }
    return try await ledger.look { sql, vault in
      try OrderProposal.read(for: file.order, sql, vault, profile, on: call.now.day)
    }
  }

  @Sendable private func events(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let (after, limit) = (call.query.whole("after") ?? 0, Int(call.query.whole("limit") ?? 50))
    let page = try await ledger.look { sql, vault in
      try EventsPage.load(call.number, after: after, limit: limit, call.actor, sql, vault, profile)
    }
    return .ok(.members(("items", .list(page.entries.map { $0.json(call.language) })), ("next", .optional(page.next))))
  }

  @Sendable private func appeal(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let file = try await ledger.look { sql, vault in try AppealFile.load(call.number, call.actor, sql, vault, profile) }
    guard call.surface == .page else { return .ok(file.json) }
    return .page(AppealPage(file: file, call: call, actions: actions()).render())
  }

  @Sendable private func reveal(_ call: Call) async throws -> Answer {
    let fields = call.input.texts("fields").compactMap(RevealField.init(rawValue:))
    _ = try await ledger.perform(RevealIdentity(appeal: call.number, fields: fields, reason: call.input.text("reason")), for: call)
    let values = try await ledger.look { sql, vault in try CaseReader(sql, vault).clear(call.number, fields) }
    guard call.surface == .page else {
      return .ok(.object([.init("number", .text(call.number))] + values.map { .init($0.field.rawValue, .text($0.value)) }))
    }
    return call.wantsFragment ? .fragment(RevealPage.fragment(values, call)) : .page(RevealPage.render(call.number, values, call))
  }

  /// The stored volume, byte for byte; before the archive a look at what it would be.
  @Sendable private func volume(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    return try await ledger.look { sql, vault in
      let order = try CaseReader(sql, vault).visibleCase(call.number, Sight(call.actor, profile.units)).order
      if let id = order.volume {
        guard let text = try vault.text(id.value) else { throw Self.erased(call.number) }
        return .page(HTML(trusted: text))
      }
      let file = try OrderFile.forPaper(call.number, sql, vault, profile, now: call.now)
      return .page(Volume.render(file, .preview(by: call.actor.name), at: call.now, call.language))
    }
  }

  private static func erased(_ number: String) -> CaseworkProblem {
    .unknown(what: Phrase("案卷（个人信息已依法删除）", "volume left, the personal data was erased:"), key: number)
  }

  @Sendable private func sheet(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    return try await ledger.look { sql, vault in
      _ = try CaseReader(sql, vault).visibleCase(call.number, Sight(call.actor, profile.units))
      let file = try OrderFile.forPaper(call.number, sql, vault, profile, now: call.now)
      return .page(OrderSheet.render(file, by: call.actor.name, at: call.now, call.language))
    }
  }

  @Sendable private func archive(_ call: Call) async throws -> Answer {
    let receipt = try await ledger.perform(ArchiveOrder(order: call.number, seen: call.input.seen), for: call)
    return .ok(json: receipt, at: Paths.order(call.number))
  }

  @Sendable private func attachment(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let file = try await ledger.look { sql, vault -> (type: String, bytes: [UInt8])? in
      guard let id = Int64(call.parameter("id")) else { return nil }
      let door = AttachmentDoor(reader: CaseReader(sql, vault), sight: Sight(call.actor, profile.units), actor: call.actor)
      return try door.opens(AttachmentID(id)) ? vault.file(id) : nil
    }
    guard let file else { throw CaseworkProblem.unknown(what: Phrase("附件", "file"), key: call.parameter("id")) }
    return .file(file.bytes, type: file.type)
  }
}
