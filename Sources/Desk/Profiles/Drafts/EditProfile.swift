import Casework
import Ledger
import Workdays

/// What the editor of the profile is told.
public struct ProfileDraftReceipt: Codable, Sendable, Equatable {
  public let draft: Int
  public let state: ProfileDraft.State
  /// Parts that differ from the release.
  public let parts: Int
  public let release: Int?

  init(_ draft: ProfileDraft) {
    (self.draft, state, parts, release) = (draft.number, draft.state, draft.parts.count, draft.release)
  }
}

extension LedgerSession {
  /// The draft, which must be there.
  func openProfileDraft() throws -> ProfileDraft {
    guard let open = try ProfileDrafts(sql: sql).open() else {
      throw CaseworkProblem.conflict(Phrase("现在没有配置草稿；请先作一处修改。", "There is no draft of the profile; change something first."))
    }
    return open.draft
  }
}

/// Writes changes into the draft, opened where there is none. What comes out as it is in the release is no change.
public struct ChangeProfileDraft: Verb {
  private let edits: [ProfileEdit]
  private let vain: Set<String>
  private let base: Int
  private let seen: Int?

  /// - Parameters:
  ///   - view: what the changes were made against.
  ///   - seen: the version of the draft that the person had before their eyes; 0 where there was none.
  public init(_ edits: [ProfileEdit], to view: DraftView, seen: Int?) {
    (self.edits, base, self.seen) = (edits, view.base.version, seen ?? view.version)
    vain = Set(edits.filter { $0.standing(in: view.base) == $0 }.map(\.part))
  }

  public func perform(in session: LedgerSession) throws -> ProfileDraftReceipt {
    guard let open = try ProfileDrafts(sql: session.sql).open() else {
      guard seen ?? 0 == 0 else { throw LifecycleProblem.changedMeanwhile(nil) }
      let number = try ProfileDrafts(sql: session.sql).nextNumber()
      let news = edits.filter { !vain.contains($0.part) }.map { ProfileDraft.Event.changed(edit: $0) }
      return ProfileDraftReceipt(try session.begin(ProfileDraft.self, session.newID(), [.opened(number: number, base: base)] + news))
    }
    let after = try session.change(ProfileDraft.self, open.draft.id, .change, seen: seen) { draft in
      edits.compactMap { edit in
        guard vain.contains(edit.part) else { return draft[edit.part]?.edit == edit ? nil : .changed(edit: edit) }
        return draft[edit.part] == nil ? nil : .undone(part: edit.part)
      }
    }
    return ProfileDraftReceipt(after)
  }
}

/// Takes the change of one part back.
public struct UndoProfileEdit: Verb {
  private let part: String
  private let seen: Int?

  public init(_ part: String, seen: Int?) { (self.part, self.seen) = (part, seen) }

  public func perform(in session: LedgerSession) throws -> ProfileDraftReceipt {
    let draft = try session.openProfileDraft()
    guard draft[part] != nil else { throw CaseworkProblem.unknown(what: Phrase("改动", "change"), key: part) }
    return ProfileDraftReceipt(try session.change(ProfileDraft.self, draft.id, .change, seen: seen) { _ in [.undone(part: part)] })
  }
}

/// Sets the draft beside the newest release: what both changed stays as the draft has it.
public struct RebaseProfileDraft: Verb {
  private let seen: Int?

  public init(seen: Int?) { self.seen = seen }

  public func perform(in session: LedgerSession) throws -> ProfileDraftReceipt {
    let draft = try session.openProfileDraft()
    guard let newest = try ProfileReleases(session.sql).last()?.id, newest != draft.base else { return ProfileDraftReceipt(draft) }
    return ProfileDraftReceipt(
      try session.change(ProfileDraft.self, draft.id, .rebase, seen: seen) { _ in [.rebased(base: newest)] })
  }
}

public struct DiscardProfileDraft: Verb {
  private let seen: Int?

  public init(seen: Int?) { self.seen = seen }

  public func perform(in session: LedgerSession) throws -> ProfileDraftReceipt {
    let draft = try session.openProfileDraft()
    return ProfileDraftReceipt(try session.change(ProfileDraft.self, draft.id, .discard, seen: seen) { _ in [.discarded] })
  }
}

/// Puts the draft into force from a day on. What was checked is what is released: it holds only while draft and base stand
/// as they did.
public struct ReleaseProfileDraft: Verb {
  let profile: Profile
  let yaml: String
  let base: Int
  let seen: Int

  public func perform(in session: LedgerSession) throws -> ProfileDraftReceipt {
    let draft = try session.openProfileDraft()
    guard try ProfileReleases(session.sql).last()?.id == base else {
      throw CaseworkProblem.conflict(
        Phrase("刚有新版本发布，请再看一遍草稿。", "Another release came in this moment; look at the draft once more."))
    }
    let after = try session.change(ProfileDraft.self, draft.id, .release, seen: seen) { draft in
      let release = try ReleaseProfile(profile: profile, yaml: yaml, draft: draft.number).perform(in: session).release
      return [.released(release: release, effective: profile.effective)]
    }
    return ProfileDraftReceipt(after)
  }
}
