import Casework
import Search
import Web
import Workdays

/// An open matter in everybody's words.
struct MatterWords {
  let profile: Profile
  let language: Language

  func title(_ matter: OpenMatter) -> Phrase {
    let kind = profile.taxonomy.name(of: matter.category)
    guard let area = matter.area.flatMap({ profile.area($0)?.name }) else { return kind }
    return Phrase("\(kind.zh) · \(area.zh)", "\(kind.en) · \(area.en)")
  }

  func state(_ matter: OpenMatter) -> Phrase {
    let unit = matter.unit.map { profile.units.name(of: $0) }
    switch matter.state {
    case .handling, .suspended, .continuedReport:
      guard let unit else { return Phrase("正在办理", "Being worked on") }
      return Phrase("\(unit.zh)正在办理", "\(unit.en) is working on it")
    case .review, .callback: return Phrase("已经答复，正在核对", "Answered, being checked")
    default: return Phrase("正在安排", "Being given to an office")
    }
  }

  /// - Parameter more: those who said "me too" without leaving a number.
  func crowd(_ matter: OpenMatter, more: Int) -> Phrase {
    let count = matter.citizens + more
    return count > 1 ? Phrase("\(count) 人反映", "\(count) people said so") : Phrase("1 人反映", "one person said so")
  }

  func since(_ matter: OpenMatter) -> Phrase {
    let day = matter.since.day.words
    return Phrase("\(day.zh)起", "since \(day.en)")
  }

  func row(_ matter: OpenMatter, more: Int) -> HTML {
    """
    <li><a href="\(Paths.portalMatter(matter.id))"><b>\(title(matter), language)</b></a>\
    <span class="soft">\(state(matter), language) · \(crowd(matter, more: more), language) · \(since(matter), language)</span></li>
    """
  }
}
