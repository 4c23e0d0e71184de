import Casework
import Workdays

/// The measures of supervision: `measures: {limits: {notice: 3wd}, incident-from: 8}`.
extension Reader {
  func measures() -> MeasurePolicy? {
    guard isMap() else { return nil }
    allow(["limits", "incident-from"])
    var policy = MeasurePolicy()
    if let count = field("incident-from")?.int(2...999) { policy.incidentFrom = count }
    for (key, value) in field("limits")?.pairs() ?? [] {
      if let kind = key.word(MeasureKind.self), let limit = value.limit() { policy.limits[kind] = limit }
    }
    return policy
  }
}
