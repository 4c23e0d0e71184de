import Casework
import Workdays

/// The areas: names, marks and borders.
extension ProfileDifference {
  var areas: [ProfileChange] {
    let kept = old.areas.filter { new.area($0.id) != nil }
    let here = Set(kept.map(\.id))
    let list = ListDifference<Area>(section: .areas, key: \.id.value, subject: \.name, words: whole, part: { "areas/\($0.id)" })
    return kept.flatMap { before in new.area(before.id).map { inside(before, $0) } ?? [] }
      + list.changes(old.areas.filter { !here.contains($0.id) }, new.areas.filter { !here.contains($0.id) })
  }

  private func inside(_ before: Area, _ after: Area) -> [ProfileChange] {
    let part = "areas/\(after.id)"
    func named(_ zh: String, _ en: String) -> Phrase { Phrase("\(after.name.zh)：\(zh)", "\(after.name.en): \(en)") }
    let single = values(
      .areas, part: part,
      [
        (named("名称", "name"), before.name, after.name), (named("上级", "above it"), above(before, old), above(after, new)),
        (named("标注点", "mark"), mark(before), mark(after)),
      ])
    guard before.outline != after.outline else { return single }
    let (one, other) = (PolicyWords.border(before.outline), PolicyWords.border(after.outline))
    let words = one == other ? Phrase("\(other.zh)，位置不同", "\(other.en), elsewhere") : other
    return single + [ProfileChange(.areas, named("边界", "border"), one, words, part: part)]
  }

  private func above(_ area: Area, _ profile: Profile) -> Phrase {
    area.parent.map { profile.area($0)?.name ?? Self.plain($0.value) } ?? Phrase("无", "none")
  }

  private func mark(_ area: Area) -> Phrase {
    let numbers = [area.longitude, area.latitude].compactMap { $0.map { "\($0)" } }
    return numbers.isEmpty ? Phrase("无", "none") : Self.plain(numbers.joined(separator: ", "))
  }

  private func whole(_ area: Area) -> Phrase {
    let profile = new.area(area.id) == nil ? old : new
    let (above, mark, border) = (above(area, profile), mark(area), PolicyWords.border(area.outline))
    return Phrase("上级\(above.zh)，标注点 \(mark.zh)，边界 \(border.zh)", "below \(above.en), mark \(mark.en), border \(border.en)")
  }
}

extension PolicyWords {
  /// 12 个点
  public static func border(_ outline: [Area.Spot]) -> Phrase {
    outline.isEmpty ? Phrase("未画", "not drawn") : Phrase("\(outline.count) 个点", "\(outline.count) points")
  }
}
