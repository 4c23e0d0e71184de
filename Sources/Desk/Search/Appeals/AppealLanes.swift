import Casework
import Store

/// Makes of a filter and a reach the index ranges of a list of appeals.
struct AppealLanes {
  let filter: AppealFilter
  let reach: AppealReach

  var keyset: Keyset {
    if let account = filter.recordedBy { return recorded(by: account) }
    var lanes = [Lane()]
    var conditions = [reach.kept]
    if let intake = reach.intake {
      lanes = intake.flatMap { unit in states.map { Lane([Lane.Term(column: "intake", value: unit.value)], [$0]) } }
      if let state = filter.state, state != .recorded { conditions.append(OrderConditions.beside("state", [state.rawValue])) }
      if let channel = filter.channel { conditions.append(OrderConditions.beside("channel", [channel.rawValue])) }
    } else {
      (lanes, conditions) = (city, conditions + beside)
    }
    if filter.aboutStaff { conditions.append(OrderConditions.plain(AppealConditions.staffComplaint)) }
    if filter.refusalAsked { conditions.append(OrderConditions.plain(AppealConditions.refusalAsked)) }
    let isQueue = filter.state == .recorded
    if isQueue { conditions.append(OrderConditions.plain(AppealConditions.waiting)) }
    return Keyset(
      table: "appeals", key: "received_at", descending: !filter.oldestFirst, lanes: lanes, conditions: conditions,
      pressing: isQueue ? Pressing(AppealConditions.lifeRisk, among: lanes) : nil)
  }

  /// An appeal stands in one of two indexes by intake: while it waits, and ever after.
  private var states: [String] {
    guard let state = filter.state else { return [AppealConditions.waiting, AppealConditions.decided] }
    return [state == .recorded ? AppealConditions.waiting : AppealConditions.decided]
  }

  /// Where all is seen: led by what is rarest. Calls are the bulk, so `phone` leads to nothing.
  private var city: [Lane] {
    if filter.aboutStaff { return [Lane()] }
    if leadsByChannel, let channel = filter.channel {
      return [Lane([Lane.Term(column: "channel", value: channel.rawValue)], [AppealConditions.written])]
    }
    guard let state = filter.state else { return [Lane()] }
    if state == .recorded { return [Lane([], [AppealConditions.waiting])] }
    return [Lane([Lane.Term(column: "state", value: state.rawValue)], [AppealConditions.decided])]
  }

  private var beside: [Condition] {
    var conditions: [Condition] = []
    if let channel = filter.channel, filter.aboutStaff || !leadsByChannel {
      conditions.append(OrderConditions.beside("channel", [channel.rawValue]))
    }
    if let state = filter.state, filter.aboutStaff || leadsByChannel {
      conditions.append(OrderConditions.beside("state", [state.rawValue]))
    }
    return conditions
  }

  private var leadsByChannel: Bool { filter.channel != nil && filter.channel != .phone && filter.state != .recorded }

  /// Of one's own appeals the projection keeps who recorded them; the rows are looked at when they are shown.
  private func recorded(by account: AccountID) -> Keyset {
    var conditions: [Condition] = []
    if let since = filter.since { conditions.append { args in "at >= \(args.bind(.int(since.milliseconds)))" } }
    conditions.append { [reach] args in
      "EXISTS (SELECT 1 FROM appeals a WHERE a.id = appeal_recorders.id AND \(reach.kept(&args)))"
    }
    let lane = Lane([Lane.Term(column: "account", value: account.value)])
    return Keyset(table: "appeal_recorders", key: "at", descending: true, lanes: [lane], conditions: conditions)
  }
}
