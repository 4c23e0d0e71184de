import CaseFile
import Casework
import Ledger
import Profiles
import Store
import Vault
import Web
import Workdays

/// What the catalogue's pages show.
extension CatalogueDesk {
  /// What stands around every page of the catalogue.
  struct Around: Sendable {
    let revisions: [CatalogueRevision]
    let failing: Int
    var draft: CatalogueRevision? { revisions.first(where: \.isOpen) }
  }

  func around(_ day: CivilDay) async throws -> Around {
    let profile = ledger.profile()
    let revisions = try await ledger.look { sql, _ in try CatalogueRevisions(sql).newest() }
    return Around(revisions: revisions, failing: FailureList(profile: profile, day: day).failing.count)
  }

  @Sendable func list(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let page = RuleList(profile: profile, query: call.query).page
    guard call.surface == .page else {
      let items = page.rules.map { CatalogueAnswer.json($0) }
      return .ok(.members(("items", .list(items)), ("next", .optional(page.next)), ("version", .count(profile.catalogue.version))))
    }
    return .page(CataloguePage(profile: profile, call: call, around: try await around(call.now.day)).render(page))
  }

  @Sendable func rule(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let draft = try await ledger.look { sql, _ in try CatalogueRevisions(sql).draft() }
    let change = draft?.amendments.first { $0.id == call.parameter("id") }
    let rule = profile.catalogue[call.parameter("id")]
    guard let shown = rule ?? change?.rule else { throw CaseworkProblem.unknown(what: Phrase("规则", "rule"), key: call.parameter("id")) }
    guard call.surface == .page else { return .ok(CatalogueAnswer.json(shown)) }
    return .page(RulePage(profile: profile, call: call, endpoints: self).show(rule, change))
  }

  @Sendable func newRule(_ call: Call) async throws -> Answer {
    .page(RulePage(profile: ledger.profile(), call: call, endpoints: self).form(values: .empty, problem: nil))
  }

  @Sendable func failures(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let list = FailureList(profile: profile, day: call.now.day)
    let items = try await ledger.look { sql, _ in try list.items(sql) }
    guard call.surface == .page else { return .ok(.members(("items", .list(items.map { CatalogueAnswer.json($0, profile) })))) }
    return .page(CataloguePage(profile: profile, call: call, around: try await around(call.now.day)).failures(items))
  }

  /// For the administrator's desk: whether any rule of the catalogue cannot be followed.
  @Sendable func failing(_ call: Call) async throws -> Answer {
    let count = FailureList(profile: ledger.profile(), day: call.now.day).failing.count
    let lamp =
      count == 0
      ? Lamp(.onTime, Phrase("派单规则都能执行", "Every rule of the catalogue can be followed"))
      : Lamp(.late, Phrase("\(count) 条派单规则不能执行", "\(count) rules of the catalogue cannot be followed"))
    let link = Phrase("失效规则", "Rules that fail")
    return .fragment("\(lamp.render(call.language)) <a href=\"\(Paths.catalogueFailures)\">\(link, call.language)</a>")
  }

  @Sendable func precedents(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let (after, limit) = try Self.piece(call)
    let found = try await ledger.look { sql, vault in
      let items = try PrecedentBook(sql).page(after: after, limit: limit)
      return (items: items, notes: try vault.texts(items.compactMap { $0.note?.value }).mapValues { Masking.text($0) })
    }
    let next = found.items.count == limit ? found.items.last.map { String($0.id) } : nil
    guard call.surface == .page else {
      return .ok(.members(("items", .list(found.items.map(ProposalAnswer.precedent))), ("next", .optional(next))))
    }
    let around = try await around(call.now.day)
    return .page(CataloguePage(profile: profile, call: call, around: around).precedents(found.items, found.notes, next: next))
  }

  @Sendable func draft(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let around = try await around(call.now.day)
    let catalogue = profile.catalogue.amended(by: around.draft?.amendments ?? [])
    let faults = CatalogueCheck(catalogue, in: profile, from: call.now.day).faults
    guard call.surface == .page else { return .ok(CatalogueAnswer.json(around.draft, faults, catalogue)) }
    return .page(DraftPage(profile: profile, call: call, around: around, endpoints: self).render(faults, catalogue))
  }

  @Sendable func trial(_ call: Call) async throws -> Answer {
    let (from, to) = try TrialForm.days(call.query, now: call.now)
    let run = try await TrialRun.prepare(ledger, from: from, to: to, on: call.now.day)
    let (onlyChanged, limit) = (call.query.has("only"), Int(call.query.whole("limit") ?? 50))
    let after = try call.query.optionalText("after").map(Self.place)
    let found = try await ledger.look { sql, _ in
      (figures: try run.figures(sql), moved: try run.moved(sql, onlyChanged: onlyChanged, after: after, limit: limit))
    }
    guard call.surface == .page else {
      return .ok(
        .members(
          ("figures", CatalogueAnswer.json(found.figures)), ("items", .list(found.moved.items.map(CatalogueAnswer.json))),
          ("next", .optional(found.moved.next))))
    }
    let around = try await around(call.now.day)
    return .page(TrialPage(profile: run.profile, call: call, around: around, onlyChanged: onlyChanged).render(found.figures, found.moved))
  }

  private static func place(_ text: String) throws -> (at: Int64, id: Int64) {
    let parts = text.split(separator: ".").map { Int64($0) }
    guard parts.count == 2, let at = parts[0], let id = parts[1] else { throw badCursor }
    return (at, id)
  }

  /// Which piece of a list that goes by ids is asked for.
  static func piece(_ call: Call) throws -> (after: Int64?, limit: Int) {
    let after = try call.query.optionalText("after").map { text -> Int64 in
      guard let id = Int64(text) else { throw badCursor }
      return id
    }
    return (after, Int(call.query.whole("limit") ?? 50))
  }

  private static var badCursor: CaseworkProblem {
    CaseworkProblem.field("after", "翻页标记无效：请原样使用上一页返回的 next。", "This is no cursor of this list: send the next of the page before.")
  }
}
