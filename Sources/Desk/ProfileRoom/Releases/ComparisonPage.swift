import Casework
import Profiles
import Web
import Workdays

/// Two releases: what differs in words, then the two files side by side.
struct ComparisonPage {
  private let frame: ProfileFrame

  init(_ frame: ProfileFrame) { self.frame = frame }

  private var language: Language { frame.language }

  func render(_ old: Profile, _ new: Profile, _ changes: [ProfileChange], _ items: [ProfileReleases.Item]) -> HTML {
    let title = Phrase("第 \(old.version) 版与第 \(new.version) 版", "Release \(old.version) and release \(new.version)")
    let choice = ReleasesPage.choice(items, old.version, new.version, frame)
    guard !changes.isEmpty else {
      let words = Phrase("两个版本没有不同。", "The two releases do not differ.")
      return frame.page(title, .releases, "\(choice)\(EmptyState.render(words, language: language))")
    }
    return frame.page(title, .releases, "\(choice)\(inWords(changes))\(files(old, new))")
  }

  private func inWords(_ changes: [ProfileChange]) -> HTML {
    let sections = ProfileSection.allCases.compactMap { section -> HTML? in
      let own = changes.filter { $0.section == section }
      guard !own.isEmpty else { return nil }
      return "<h3>\(section.phrase, language)</h3><ul class=\"changes\">\(HTML.each(own, line))</ul>"
    }
    return frame.panel(Phrase("\(changes.count) 处不同", "\(changes.count) difference(s)"), "\(sections)")
  }

  private func line(_ change: ProfileChange) -> HTML {
    let values: HTML =
      switch change.what {
      case .added: "\(change.after, language)"
      case .removed: "<del>\(change.before, language)</del>"
      case .changed, .moved: "<del>\(change.before, language)</del> → <ins>\(change.after, language)</ins>"
      }
    return
      "<li class=\"\(change.what.rawValue)\"><span class=\"tag\">\(change.what.phrase, language)</span> <strong>\(change.subject, language)</strong> \(values)</li>"
  }

  private func files(_ old: Profile, _ new: Profile) -> HTML {
    let difference = TextDifference(ProfileWriter.export(old), ProfileWriter.export(new))
    let heads = HTML.each([old.version, new.version]) { version -> HTML in
      "<th scope=\"col\" colspan=\"2\">\(Phrase("第 \(version) 版", "Release \(version)"), language)</th>"
    }
    let bodies = HTML.each(difference.hunks) { hunk -> HTML in "<tbody>\(HTML.each(hunk, row))</tbody>" }
    let table: HTML = """
      <div class="diff-scroll" tabindex="0" role="region" aria-label="\(Phrase("文件对比", "The files side by side"), language)">
      <table class="diff"><colgroup><col class="place"><col><col class="place"><col></colgroup><thead><tr>\(heads)</tr></thead>\(bodies)</table></div>
      """
    return frame.panel(Phrase("文件对比", "The files side by side"), table)
  }

  private func row(_ row: TextDifference.Row) -> HTML {
    func side(_ line: TextDifference.Line?, _ mark: String) -> HTML {
      let look = row.isSame ? nil : line == nil ? "none" : mark
      return "<td class=\"number\">\(line.map { String($0.number) })</td><td\(attribute: "class", look)><code>\(line?.text)</code></td>"
    }
    return "<tr>\(side(row.left, "gone"))\(side(row.right, "come"))</tr>"
  }
}
