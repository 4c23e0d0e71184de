import CaseFile
import Casework
import Ledger
import Search
import Web
import Workdays

extension Portal {
  var matters: [Endpoint] {
    [
      .page("portal/matters", .citizen, Phrase("附近在办的事", "What is being worked on"), query: MattersPage.query, handle: listMatters),
      .page("portal/matters/{id}", .citizen, Phrase("在办的一件事", "One open matter"), handle: matter),
      supporting,
    ]
  }

  var supporting: Endpoint {
    .post(
      "portal/matters/{id}/support", .citizen, Phrase("我也遇到了", "Me too"), form: MatterPage.form, surfaces: [.page],
      redraw: { call, problem in try await matterPage(call, problem).0 }, handle: support)
  }

  private static let most = 60

  @Sendable private func listMatters(_ call: Call) async throws -> Answer {
    let profile = try opened()
    let area = call.query.optionalText("area").map { AreaID($0) }.flatMap { profile.area($0)?.id }
    let inside = profile.areas.map(\.id).filter { place in area.map(profile.territory.chain(of: place).contains) ?? false }
    let (now, ledger) = (call.now, ledger)
    let (matters, support) = try await ledger.look { sql, vault in
      let matters = try OpenMatters(sql, vault, profile, at: now).list(in: inside, limit: Self.most)
      return (matters, try Support.counts(matters.map(\.id), sql))
    }
    let counts = try await matterCounts.value(for: now.day, at: now) {
      try await ledger.look { sql, vault in try OpenMatters(sql, vault, profile, at: now).counts() }
    }
    return .page(MattersPage(area: area, counts: counts, matters: matters, support: support, call: call, profile: profile).render())
  }

  @Sendable private func matter(_ call: Call) async throws -> Answer { .page(try await matterPage(call, nil).0) }

  private func matterPage(_ call: Call, _ problem: (any Problem)?) async throws -> (HTML, OpenMatter) {
    let profile = try opened()
    let (id, now, token) = (Int64(call.parameter("id")), call.now, call.csrf)
    let found = try await ledger.look { sql, vault in
      guard let id, let matter = try OpenMatters(sql, vault, profile, at: now).one(id) else { throw PortalProblem.noMatter }
      let hasSaid = try Support(sql: sql, now: now, order: id, token: token).hasSaid
      return (matter, try Support.counts([id], sql)[id] ?? 0, hasSaid)
    }
    let page = MatterPage(
      matter: found.0, support: found.1, hasSaid: found.2, endpoint: supporting, call: call, profile: profile, problem: problem)
    return (page.render(), found.0)
  }

  /// Done first, noted afterwards: a sending that broke off is done again, not lost.
  @Sendable private func support(_ call: Call) async throws -> Answer {
    let matter = try await matterPage(call, nil).1
    let (phone, token, now, address) = (call.input.optionalText("phone"), call.csrf, call.now, call.address)
    if let phone { try PortalForm.checkPhone(phone) }
    let most = profile.policy.openness.meTooPerDay
    let standing = try await ledger.database.write { sql in
      try Support(sql: sql, now: now, order: matter.id, token: token, phone: phone).standing(from: address, atMost: most)
    }
    guard standing == .free else {
      if standing == .full { throw PortalProblem.tooMuch }
      return .seeOther(Paths.portalMatter(matter.id))
    }
    let receipt = try await joined(matter, phone, call)
    try await ledger.database.write { sql in
      try Support(sql: sql, now: now, order: matter.id, token: token, phone: phone).add(from: address)
    }
    return .seeOther(receipt.map { Paths.portalAction($0.number, "receipt") } ?? Paths.portalMatter(matter.id))
  }

  /// The appeal of somebody who leaves a number; what is public of the matter says nothing of whose number is known.
  private func joined(_ matter: OpenMatter, _ phone: String?, _ call: Call) async throws -> AppealReceipt? {
    guard let phone else { return nil }
    let receipt = try await ledger.perform(JoinMatter(order: matter.id, phone: phone, words: call.input.optionalText("text")), for: call)
    try await admit(to: receipt.number, call)
    return receipt
  }

  private func opened() throws -> Profile {
    guard profile.policy.openness.showsMatters else { throw PortalProblem.noMatter }
    return profile
  }
}
