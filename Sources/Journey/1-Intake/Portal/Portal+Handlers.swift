import CaseFile
import Casework
import Ledger
import Search
import Store
import Vault
import Web
import Workdays

/// What the portal answers.
extension Portal {
  @Sendable func welcome(_ call: Call) async throws -> Answer { .page(WelcomePage.render(call, profile)) }

  @Sendable func ask(_ call: Call) async throws -> Answer {
    .page(StatementPage(endpoint: submission, call: call, profile: profile).render())
  }

  @Sendable func surround(_ call: Call) async throws -> Answer {
    let (profile, now, words) = (profile, call.now, call.input.text("text"))
    let whereabouts = Whereabouts(call.input, profile)
    let openness = profile.policy.openness
    let (matters, answers) = try await ledger.look { sql, vault in
      let open = OpenMatters(sql, vault, profile, at: now)
      let matters = openness.showsMatters ? try open.like(words, in: whereabouts.area?.id, at: whereabouts.place?.address, limit: 3) : []
      return (matters, openness.answers ? try PublishedAnswers(sql, vault).like(words, limit: 3) : [])
    }
    return .fragment(
      SurroundingsPiece(whereabouts: whereabouts, matters: matters, answers: answers, profile: profile, language: call.language).render())
  }

  @Sendable func submit(_ call: Call) async throws -> Answer {
    let verb = SubmitStatement(statement: try PortalForm.statement(call, profile), pictures: call.uploads)
    let receipt = try await ledger.perform(verb, for: call)
    try await admit(to: receipt.number, call)
    return .created(json: receipt, at: Paths.portalAction(receipt.number, "receipt"))
  }

  @Sendable func receipt(_ call: Call) async throws -> Answer {
    guard let file = try await file(call) else { return stranger(call) }
    let hasPhone = try await ledger.look { sql, vault in try Self.hasPhone(file.number, sql, vault) }
    let code = hasPhone ? nil : ledger.keys.followingCode(of: file.number)
    return .page(ReceiptPage(file: file, call: call, code: code).render())
  }

  @Sendable func askForNumber(_ call: Call) async throws -> Answer { .page(FollowPage.render(following, call)) }

  @Sendable func follow(_ call: Call) async throws -> Answer {
    switch try await Proof(call, profile.policy.publicFollowing).ask(ledger) {
    case .proven(let token): return .seeOther(Paths.portalAppeal(call.input.text("number"))).carrying(token, call)
    case .wrong: return .page(FollowPage.render(following, call, wrong: true), status: 404)
    case .locked(let until): throw PortalProblem.locked(until: until)
    }
  }

  @Sendable func show(_ call: Call) async throws -> Answer {
    guard let file = try await file(call) else { return stranger(call) }
    return .page(CasePage(file: file, call: call, portal: self).render())
  }

  @Sendable func picture(_ call: Call) async throws -> Answer {
    guard let file = try await file(call), let id = Int64(call.parameter("file")), file.attachments.contains(AttachmentID(id)) else {
      return stranger(call)
    }
    let found = try await ledger.look { _, vault in try vault.file(id) }
    guard let found else { return stranger(call) }
    return .file(found.bytes, type: found.type)
  }

  /// A letter to print, for whoever holds a pass.
  @Sendable func letter(_ call: Call) async throws -> Answer {
    guard let file = try await file(call), let occasion = LetterOccasion(rawValue: call.parameter("id")) else { return stranger(call) }
    let offer = LetterOffer(occasion: occasion, order: call.query.optionalText("order"))
    guard file.letters.contains(offer) else { return stranger(call) }
    let profile = profile
    return .page(
      try await ledger.look { sql, vault in
        try OwnLetter.document(file.number, offer, sql, vault, profile, now: call.now, call.language)
      })
  }

  @Sendable func leave(_ call: Call) async throws -> Answer {
    let (token, now) = (call.csrf, call.now)
    try await ledger.database.write { try Passes(sql: $0, now: now).end(token) }
    return .seeOther(Paths.portal)
  }

  /// Does it for whoever holds a pass; everybody else learns nothing.
  func perform<V: AppealVerb>(_ verb: V, _ call: Call) async throws -> Answer {
    let (token, number, now) = (call.csrf, call.number, call.now)
    let admitted = try await ledger.look { sql, _ in try Passes(sql: sql, now: now).admits(token, to: number) }
    guard admitted else { return stranger(call) }
    return .ok(json: try await ledger.perform(verb, for: call), at: Paths.portalAppeal(number))
  }

  /// The file of the case, for whoever holds a pass.
  private func file(_ call: Call) async throws -> CitizenFile? {
    let (token, number, now, profile) = (call.csrf, call.number, call.now, profile)
    return try await ledger.look { sql, vault in
      guard try Passes(sql: sql, now: now).admits(token, to: number) else { return nil }
      return try CitizenFile.load(number, sql, vault, profile)
    }
  }

  /// No such case, or none of theirs: both get this.
  private func stranger(_ call: Call) -> Answer { .page(FollowPage.render(following, call), status: 404) }

  /// Whoever just said it may look. The browser's secret stays as it is, so that the same page sent again still counts as the same.
  func admit(to number: String, _ call: Call) async throws {
    let (token, now) = (call.csrf, call.now)
    try await ledger.database.write { sql in
      guard let id = try sql.first("SELECT id FROM appeals WHERE number = $1", [.text(number)], { $0.int(0) }) else {
        throw CaseworkProblem.appeal(number)
      }
      try Passes(sql: sql, now: now).issue(id, to: token, from: token)
    }
  }

  private static func hasPhone(_ number: String, _ sql: any SQLSession, _ vault: Vault) throws -> Bool {
    let citizen = try sql.first("SELECT citizen FROM appeals WHERE number = $1", [.text(number)]) { $0.int(0) }
    return try citizen.flatMap { try vault.identity(of: $0).phone } != nil
  }
}
