import Casework
import Profiles
import Web
import Workdays

/// The profile at a glance: what holds now, what will hold, what is being drafted, and where each part is.
struct OverviewPage {
  private let frame: ProfileFrame

  init(_ frame: ProfileFrame) { self.frame = frame }

  private var language: Language { frame.language }

  func render(inForce: Profile, _ releases: [ProfileReleases.Item]) -> HTML {
    let side: HTML = "\(draft)\(coming(inForce, releases))"
    let export: HTML =
      "<a class=\"secondary\" href=\"\(Paths.profileRelease(inForce.version))/file\">\(Phrase("导出 YAML", "Export as YAML"), language)</a>"
    return frame.page(
      Phrase("城市方案", "The city's profile"), .overview, add: export,
      "<div class=\"columns\"><div>\(now(inForce))\(parts)</div><aside class=\"stack\">\(side)</aside></div>")
  }

  private func now(_ profile: Profile) -> HTML {
    frame.panel(
      Phrase("现行", "In force"),
      frame.facts([
        (Phrase("名称", "Name"), frame.say(profile.name)), (Phrase("版本", "Release"), "\(profile.version)"),
        (Phrase("生效日期", "Holds from"), frame.say(profile.effective.phrase)),
        (Phrase("编号前缀", "Prefix of numbers"), HTML(escaping: profile.prefix)),
        (
          Phrase("派单目录", "Dispatch catalogue"),
          frame.say(Phrase("第 \(profile.catalogue.version) 版", "version \(profile.catalogue.version)"))
        ),
        (Phrase("日历覆盖至", "Calendar reaches"), frame.say(profile.calendar.covers.upperBound.phrase)),
      ]))
  }

  private var parts: HTML {
    let profile = frame.profile
    let items: [(String, Phrase, Phrase)] = [
      (
        Paths.profileLimits, Phrase("时限", "Limits"),
        Phrase(
          "\(profile.limits.rules.count) 条：每个时钟按类型、紧急程度、类别、单位、季节走多久",
          "\(profile.limits.rules.count) lines: how long each clock runs, by kind, urgency, category, unit and season")
      ),
      (
        Paths.profileUnits, Phrase("单位", "Units"),
        Phrase("\(profile.units.units.count) 个：谁承办、归谁管、几点上班", "\(profile.units.units.count): who handles, below whom, at which hours")
      ),
      (
        Paths.profileAreas, Phrase("区域", "Areas"),
        Phrase("\(profile.areas.count) 个：名称、标注点、地图上的边界", "\(profile.areas.count): names, marks and borders on the map")
      ),
      (
        Paths.profileCalendar, Phrase("工作时间", "Working time"),
        Phrase("全市和各单位几点上班，哪天不同", "The hours of the city and its units, and days that differ")
      ),
      (
        Paths.profileLadder, Phrase("时限节点", "Ladder"),
        Phrase(
          "\(profile.policy.ladder.count) 个：到点自动发生什么、告诉谁", "\(profile.policy.ladder.count) rungs: what happens by itself, and who is told")
      ),
      (
        Paths.profilePolicy, Phrase("办理政策", "Policy"),
        Phrase("退单、延期、挂起、重办、回访、查询、公开", "Returns, extensions, suspensions, call-backs, following, what is public")
      ),
      (
        Paths.profileScope, Phrase("受理范围与理由", "Scope and reasons"),
        Phrase("受理什么、不受理什么、告知哪条法定途径，各种理由选项", "What is taken or not, which legal route is told, and the lists of reasons")
      ),
      (
        Paths.profileGuides, Phrase("登记向导", "Guides"),
        Phrase("\(profile.guides.count) 类：登记时问什么、一键填什么", "\(profile.guides.count) categories: what is asked, and texts for the answer")
      ),
      (
        Paths.profileLetters, Phrase("函件", "Letters"),
        Phrase(
          "\(profile.letters.count) 种：受理、延期、答复、督办时写什么",
          "\(profile.letters.count): what is written when, to citizens and in supervision notices")
      ),
      (
        Paths.profileFormulas, Phrase("统计公式", "Formulas"),
        Phrase("\(profile.formulas.count) 个比率：什么除以什么", "\(profile.formulas.count) shares: what of what")
      ),
      (
        Paths.catalogue, Phrase("派单目录", "Dispatch catalogue"),
        Phrase("\(profile.catalogue.rules.count) 条规则：哪类事项由谁牵头", "\(profile.catalogue.rules.count) rules: who leads in which matter")
      ),
      (Paths.calendar, Phrase("放假安排", "Holidays"), Phrase("导入国务院公布的年份", "Import a published year")),
    ]
    let shown = items.filter { $0.0 != Paths.calendar || frame.mayEdit }
    let cards = HTML.each(shown) { path, name, what -> HTML in
      "<li><a href=\"\(path)\">\(name, language)</a><span class=\"soft\">\(what, language)</span></li>"
    }
    return frame.panel(Phrase("各部分", "Its parts"), "<ul class=\"parts\">\(cards)</ul>")
  }

  private var draft: HTML {
    guard frame.hasChanges else {
      let words = Phrase("没有未发布的改动。", "Nothing is waiting to be released.")
      return frame.panel(Phrase("草稿", "Draft"), frame.note(words))
    }
    let (count, link) = (frame.view.changes.count, Phrase("查看、预演、发布", "See, preview, release"))
    let words = Phrase("\(count) 处改动尚未发布。", "\(count) change(s) not yet released.")
    return frame.panel(
      Phrase("草稿", "Draft"),
      "<p>\(words, language)</p><p><a class=\"primary\" href=\"\(Paths.profileDraft)\">\(link, language)</a></p>")
  }

  private func coming(_ inForce: Profile, _ releases: [ProfileReleases.Item]) -> HTML {
    let later = releases.filter { $0.withdrawnAt == nil && $0.effective > frame.call.now.day }
    return when(!later.isEmpty) {
      let items = HTML.each(later) { item -> HTML in
        let words = Phrase("第 \(item.id) 版自 \(item.effective.phrase.zh) 起生效", "Release \(item.id) holds from \(item.effective.phrase.en)")
        return "<li><a href=\"\(Paths.profileComparison(inForce.version, item.id))\">\(words, language)</a></li>"
      }
      return frame.panel(Phrase("将要生效", "To come"), "<ul class=\"links\">\(items)</ul>")
    }
  }
}
