import Workdays

/// Why an actor may not do something, or where it may be done.
public enum LifecycleProblem: Problem {
  case wrongState(action: Phrase, state: Phrase, possible: [String], possibleWords: [Phrase], last: LastAct?)
  case forbidden(action: Phrase, by: [Role])
  case changedMeanwhile(LastAct?)

  /// The newest event of the case: who did what, when.
  public struct LastAct: Hashable, Sendable {
    public let by: String
    public let what: Phrase
    public let at: Moment

    public init(by: String, what: Phrase, at: Moment) {
      self.by = by
      self.what = what
      self.at = at
    }

    var sentence: Phrase { Phrase("最近一次：\(by) 于 \(at.phrase.zh)“\(what.zh)”", "last: \(by), “\(what.en)”, at \(at.phrase.en)") }
  }

  public var status: Int {
    switch self {
    case .wrongState, .changedMeanwhile: 409
    case .forbidden: 403
    }
  }

  public var code: String {
    switch self {
    case .wrongState: "wrong-state"
    case .changedMeanwhile: "changed-meanwhile"
    case .forbidden: "forbidden"
    }
  }

  public var sentence: Phrase {
    switch self {
    case .wrongState(let action, let state, _, let words, let last):
      let zh = words.isEmpty ? "现在没有可做的操作" : "现在可以：\(words.map(\.zh).joined(separator: "、"))"
      let en = words.isEmpty ? "nothing can be done now" : "possible now: \(words.map(\.en).joined(separator: ", "))"
      let before = last.map { Phrase("；\($0.sentence.zh)", "; \($0.sentence.en)") } ?? Phrase("", "")
      return Phrase(
        "“\(state.zh)”的状态下不能“\(action.zh)”；\(zh)\(before.zh)。",
        "“\(action.en)” is not possible while “\(state.en)”; \(en)\(before.en).")
    case .forbidden(let action, let roles):
      let zh = roles.map(\.phrase.zh).joined(separator: "、")
      let en = roles.map(\.phrase.en).joined(separator: ", ")
      return Phrase(
        "您的岗位不能“\(action.zh)”；请由有权的经办方办理：\(zh)。", "Your post may not “\(action.en)”; it takes, on the right side of the case: \(en).")
    case .changedMeanwhile(let last):
      let what = last?.sentence ?? Phrase("", "")
      return Phrase("此件刚被他人处理，请刷新后再办理。\(what.zh)", "Somebody acted first; reload and look again. \(what.en)")
    }
  }

  public func calling(_ name: (String) -> String?) -> any Problem {
    func called(_ last: LastAct?) -> LastAct? { last.map { LastAct(by: name($0.by) ?? $0.by, what: $0.what, at: $0.at) } }
    return switch self {
    case .wrongState(let action, let state, let possible, let words, let last):
      LifecycleProblem.wrongState(action: action, state: state, possible: possible, possibleWords: words, last: called(last))
    case .changedMeanwhile(let last): LifecycleProblem.changedMeanwhile(called(last))
    case .forbidden: self
    }
  }

  public var possible: [String] {
    if case .wrongState(_, _, let possible, _, _) = self { return possible }
    return []
  }
}

extension Permission {
  /// Whether an actor, standing where it stands towards the case, may act.
  public func allows(_ actor: Actor, sides: Set<Side>) -> Bool {
    switch actor.standing {
    case .system: return system
    case .citizen: return citizen
    case .staff: return posts.contains { !$0.roles.isDisjoint(with: actor.roles) && sides.contains($0.side) }
    }
  }
}
