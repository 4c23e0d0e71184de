import Casework
import Ledger
import Store
import Workdays

/// The draft of the moment beside the release that it changes.
public struct DraftView: Sendable {
  /// The last release of the line, as it was released.
  public let base: Profile
  public let draft: ProfileDraft?
  /// Of the draft's stream; 0 where there is none.
  public let version: Int
  /// The release with the changes of the draft.
  public let profile: Profile
  /// Parts that a release changed after the draft was begun and that the draft changes too.
  public let contested: [String]
  public let changes: [ProfileChange]

  public init(base: Profile, draft: ProfileDraft?, version: Int, begunOn old: Profile? = nil) {
    (self.base, self.draft, self.version) = (base, draft, version)
    let edits = draft?.edits ?? []
    profile = edits.isEmpty ? base : base.edited(by: edits)
    changes = edits.isEmpty ? [] : ProfileDifference(base, profile).changes
    contested = edits.filter { edit in
      old.map { edit.standing(in: $0) != edit.standing(in: base) } ?? false
    }.map(\.part)
  }

  /// Whether a release came after the draft was begun.
  public var isOvertaken: Bool { draft.map { $0.base != base.version } ?? false }
}

extension ProfileShelf {
  /// The draft beside the last release of the line.
  public func draft() async throws -> DraftView {
    let found = try await ledger.look { sql, _ in
      let open = try ProfileDrafts(sql: sql).open()
      return (last: try ProfileReleases(sql).last()?.id, draft: open?.draft, version: open?.version ?? 0)
    }
    guard let last = found.last else {
      throw CaseworkProblem.conflict(Phrase("尚未载入配置，请先载入城市方案。", "No profile is loaded yet; load the city's profile first."))
    }
    let base = try await profile(of: last)
    guard let draft = found.draft, draft.base != last else { return DraftView(base: base, draft: found.draft, version: found.version) }
    return DraftView(base: base, draft: draft, version: found.version, begunOn: try await profile(of: draft.base))
  }

  /// Everything that is wrong in the draft. What is released was checked.
  public func faults(in view: DraftView) async throws -> [DraftFault] {
    guard let draft = view.draft, !draft.parts.isEmpty else { return [] }
    let catalogue = try await ledger.look { [today = ledger.clock().day] sql, _ in try CatalogueRevisions(sql).version(on: today) }
    let key = "\(view.base.version) \(draft.id) \(view.version) \(catalogue)"
    if let known = checked[key] { return known }
    let faults = try await faults(of: view.profile)
    checked.keep(faults, for: key)
    return faults
  }

  /// Everything that is wrong with a profile: what `lianxin profile check` would say, and what its catalogue has learned since.
  public func faults(of profile: Profile) async throws -> [DraftFault] {
    let today = ledger.clock().day
    let learned = try await ledger.look { sql, _ in try profile.learned(sql, on: today) }
    return DraftFault.all(in: learned)
  }

  /// The draft as it would be released, checked.
  /// - Parameter seen: the version that the person had before their eyes.
  public func release(of view: DraftView, from day: CivilDay, seen: Int?) async throws -> ReleaseProfileDraft {
    guard let draft = view.draft, !draft.parts.isEmpty else {
      throw CaseworkProblem.conflict(Phrase("草稿没有改动，不必发布。", "The draft changes nothing; there is nothing to release."))
    }
    guard day >= ledger.clock().day else {
      throw CaseworkProblem.field("effective", "生效日期不能早于今天。", "It cannot hold from a day in the past.")
    }
    guard day >= view.base.effective else {
      let (number, first) = (view.base.version, view.base.effective.phrase)
      throw CaseworkProblem.field(
        "effective", "第 \(number) 版将于 \(first.zh) 生效，新版本不能早于它；也可以先撤回那一版。",
        "Release \(number) holds from \(first.en) on and this one may not come before it; or withdraw that one first.")
    }
    guard view.contested.isEmpty else {
      throw CaseworkProblem.conflict(
        Phrase(
          "起草之后第 \(view.base.version) 版也改了同样的部分；请在草稿页逐项看过，再以草稿为准或撤回改动。",
          "Release \(view.base.version) changed the same parts after the draft was begun; look at them on the draft's page first."))
    }
    let faults = try await faults(in: view)
    guard faults.isEmpty else { throw ProfileProblems(faults.map(\.problem)) }
    let profile = view.base.edited(by: draft.edits, effective: day)
    return ReleaseProfileDraft(profile: profile, yaml: ProfileWriter.export(profile), base: view.base.version, seen: seen ?? view.version)
  }
}
