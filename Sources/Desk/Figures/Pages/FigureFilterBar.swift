import Casework
import Web
import Workdays

/// The form with which a reader says what the figures are to be about. It works without a script.
struct FigureFilterBar {
  let asking: FigureAsking
  let call: Call
  /// The page that asks.
  var path = Paths.figures
  /// Where the page shows no tiles, the figure is chosen here.
  var metrics: [Metric] = []

  private var language: Language { call.language }
  private var question: FigureQuestion { asking.question }

  func render() -> HTML {
    """
    <form class="filter" method="get" action="\(path)">
    \(metric)
    \(select("period", Phrase("时间", "Period"), periods, question.period.key, all: nil))
    \(when(units.count > 1) { select("unit", Phrase("单位", "Unit"), units, question.unit?.value, all: Phrase("全部单位", "All units")) })
    \(select("area", Phrase("区域", "Area"), areas, question.area?.value, all: Phrase("全部区域", "All areas")))
    \(select("category", Phrase("分类", "Category"), categories, question.category?.value, all: Phrase("全部分类", "All categories")))
    \(select("channel", Phrase("渠道", "Channel"), channels, question.channel?.rawValue, all: Phrase("全部渠道", "All channels")))
    <div class="buttons"><button class="primary">\(Phrase("查看", "Show"), language)</button>
    <a class="quiet" href="\(Paths.asking(path, [(name: "metric", value: question.metric.key)]))">\
    \(Phrase("清除条件", "Clear"), language)</a></div>
    </form>
    """
  }

  private var metric: HTML {
    guard !metrics.isEmpty else { return "<input type=\"hidden\" name=\"metric\" value=\"\(question.metric.key)\">" }
    return select(
      "metric", Phrase("指标", "Figure"), metrics.map { Choice($0.key, $0.phrase) }, question.metric.key, all: nil)
  }

  private func select(_ name: String, _ label: Phrase, _ choices: [Choice], _ chosen: String?, all: Phrase?) -> HTML {
    let options = HTML.each(choices) { choice in
      "<option value=\"\(choice.value)\"\(attribute: "selected", if: choice.value == chosen)>\(choice.label, language)</option>"
    }
    let every = when(all) { "<option value=\"\">\($0, language)</option>" }
    return "<label>\(label, language)<select name=\"\(name)\">\(every)\(options)</select></label>"
  }

  private var periods: [Choice] {
    let today = call.now.day
    let month = String("\(today)".prefix(7))
    let lastMonth = String("\(today.adding(days: -today.day))".prefix(7))
    let quarter = "\(today.year)-Q\((today.month + 2) / 3)"
    var choices = [
      Choice("7d", Phrase("近 7 天", "Last 7 days")), Choice("30d", Phrase("近 30 天", "Last 30 days")),
      Choice("90d", Phrase("近 90 天", "Last 90 days")), Choice(month, Phrase("本月", "This month")),
      Choice(lastMonth, Phrase("上月", "Last month")), Choice(quarter, Phrase("本季度", "This quarter")),
      Choice("\(today.year)", Phrase("今年", "This year")), Choice("\(today.year - 1)", Phrase("去年", "Last year")),
    ]
    if !choices.contains(where: { $0.value == question.period.key }) {
      choices.append(Choice(question.period.key, question.period.phrase))
    }
    return choices
  }

  /// Those of the reader's own figures, each set in by its depth.
  private var units: [Choice] {
    let seen = asking.reach.units.map(Set.init)
    let organisation = asking.profile.units
    let start = organisation.path(to: asking.reach.top).count
    return call.references.options(.unit).compactMap { choice in
      guard seen?.contains(UnitID(choice.value)) != false else { return nil }
      let depth = organisation.path(to: UnitID(choice.value)).count - start
      let indent = String(repeating: "　", count: max(0, depth))
      return Choice(choice.value, Phrase("\(indent)\(choice.label.zh)", "\(indent)\(choice.label.en)"))
    }
  }

  private var areas: [Choice] {
    let territory = asking.profile.territory
    return asking.profile.areas.map { area in
      let indent = String(repeating: "　", count: max(0, territory.chain(of: area.id).count - 1))
      return Choice(area.id.value, Phrase("\(indent)\(area.name.zh)", "\(indent)\(area.name.en)"))
    }
  }

  /// The first level, and what stands around and below the chosen one.
  private var categories: [Choice] {
    let taxonomy = asking.profile.taxonomy
    let chosen = question.category
    return taxonomy.roots.flatMap { root -> [Choice] in
      guard let chosen, chosen.top == root.id else { return [Choice(root.id.value, root.name)] }
      let open = root.all.filter { $0.id.path.count <= chosen.path.count + 1 && ($0.id.isWithin(chosen) || chosen.isWithin($0.id)) }
      return open.map { node in
        let indent = String(repeating: "　", count: node.id.path.count - 1)
        return Choice(node.id.value, Phrase("\(indent)\(node.name.zh)", "\(indent)\(node.name.en)"))
      }
    }
  }

  private var channels: [Choice] { Channel.allCases.map { Choice($0.rawValue, $0.phrase) } }
}
