import Casework
import Workdays

/// How long something may take in this matter, in plain words.
public struct PlainLimit: Sendable, Equatable {
  public let clock: ClockKind
  public let limit: Limit
  /// When it would end if it began now.
  public let at: Moment
  public let isProvisional: Bool

  private static let shown: [ClockKind] = [.transfer, .sign, .handling]

  /// The limits that matter to somebody on the telephone: passed on, signed for, done.
  /// - Parameter unit: who would have it; its calendar counts.
  public static func limits(
    _ profile: Profile, _ kind: Kind, _ urgency: Urgency, _ category: CategoryID, unit: UnitID?, from now: Moment
  ) -> [PlainLimit] {
    shown.compactMap { clock in
      let worker = clock == .transfer ? nil : unit
      let matter = Matter(kind: kind, urgency: urgency, category: category, unit: worker.flatMap { profile.unit($0) }, day: now.day)
      guard let limit = profile.limits.limit(for: clock, matter: matter)?.limit else { return nil }
      let deadline = ClockSetting(profile).deadline(limit, unit: worker, from: now)
      return PlainLimit(clock: clock, limit: limit, at: deadline.at, isProvisional: deadline.provisional)
    }
  }

  /// `派出后 5 个工作日内办结，最迟 2026-11-27 17:30`.
  public var phrase: Phrase {
    let (zh, en) = (limit.phrase.zh, limit.phrase.en)
    let at = at.phrase
    return switch clock {
    case .transfer: Phrase("\(zh)内派出，最迟 \(at.zh)", "passed on within \(en), by \(at.en)")
    case .sign: Phrase("派出后 \(zh)内签收", "signed for within \(en) of that")
    default: Phrase("派出后 \(zh)内办结，现在派出最迟 \(at.zh)", "done within \(en); sent now, by \(at.en)")
    }
  }
}
