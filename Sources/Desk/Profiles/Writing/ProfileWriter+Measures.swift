import Casework
import Workdays

extension ProfileWriter {
  static func measures(_ policy: MeasurePolicy) -> YamlText {
    var map = YamlMap()
    let limits = MeasureKind.allCases.compactMap { kind in policy.limits[kind].map { (kind.rawValue, YamlText.limit($0)) } }
    map.add("limits", limits.isEmpty ? nil : .map(limits))
    map.add("incident-from", policy.incidentFrom.map { .number($0) })
    return map.yaml
  }
}
