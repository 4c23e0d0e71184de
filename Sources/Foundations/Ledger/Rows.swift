import Casework
import Store
import Workdays

extension Order: Recorded {
  public static let noun = Phrase("工单", "order")
  public var label: String { matter.number }

  public static let table = RowTable(
    "orders",
    [
      "number", "state", "kind", "category", "urgency", "area", "unit", "owner", "role", "parent", "confidential", "due_at",
      "provisional", "raised_at", "dispatched_at", "closed_at", "pending_callbacks", "supervisions", "title", "citizen",
      "about_agent", "about_group", "card",
    ])

  public var columns: [SQLValue] {
    [
      .text(matter.number), .text(state.rawValue), .text(matter.kind.rawValue), .text(matter.category.value),
      .int(urgencyRank), .str(matter.area?.value), .str(unit?.value), .text(matter.owner.value),
      .text(matter.role.rawValue), .num(matter.parent?.value), .bool(matter.confidential),
      .num(nextClock?.deadline.at.milliseconds), .bool(isProvisional), .int(raisedAt.milliseconds),
      .num(dispatchedAt?.milliseconds), .num(closedAt?.milliseconds), .int(Int64(pendingCallbacks)),
      .int(Int64(supervisions)), .int(matter.title.value), .int(matter.citizen.value),
      .str(matter.aboutAgent?.value), .str(matter.aboutGroup),
      .str(card?.colour.rawValue),
    ]
  }

  private var urgencyRank: Int64 { Int64(Urgency.allCases.firstIndex(of: matter.urgency) ?? 0) }
}

extension Appeal: Recorded {
  public static let noun = Phrase("诉求", "appeal")
  public var label: String { matter.number }

  public static let table = RowTable(
    "appeals",
    [
      "number", "state", "channel", "kind", "category", "area", "intake", "citizen", "confidential", "life_risk", "source",
      "received_at", "ended_at", "title", "text", "about_agent", "about_group",
    ])

  public var columns: [SQLValue] {
    [
      .text(matter.number), .text(state.rawValue), .text(matter.channel.rawValue), .str(matter.kind?.rawValue),
      .str(matter.category?.value), .str(matter.area?.value), .text(matter.intake.value), .int(matter.citizen.value),
      .bool(matter.confidential), .bool(matter.lifeRisk), .str(matter.source), .int(matter.receivedAt.milliseconds),
      .num(endedAt?.milliseconds), .num(matter.title?.value), .int(matter.text.value), .str(matter.aboutAgent?.value),
      .str(matter.aboutGroup),
    ]
  }
}

extension Participation: Recorded {
  public static let noun = Phrase("关联", "participation")
  public var label: String { id.description }

  public static let table = RowTable("participations", ["appeal_id", "order_id", "citizen", "state", "attempts", "joined_at"])

  public var columns: [SQLValue] {
    [
      .int(appeal.value), .int(order.value), .int(citizen.value), .text(state.rawValue), .int(Int64(attempts)),
      .int(joinedAt.milliseconds),
    ]
  }
}
