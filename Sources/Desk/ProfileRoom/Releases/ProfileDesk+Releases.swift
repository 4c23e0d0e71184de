import CaseFile
import Casework
import Profiles
import Web
import Workdays

/// What was released: a list, any two of them side by side, each as the file that it is.
extension ProfileDesk {
  var releaseEndpoints: [Endpoint] {
    [
      .get(
        "admin/profile/releases", Self.readers, Phrase("方案版本", "Releases of the profile"), query: ReleaseForm.list,
        answers: .page(of: ReleaseForm.item), surfaces: Self.both, handle: releases),
      .page("admin/profile/releases/{id}/file", Self.readers, Phrase("版本的 YAML", "A release as YAML"), handle: file), withdrawRelease,
      .get(
        "admin/profile/comparison", Self.readers, Phrase("对比两个版本", "Two releases side by side"), query: ReleaseForm.pair,
        answers: ReleaseForm.comparison, surfaces: Self.both, handle: compare),
    ]
  }

  var withdrawRelease: Endpoint {
    .post(
      "admin/profile/releases/{id}/withdrawal", Self.editors, Phrase("撤回发布", "Withdraw the release"), answers: ReleaseForm.withdrawn,
      handle: withdraw)
  }

  @Sendable private func releases(_ call: Call) async throws -> Answer {
    let (limit, after) = (Int(call.query.whole("limit") ?? 50), call.query.whole("after").map(Int.init))
    let items = try await ledger.look { sql, _ in try ProfileReleases(sql).newest(before: after, limit: limit) }
    let next = items.count == limit ? items.last?.id : nil
    let inForce = ledger.profile().version
    guard call.surface == .page else {
      let list = items.map { ReleaseForm.json($0, inForce: inForce) }
      return .ok(.members(("items", .list(list)), ("next", .optional(next.map(String.init)))))
    }
    return .page(ReleasesPage(ProfileFrame(try await shelf.draft(), call), self, inForce: inForce).render(items, next: next))
  }

  @Sendable private func file(_ call: Call) async throws -> Answer {
    let id = Int(call.parameter("id")) ?? 0
    // The one in force carries what its catalogue has learned since.
    let current = ledger.profile()
    let profile = id == current.version ? current : try await shelf.profile(of: id)
    return .file(Array(ProfileWriter.export(profile).utf8), type: "application/yaml", name: "\(profile.key)-\(id).yaml")
  }

  @Sendable private func withdraw(_ call: Call) async throws -> Answer {
    guard let id = Int(call.parameter("id")) else {
      throw CaseworkProblem.unknown(what: ProfileRelease.noun, key: call.parameter("id"))
    }
    let receipt = try await ledger.perform(WithdrawRelease(id), for: call)
    try await shelf.refresh()
    return .ok(json: receipt, at: Paths.profileReleases)
  }

  @Sendable private func compare(_ call: Call) async throws -> Answer {
    let (from, to) = (Int(call.query.whole("from") ?? 0), Int(call.query.whole("to") ?? 0))
    let (old, new) = (try await shelf.profile(of: from), try await shelf.profile(of: to))
    let changes = ProfileDifference(old, new).changes
    guard call.surface == .page else {
      return .ok(.members(("from", .count(from)), ("to", .count(to)), ("changes", .list(changes.map(ProfileShapes.json)))))
    }
    let items = try await ledger.look { sql, _ in try ProfileReleases(sql).newest() }
    return .page(ComparisonPage(ProfileFrame(try await shelf.draft(), call)).render(old, new, changes, items))
  }
}

enum ReleaseForm {
  static let list: Form = [
    Field("after", .whole(1...1_000_000), Phrase("从此之后", "After")), Field("limit", .whole(1...200), Phrase("条数", "How many")),
  ]
  static let pair: Form = [
    .required("from", .whole(1...1_000_000), Phrase("旧版本", "The older one")),
    .required("to", .whole(1...1_000_000), Phrase("新版本", "The newer one")),
  ]
  static let withdrawn = AnswerShape.object(
    "ProfileWithdrawal", [.init("release", .whole), .init("state", .choice(ProfileRelease.State.allCases.map(\.rawValue)))])
  static let item = AnswerShape.object(
    "ProfileRelease",
    [
      .init("release", .whole), .init("effective", .day), .init("released_at", .moment), .init("released_by", .text),
      .init("in_force", .flag), .maybe("withdrawn_at", .moment), .maybe("draft", .whole),
    ])
  static let comparison = AnswerShape.object(
    "ProfileComparison", [.init("from", .whole), .init("to", .whole), .init("changes", .list(of: ProfileShapes.change))])

  static func json(_ item: ProfileReleases.Item, inForce: Int) -> JSONValue {
    .members(
      ("release", .count(item.id)), ("effective", .text(item.effective.description)), ("released_at", .text(item.releasedAt.iso8601)),
      ("released_by", .text(item.releasedBy.value)), ("in_force", .flag(item.id == inForce)),
      ("withdrawn_at", .optional(item.withdrawnAt?.iso8601)), ("draft", item.draft.map { .count($0) }))
  }
}
