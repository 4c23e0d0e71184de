import CaseFile
import Casework
import Ledger
import Vault
import Web
import Workdays

/// Opening and reading measures.
extension SupervisionStage {
  @Sendable func open(_ call: Call) async throws -> Answer {
    let receipt = try await ledger.perform(MeasureForm.opened(call.input, call.input.word("kind") ?? .notice), for: call)
    return .created(json: receipt, at: Paths.measure(receipt.number))
  }

  @Sendable func newMeasure(_ call: Call) async throws -> Answer { .page(NewMeasurePage(call: call, endpoints: endpoints).render()) }

  @Sendable func show(_ call: Call) async throws -> Answer {
    let file = try await file(call)
    guard call.surface == .page else { return .ok(file.json(at: call.now)) }
    return .page(MeasurePage(file: file, call: call, endpoints: endpoints).render())
  }

  @Sendable func document(_ call: Call) async throws -> Answer {
    let file = try await file(call)
    let letter = try NoticeLetter(file: file, on: call.now.day).written(in: call.language)
    return .page(MeasurePaper(file: file, letter: letter, by: call.actor.name, now: call.now, language: call.language).render())
  }

  @Sendable func photograph(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let picture = try await ledger.look { sql, vault -> (type: String, bytes: [UInt8])? in
      let file = try MeasureFile.load(call.number, call.actor, sql, vault, profile)
      guard let id = Int64(call.parameter("id")), file.measure.photographs.contains(AttachmentID(id)) else { return nil }
      return try vault.file(id)
    }
    guard let picture else { throw CaseworkProblem.unknown(what: Phrase("照片", "photograph"), key: call.parameter("id")) }
    return .file(picture.bytes, type: picture.type)
  }

  @Sendable func list(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let tab = MeasureTab(call)
    let found = try await ledger.look { sql, vault in
      var filter = tab.filter
      if let number = call.query.optionalText("order") {
        let id = try sql.first("SELECT id FROM orders WHERE number = $1", [.text(number)]) { $0.int(0) }
        guard let id else { throw CaseworkProblem.order(number) }
        filter.order = OrderID(id)
      }
      return try MeasureRows.read(filter, limit: tab.limit, call.actor, profile, sql, vault)
    }
    guard call.surface == .page else { return .ok(found.json(at: call.now)) }
    return .page(MeasureListPage(found: found, tab: tab, profile: profile, call: call).render())
  }

  @Sendable func criticisms(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    var filter = MeasureFilter(kind: .criticism)
    filter.isPublished = true
    let wanted = filter
    let found = try await ledger.look { sql, vault in try MeasureRows.read(wanted, limit: 100, call.actor, profile, sql, vault) }
    guard call.surface == .page else { return .ok(found.json(at: call.now)) }
    return .page(CriticismsPage(found: found, profile: profile, call: call).render())
  }

  /// For the wall: what runs, without a link and without anybody's data.
  @Sendable func runningIncidents(_ call: Call) async throws -> Answer {
    .fragment(try await runningIncidents(for: call.actor, call.language))
  }

  /// The same for whoever stands before a display of the hall.
  public func runningIncidents(for actor: Actor, _ language: Language) async throws -> HTML {
    let profile = ledger.profile()
    var filter = MeasureFilter(kind: .incident)
    (filter.states, filter.newestFirst) = (Array(MeasureState.running), true)
    let wanted = filter
    let reader: Actor = actor.scope == profile.units.root || actor.has(.congress) ? .system : actor
    let found = try await ledger.look { sql, vault in try MeasureRows.read(wanted, limit: 2, reader, profile, sql, vault) }
    let lines = HTML.each(found.measures) { measure -> HTML in
      let words = Phrase(
        "集中诉求：\(found.title(measure))，已关联 \(measure.linked) 件", "Incident: \(found.title(measure)), \(measure.linked) appeals linked")
      return "<p>▲ \(words, language)</p>"
    }
    return lines
  }

  private func file(_ call: Call) async throws -> MeasureFile {
    let profile = ledger.profile()
    return try await ledger.look { sql, vault in try MeasureFile.load(call.number, call.actor, sql, vault, profile, now: call.now) }
  }
}
