import Casework
import Web
import Workdays

/// Lists in the programming interface: `{items[], next?, total}`.
enum ListAnswer {
  static func orders(_ page: ListPage<OrderGlance>, next: String?) -> JSONValue {
    whole(page.items.map(order), next, page.total)
  }

  static func appeals(_ page: ListPage<AppealGlance>, next: String?) -> JSONValue {
    whole(page.items.map(appeal), next, page.total)
  }

  private static func whole(_ items: [JSONValue], _ next: String?, _ total: Int) -> JSONValue {
    .members(("items", .list(items)), ("next", .optional(next)), ("total", .count(total)))
  }

  private static func order(_ order: OrderGlance) -> JSONValue {
    .members(
      ("number", .text(order.number)), ("state", .text(order.state.rawValue)), ("kind", .text(order.kind.rawValue)),
      ("category", .text(order.category.value)), ("urgency", .text(order.urgency.rawValue)), ("area", .optional(order.area?.value)),
      ("unit", .optional(order.unit?.value)), ("owner", .text(order.owner.value)), ("role", .text(order.role.rawValue)),
      ("confidential", .flag(order.isConfidential)), ("title", .text(order.title)), ("place", .optional(order.place)),
      ("due", .optional(order.due?.iso8601)), ("clock", .optional(order.clock?.rawValue)), ("provisional", .flag(order.isProvisional)),
      ("raised_at", .text(order.raisedAt.iso8601)), ("dispatched_at", .optional(order.dispatchedAt?.iso8601)),
      ("closed_at", .optional(order.closedAt?.iso8601)), ("supervisions", .count(order.supervisions)),
      ("card", .optional(order.card?.rawValue)), ("answered_by", .optional(order.answeredBy?.value)))
  }

  private static func appeal(_ appeal: AppealGlance) -> JSONValue {
    .members(
      ("number", .text(appeal.number)), ("state", .text(appeal.state.rawValue)), ("channel", .text(appeal.channel.rawValue)),
      ("kind", .optional(appeal.kind?.rawValue)), ("category", .optional(appeal.category?.value)),
      ("area", .optional(appeal.area?.value)), ("intake", .text(appeal.intake.value)), ("confidential", .flag(appeal.isConfidential)),
      ("life_risk", .flag(appeal.lifeRisk)), ("title", .text(appeal.title)), ("place", .optional(appeal.place)),
      ("time", .count(appeal.time)), ("received_at", .text(appeal.receivedAt.iso8601)), ("ended_at", .optional(appeal.endedAt?.iso8601)))
  }

  static let orderPage = AnswerShape.object(
    "OrderList", [.init("items", .list(of: orderItem)), .maybe("next", .text), .init("total", .whole)])
  static let appealPage = AnswerShape.object(
    "AppealList", [.init("items", .list(of: appealItem)), .maybe("next", .text), .init("total", .whole)])

  private static let orderItem = AnswerShape.object(
    "OrderGlance",
    [
      .init("number", .text), .init("state", .choice(OrderState.allCases.map(\.rawValue))),
      .init("kind", .choice(Kind.allCases.map(\.rawValue))),
      .init("category", .text), .init("urgency", .choice(Urgency.allCases.map(\.rawValue))), .maybe("area", .text), .maybe("unit", .text),
      .init("owner", .text), .init("role", .choice(OrderRole.allCases.map(\.rawValue))), .init("confidential", .flag),
      .init("title", .text),
      .maybe("place", .text), .maybe("due", .moment), .maybe("clock", .choice(ClockKind.allCases.map(\.rawValue))),
      .init("provisional", .flag),
      .init("raised_at", .moment), .maybe("dispatched_at", .moment), .maybe("closed_at", .moment), .init("supervisions", .whole),
      .maybe("card", .choice(Order.Card.Colour.allCases.map(\.rawValue))), .maybe("answered_by", .text),
    ])

  private static let appealItem = AnswerShape.object(
    "AppealGlance",
    [
      .init("number", .text), .init("state", .choice(AppealState.allCases.map(\.rawValue))),
      .init("channel", .choice(Channel.allCases.map(\.rawValue))), .maybe("kind", .choice(Kind.allCases.map(\.rawValue))),
      .maybe("category", .text), .maybe("area", .text), .init("intake", .text), .init("confidential", .flag), .init("life_risk", .flag),
      .init("title", .text), .maybe("place", .text), .init("time", .whole), .init("received_at", .moment), .maybe("ended_at", .moment),
    ])
}
