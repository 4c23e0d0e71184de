import Casework
import Workdays

/// Rules of a profile in the words of those who live by them.
public struct PolicyWords: Sendable {
  private let profile: Profile

  public init(_ profile: Profile) { self.profile = profile }

  /// 投诉、举报 · 一般 · 城乡建设 › 供热 · 11-15 至 03-15; everything else where there is no condition.
  public func conditions(_ conditions: Conditions) -> Phrase {
    let parts = [
      words(Kind.allCases.filter(conditions.kinds.contains)), words(Urgency.allCases.filter(conditions.urgencies.contains)),
      list(conditions.categories.map(profile.taxonomy.title)), list(conditions.units.map(profile.units.name)),
      words(Unit.Level.allCases.filter(conditions.levels.contains)),
      conditions.season.map { Phrase("每年 \($0.from) 至 \($0.to)", "every year \($0.from) to \($0.to)") },
    ].compactMap { $0 }
    guard !parts.isEmpty else { return Phrase("其余全部", "everything else") }
    return Phrase(parts.map(\.zh).joined(separator: " · "), parts.map(\.en).joined(separator: " · "))
  }

  private func words(_ words: [some Worded]) -> Phrase? { list(words.map(\.phrase)) }

  private func list(_ phrases: [Phrase]) -> Phrase? {
    phrases.isEmpty ? nil : Phrase(phrases.map(\.zh).joined(separator: "、"), phrases.map(\.en).joined(separator: ", "))
  }

  /// 办理时限：投诉 · 一般
  public func subject(_ clock: ClockKind, _ conditions: Conditions) -> Phrase {
    let about = self.conditions(conditions)
    return Phrase("\(clock.phrase.zh)：\(about.zh)", "\(clock.phrase.en): \(about.en)")
  }

  /// 到期前 1 个工作日，黄牌，告知承办单位
  public func rung(_ rung: Rung) -> Phrase {
    let told = list(rung.to.map(\.phrase))
    return Phrase(
      "\(rung.at.phrase.zh)，\(rung.what.phrase.zh)\(told.map { "，告知\($0.zh)" } ?? "")",
      "\(rung.at.phrase.en): \(rung.what.phrase.en.lowercased())\(told.map { ", telling \($0.en)" } ?? "")")
  }

  /// 周一至周五 08:30-12:00、13:30-17:30；其余休息
  public func week(_ schedule: Schedule) -> Phrase {
    var (zh, en) = ([String](), [String]())
    var first = 0
    while first < 7 {
      let last = schedule.week[first...].firstIndex { $0 != schedule.week[first] }.map { $0 - 1 } ?? 6
      let hours = schedule.week[first].map(\.description)
      if !hours.isEmpty {
        let days = Self.days(first, last)
        zh.append("\(days.zh) \(hours.joined(separator: "、"))")
        en.append("\(days.en) \(hours.joined(separator: ", "))")
      }
      first = last + 1
    }
    return Phrase(zh.joined(separator: "；"), en.joined(separator: "; "))
  }

  private static let names = [
    Phrase("周一", "Mon"), Phrase("周二", "Tue"), Phrase("周三", "Wed"), Phrase("周四", "Thu"), Phrase("周五", "Fri"), Phrase("周六", "Sat"),
    Phrase("周日", "Sun"),
  ]

  private static func days(_ first: Int, _ last: Int) -> Phrase {
    let (one, other) = (names[first], names[last])
    return first == last ? one : Phrase("\(one.zh)至\(other.zh)", "\(one.en) to \(other.en)")
  }

  /// 自 2026年5月1日 起
  public func since(_ schedule: Schedule) -> Phrase {
    schedule.from.map { Phrase("自 \($0.phrase.zh) 起", "from \($0.phrase.en)") } ?? Phrase("最初", "at first")
  }

  /// 休息（盘点） or 08:30-12:00
  public func day(_ override: Override) -> Phrase {
    let hours = override.hours.map(\.description).joined(separator: "、")
    let why = override.reason.isEmpty ? Phrase("", "") : Phrase("（\(override.reason)）", " (\(override.reason))")
    return hours.isEmpty ? Phrase("休息\(why.zh)", "closed\(why.en)") : Phrase("\(hours)\(why.zh)", "\(hours)\(why.en)")
  }

  public static func flag(_ flag: Bool) -> Phrase { flag ? Phrase("是", "yes") : Phrase("否", "no") }

  public static func share(_ share: CasePolicy.Callback.Share) -> Phrase {
    switch share {
    case .all: Phrase("逐件", "all")
    case .sample(let percent): Phrase("抽 \(percent)%", "\(percent)%")
    }
  }
}
