import Casework
import Workdays

/// The organisation and the map: both are lists whose items name their parents.
extension Reader {
  func units(areas: Set<AreaID>) -> [Unit] {
    guard let section = required("units") else { return [] }
    let items = section.list().filter { $0.isMap() }
    let known = Set(items.compactMap { $0.branch["id"]?.text.map { UnitID($0.trimmed) } })
    let units = items.compactMap { $0.unit(known, areas) }
    section.refuseDuplicates(of: "id")
    section.checkTree(items, kindZh: "单位", kindEn: "unit")
    section.checkRoots(items)
    section.checkContactPoints(items, units)
    return units
  }

  private func unit(_ known: Set<UnitID>, _ areas: Set<AreaID>) -> Unit? {
    allow(["id", "name", "level", "parent", "serves", "intake", "relay", "area", "until"])
    let parent = field("parent")?.unit(known)
    let serves = field("serves")?.unit(known)
    let area = field("area")?.area(areas)
    let until = field("until")?.day()
    let (intake, relay) = (field("intake")?.bool() ?? false, field("relay")?.bool() ?? false)
    let (id, name, level) = (required("id")?.word(), required("name")?.phrase(), required("level")?.word(Unit.Level.self))
    guard let id, let name, let level else { return nil }
    return Unit(
      id: UnitID(id), name: name, level: level, parent: parent, serves: serves, intake: intake, relay: relay, area: area,
      until: until)
  }

  /// A contact point 联系点 gets its orders directly: nothing may stand between it and the city (source 004).
  private func checkContactPoints(_ items: [Reader], _ units: [Unit]) {
    let between = Set(units.filter { $0.parent != nil }.map(\.id))
    for unit in units where unit.level == .contactPoint && unit.parent.map(between.contains) == true {
      items.first { $0.branch["id"]?.text == unit.id.value }?.report(
        "联系点“\(unit.name.zh)”的上级不是城市", "something stands between the city and the contact point “\(unit.name.en)”",
        "联系点直接受理，请把 parent 写为城市", "A contact point is dealt with directly: its parent is the city")
    }
  }

  /// One unit, and only one, has no parent.
  private func checkRoots(_ items: [Reader]) {
    let roots = items.filter { $0.field("parent") == nil }
    if roots.isEmpty, !items.isEmpty {
      report("没有根单位", "there is no root unit", "请让城市本身没有 parent", "Leave out the parent of the city itself")
    }
    for second in roots.dropFirst() {
      let first = roots[0].branch
      second.report(
        "有两个根单位：另一个在 \(first.file) 第 \(first.line) 行", "there are two root units, the other is at \(first.file) line \(first.line)",
        "请给其中一个写 parent", "Give one of them a parent")
    }
  }

  func areas() -> [Area] {
    guard let section = field("areas") else { return [] }
    let items = section.list().filter { $0.isMap() }
    let known = Set(items.compactMap { $0.branch["id"]?.text.map { AreaID($0.trimmed) } })
    let areas = items.compactMap { $0.place(known) }
    section.refuseDuplicates(of: "id")
    section.checkTree(items, kindZh: "区域", kindEn: "area")
    return areas
  }

  private func place(_ known: Set<AreaID>) -> Area? {
    allow(["id", "name", "parent", "longitude", "latitude", "outline"])
    let parent = field("parent")?.area(known)
    let longitude = field("longitude")?.decimal(-180...180)
    let latitude = field("latitude")?.decimal(-90...90)
    guard let id = required("id")?.word(), let name = required("name")?.phrase() else { return nil }
    let outline = field("outline")?.outline() ?? []
    return Area(id: AreaID(id), name: name, parent: parent, longitude: longitude, latitude: latitude, outline: outline)
  }

  /// `118.24 35.77, 118.35 35.76, 118.3 35.6`: at least three corners.
  private func outline() -> [Area.Spot] {
    guard let text = text() else { return [] }
    let spots = text.split(separator: ",", omittingEmptySubsequences: false).map { Area.Spot(String($0)) }
    let known = spots.compactMap { $0 }
    if known.count == spots.count, known.count >= 3 { return known }
    report(
      "边界写得不对", "this is no outline", "请写三个以上的点，先经度后纬度，如 118.24 35.77, 118.35 35.76, 118.3 35.6",
      "Write three points or more, longitude first, such as 118.24 35.77, 118.35 35.76, 118.3 35.6")
    return []
  }

  /// An area that exists.
  func area(_ known: Set<AreaID>) -> AreaID? {
    guard let text = text() else { return nil }
    if known.contains(AreaID(text)) { return AreaID(text) }
    let near = nearest(to: text, among: known.map(\.value).sorted())
    report(
      "没有区域“\(text)”", "there is no area “\(text)”", near.map { "是否想写“\($0)”？" } ?? "请写 areas 中的 id",
      near.map { "Did you mean “\($0)”?" } ?? "Write an id of areas")
    return nil
  }

  /// A circle of parents is reported once, at its first item.
  private func checkTree(_ items: [Reader], kindZh: String, kindEn: String) {
    let links = items.compactMap { item in item.branch["id"]?.text.map { ($0, item.branch["parent"]?.text ?? "") } }
    let parents = Dictionary(links, uniquingKeysWith: { first, _ in first })
    var reported: Set<String> = []
    for item in items {
      guard let start = item.branch["id"]?.text, !reported.contains(start) else { continue }
      var way = [start]
      while let next = parents[way[way.count - 1]], next != start, parents[next] != nil, !way.contains(next) { way.append(next) }
      guard parents[way[way.count - 1]] == start else { continue }
      reported.formUnion(way)
      let circle = (way + [start]).joined(separator: " → ")
      item.report(
        "\(kindZh)的上级成环：\(circle)", "the parents of this \(kindEn) run in a circle: \(circle)", "请改正其中一个 parent",
        "Correct one of the parents")
    }
  }
}
