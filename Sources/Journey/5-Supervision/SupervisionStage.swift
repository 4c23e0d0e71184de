import CaseFile
import Casework
import Ledger
import Web
import Workdays

/// Fifth stage: whoever is slow is reminded, whoever fails is supervised.
public struct SupervisionStage: Sendable {
  let ledger: Ledger

  public init(ledger: Ledger) { self.ledger = ledger }

  static let readers: Access = .roles([
    .supervisor, .leader, .dispatcher, .intake, .officer, .followup, .shiftLeader, .staffing, .discipline, .agent,
  ])
  /// Whoever may put up the wall of the hall.
  static let hall: Access = .roles([.leader, .shiftLeader, .supervisor, .congress])
  static let watchers: Access = .roles([.supervisor, .leader, .dispatcher, .intake, .shiftLeader])
  static let openers: Access = .roles(MeasureKind.allCases.reduce(into: Set()) { $0.formUnion($1.openers) })

  /// Whom the table lets take an action at all.
  static func may(_ action: MeasureAction) -> Access {
    .roles(Measure.lifecycle.transitions.filter { $0.action == action }.reduce(into: Set()) { $0.formUnion($1.who.roles) })
  }

  public var endpoints: [Endpoint] { ofOrders + ofMeasures + ofDuties + ofLeaders + ofOffices + ofIncidents + pages }

  private var ofOrders: [Endpoint] {
    [
      .post(
        "orders/{number}/urging", .roles([.supervisor, .leader, .dispatcher, .intake]), OrderAction.urge.phrase, action: "urge",
        form: [.words("text", Phrase("催办内容", "Words"), max: 500, required: false)], answers: .orderReceipt, handle: urge),
      .post(
        "orders/{number}/supervision", .roles([.supervisor, .leader]), OrderAction.supervise.phrase, action: "supervise",
        form: [
          .required("cause", .choice(of: MeasureCause.self), Phrase("督办原因", "Cause")),
          .words("text", Phrase("要求", "What is asked"), required: false),
        ], answers: .orderReceipt, handle: supervise),
      .post(
        "orders/{number}/submission", .roles(MeasureKind.submission.openers), MeasureKind.submission.phrase,
        form: [MeasureForm.reach, MeasureForm.leader, MeasureForm.title, MeasureForm.text], answers: .measureReceipt, creates: true,
        handle: submit),
      .post(
        "orders/{number}/instruction", .roles([.leader]), MeasureAction.instruct.phrase, form: MeasureForm.instruct,
        answers: .measureReceipt, handle: instructOrder),
      .post(
        "orders/{number}/coordination", .roles([.supervisor, .dispatcher, .intake, .leader]), Phrase("协调电话", "Coordination call"),
        form: MeasureForm.coordinate, answers: .orderReceipt, handle: coordinate),
      .page("orders/{number}/parts/measures", Self.readers, Phrase("工单的督办措施", "The measures of an order"), handle: orderMeasures),
    ]
  }

  private var ofMeasures: [Endpoint] {
    let both: Set<Endpoint.Surface> = [.api, .page]
    return [
      .get(
        "measures", Self.readers, Phrase("督办措施列表", "List measures"), query: MeasureForm.list, answers: .page(of: .measureGlance),
        surfaces: both, handle: list),
      .post(
        "measures", Self.openers, MeasureAction.open.phrase, form: MeasureForm.open, answers: .measureReceipt, creates: true, handle: open),
      .page("measures/new", Self.openers, MeasureAction.open.phrase, query: NewMeasurePage.query, handle: newMeasure),
      .page("measures/parts/incident", Self.hall, Phrase("正在处置的集中诉求", "Running incidents"), handle: runningIncidents),
      .get("measures/{number}", Self.readers, Phrase("督办措施", "A measure"), answers: .measure, surfaces: both, handle: show),
      .get(
        "measures/{number}/document", Self.readers, Phrase("督办文书", "The document of a measure"), answers: .file("text/html"),
        surfaces: both, handle: document),
      .get(
        "measures/{number}/photographs/{id}", Self.readers, Phrase("督察照片", "A photograph"), answers: .file("image/*"), surfaces: both,
        handle: photograph),
      .get(
        "criticisms", Self.readers, MeasureKind.criticism.phrase, answers: .page(of: .measureGlance), surfaces: both, handle: criticisms),
    ]
  }

  private var ofDuties: [Endpoint] {
    [
      step(.receive, .empty) { call in ReceiveMeasure(measure: call.number) },
      step(.answer, MeasureForm.answer) { call in AnswerMeasure(measure: call.number, text: call.input.text("text")) },
      step(.accept, MeasureForm.optionalWords) { call in AcceptMeasure(measure: call.number, text: call.input.optionalText("text")) },
      step(.reject, MeasureForm.reject) { call in
        let units = call.input.texts("units").map { UnitID($0) }
        return RejectMeasure(measure: call.number, text: call.input.text("text"), units: units, limit: call.input.limit("limit"))
      },
      step(.assign, MeasureForm.assign) { call in AssignDuties(measure: call.number, demands: try MeasureForm.demands(call.input)) },
      step(.urge, MeasureForm.optionalWords) { call in UrgeMeasure(measure: call.number, text: call.input.optionalText("text")) },
      step(.remark, MeasureForm.someWords) { call in RemarkOnMeasure(measure: call.number, text: call.input.text("text")) },
      step(.withdraw, MeasureForm.withdraw) { call in WithdrawMeasure(measure: call.number, reason: call.input.text("reason")) },
      step(.attach, .empty, uploads: .pictures) { call in AttachToMeasure(measure: call.number, pictures: call.uploads) },
    ]
  }

  private var ofLeaders: [Endpoint] {
    [
      step(.instruct, MeasureForm.instruct) { call in
        InstructMeasure(measure: call.number, text: call.input.text("text"), demands: try MeasureForm.demands(call.input))
      },
      step(.inspect, MeasureForm.inspect) { call in
        InspectOnSite(
          measure: call.number, at: call.input.moment("at") ?? call.now, place: call.input.place, text: call.input.text("text"),
          confirmed: call.input.flag("confirmed"), demands: try MeasureForm.demands(call.input))
      },
      step(.approve, MeasureForm.optionalWords) { call in ApproveCriticism(measure: call.number, text: call.input.optionalText("text")) },
      step(.refuse, MeasureForm.someWords) { call in RefuseCriticism(measure: call.number, text: call.input.text("text")) },
    ]
  }

  private var ofOffices: [Endpoint] {
    [
      step(.fileCase, .empty) { call in FileCase(measure: call.number) },
      step(.opine, MeasureForm.someWords) { call in OpineOnCase(measure: call.number, text: call.input.text("text")) },
      step(.sign, .empty) { call in SignCase(measure: call.number) },
      step(.decide, MeasureForm.decide) { call in
        DecideMeasure(
          measure: call.number, result: call.input.word("result") ?? .ruling, unit: call.input.optionalText("unit").map { UnitID($0) },
          category: call.input.optionalText("category").map { CategoryID($0) }, text: call.input.text("text"),
          demands: try MeasureForm.demands(call.input))
      },
      step(.meet, MeasureForm.meet) { call in
        MeetOnMatter(
          measure: call.number, at: call.input.moment("at") ?? call.now, units: call.input.texts("units").map { UnitID($0) },
          agenda: call.input.text("agenda"), minutes: call.input.text("minutes"), next: call.input.limit("next"))
      },
      step(.review, MeasureForm.review) { call in
        ReviewLongRunning(measure: call.number, text: call.input.text("text"), next: call.input.limit("next"))
      },
      step(.agree, Form(MeasureForm.optionalWords.fields + MeasureForm.assign.fields)) { call in
        AgreeOnActions(
          measure: call.number, text: call.input.optionalText("text"), demands: try MeasureForm.demands(call.input))
      },
    ]
  }

  private var ofIncidents: [Endpoint] {
    [
      step(.link, MeasureForm.link) { call in LinkAppeals(measure: call.number, appeals: call.input.texts("appeals")) },
      step(.broadcast, MeasureForm.broadcast) { call in BroadcastAnswer(measure: call.number, text: call.input.text("text")) },
    ]
  }

  private var pages: [Endpoint] {
    [
      .get(
        "supervision", Self.watchers, Phrase("督办看板", "Supervision board"), query: BoardPage.query, answers: Board.shape,
        surfaces: [.api, .page], handle: board),
      .page("supervision/parts/instructions", .roles([.leader]), Phrase("我的批示", "What I wrote"), handle: instructions),
      .post(
        "supervision/urging", .roles([.supervisor, .leader, .dispatcher, .intake]), Phrase("批量催办", "Urge several"),
        form: MeasureForm.urgeMany, answers: Board.urged, handle: urgeMany),
    ]
  }

  /// One step of a measure: its path, its permission and its phrase follow from the table.
  private func step<V: MeasureVerb>(
    _ action: MeasureAction, _ form: Form, uploads: UploadRule? = nil, _ verb: @Sendable @escaping (Call) throws -> V
  ) -> Endpoint {
    .post(
      "measures/{number}/\(action.rawValue)", Self.may(action), action.phrase, action: action.rawValue, form: form,
      answers: .measureReceipt, uploads: uploads
    ) { call in .ok(json: try await ledger.perform(verb(call), for: call), at: Paths.measure(call.number)) }
  }
}
