import Casework
import Web
import Workdays

extension OrderGlance {
  /// How long is left of the clock that ends next.
  public func remaining(_ profile: Profile, at now: Moment) -> Lamp? {
    due.map { due in
      let calendar = profile.calendar(for: unit ?? owner)
      let left = TimeLeft(until: due, limit: limit, provisional: isProvisional, calendar: calendar, now: now)
      return Lamp(left.state, left.sentence, explanation: [Phrase("期限：\(due.phrase.zh)", "Deadline: \(due.phrase.en)")])
    }
  }
}
