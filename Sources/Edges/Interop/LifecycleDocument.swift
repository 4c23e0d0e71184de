import Casework
import Workdays

/// The lifecycle tables as a document for people, so that none of it has to be believed: `docs/lifecycle.md` is this text.
public enum LifecycleDocument {
  public static var markdown: String {
    let sections = [
      head, clocks, states(Order.self, "工单 · Orders", births: Order.births), states(Appeal.self, "诉求 · Appeals", births: Appeal.births),
      states(Participation.self, "关联 · Participations", births: Participation.births),
      states(Measure.self, "督办措施 · Measures of supervision", births: Measure.births), kinds,
    ]
    return sections.joined(separator: "\n\n") + "\n"
  }

  private static let head = """
    # 生命周期 · Lifecycle

    由程序的生命周期表生成，测试保证两者一致：`lianxin lifecycle > docs/lifecycle.md`。
    Made from the program's lifecycle tables; a test keeps it true. Numbers under “why” are those of `sources.md`.

    经办一栏是岗位和所站的一方：`owner` 派单的一方，`holder` 现在承办的单位，`viewer` 看得到此件的人；系统和市民另写。
    “Who” names the roles and the side on which they stand: `owner` dispatched it, `holder` has it now, `viewer` may see it.
    """

  // MARK: states

  private static func states<S: EventStream>(_ type: S.Type, _ title: String, births: [S.Action: Permission]) -> String
  where S.State: CaseIterable {
    var text = "## \(title)"
    let born = births.sorted { $0.key.rawValue < $1.key.rawValue }.map { action, who in "| \(name(action)) | \(people(who)) |" }
    text += "\n\n开始 · Beginning\n\n| 操作 · Action | 经办 · Who |\n|---|---|\n\(born.joined(separator: "\n"))"
    for state in S.State.allCases {
      let lines = S.lifecycle.transitions.filter { $0.from.contains(state) }
      text += "\n\n### \(state.phrase.zh) · \(state.phrase.en) `\(state.rawValue)`\n\n"
      guard !lines.isEmpty else {
        text += "到此为止 · nothing more can be done."
        continue
      }
      text += "| 操作 · Action | 经办 · Who | 之后 · Leads to | 时限 · Clocks | 依据 · Why |\n|---|---|---|---|---|\n"
      text += lines.map { row($0, from: state) }.joined(separator: "\n")
    }
    return text
  }

  private static func row<State, Action>(_ line: Transition<State, Action>, from state: State) -> String
  where State: RawRepresentable<String> & CaseIterable, Action: RawRepresentable<String> {
    let all = State.allCases.filter { line.to.contains($0) }
    // Where anything open stays what it is, only that is said.
    let stays = line.to.contains(state) && line.to == line.from && line.to.count > 1
    let to = stays ? "不变 · stays" : all.map { "`\($0.rawValue)`" }.joined(separator: " ")
    return "| \(name(line.action)) | \(people(line.who)) | \(to) | \(effects(line)) | \(line.why) |"
  }

  private static func name<Action: RawRepresentable<String>>(_ action: Action) -> String {
    guard let words = (action as? any Worded)?.phrase else { return "`\(action.rawValue)`" }
    return "\(words.zh) · \(words.en) `\(action.rawValue)`"
  }

  private static func people(_ who: Permission) -> String {
    var parts = who.posts.compactMap { post -> String? in
      let roles = Role.allCases.filter(post.roles.contains).map(\.rawValue)
      return roles.isEmpty ? nil : "\(roles.joined(separator: ", ")) (\(post.side.rawValue))"
    }
    if who.citizen { parts.append("citizen") }
    if who.system { parts.append("system") }
    return parts.joined(separator: "; ")
  }

  private static func effects<State, Action>(_ line: Transition<State, Action>) -> String {
    [("▶", line.starts), ("■", line.stops), ("‖", line.pauses)].compactMap { sign, kinds in
      if kinds.isEmpty { return nil }
      if kinds.count == ClockKind.allCases.count { return "\(sign) 全部 · all" }
      return "\(sign) \(ClockKind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: ", "))"
    }.joined(separator: "<br>")
  }

  // MARK: measures

  private static var kinds: String {
    let rows = MeasureKind.allCases.map { kind in
      let openers = Role.allCases.filter(kind.openers.contains).map(\.rawValue).joined(separator: ", ")
      let actions = MeasureAction.allCases.filter { kind.actions.contains($0) && $0 != .open }.map(\.rawValue).joined(separator: ", ")
      return "| \(kind.phrase.zh) · \(kind.phrase.en) `\(kind.rawValue)` | \(openers) | \(kind.isPressure ? "是 · yes" : "") | \(actions) |"
    }
    return """
      ### 各类措施 · Kinds of measures

      | 措施 · Measure | 谁可发起 · Who opens one | 计入督办 · Counts as supervised | 可做的操作 · Actions it knows |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))
      """
  }

  // MARK: clocks

  private static var clocks: String {
    let lines = Order.lifecycle.transitions
    let rows = ClockKind.allCases.map { kind in
      let whose = kind.runsAtUnit ? "承办单位 · unit" : "派单方 · owner"
      let moves = [
        lines.filter { $0.starts.contains(kind) }, lines.filter { $0.stops.contains(kind) }, lines.filter { $0.pauses.contains(kind) },
      ]
      let cells = moves.map { lines in
        OrderAction.allCases.filter { action in lines.contains { $0.action == action } }.map(\.rawValue).joined(separator: ", ")
      }
      let first = kind == .transfer ? "raise, \(cells[0])" : cells[0]
      return "| \(kind.phrase.zh) · \(kind.phrase.en) `\(kind.rawValue)` | \(whose) | \(first) | \(cells[1]) | \(cells[2]) |"
    }
    return """
      ## 时限 · Clocks

      下表和各状态中：▶ 起算，■ 停止，‖ 暂停（恢复后顺延）。Below, ▶ starts, ■ stops, ‖ pauses until the order is resumed.

      | 时限 · Clock | 谁须按时 · Who must act | ▶ | ■ | ‖ |
      |---|---|---|---|---|
      \(rows.joined(separator: "\n"))
      """
  }
}
