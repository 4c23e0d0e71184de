import Casework
import Workdays

/// The taxonomy: names under names, `城乡建设 | Construction: {供热 | Heating: [室温不达标 | Rooms too cold]}`.
extension Reader {
  func taxonomy() -> Taxonomy {
    guard let section = required("categories") else { return Taxonomy() }
    return Taxonomy(section.categories(below: nil))
  }

  /// A map of names and what is below them, or a list of names; nothing is a leaf.
  private func categories(below parent: CategoryID?) -> [CategoryNode] {
    if branch.isEmpty { return [] }
    var seen: Set<CategoryID> = []
    return names().compactMap { name, children in
      guard let node = name.category(below: parent, children) else { return nil }
      guard seen.insert(node.id).inserted else {
        name.report("类别“\(node.id)”重复", "the category “\(node.id)” stands here twice", "请删去或改名其中一个", "Remove or rename one of them")
        return nil
      }
      return node
    }
  }

  private func names() -> [(name: Reader, children: Reader?)] {
    guard case .list(let items) = branch.content else { return pairs().map { ($0.key, $0.value) } }
    var names: [(name: Reader, children: Reader?)] = []
    for item in items.map({ Reader($0, book) }) {
      if case .map = item.branch.content {
        names += item.pairs().map { ($0.key, $0.value) }
      } else {
        names.append((item, nil))
      }
    }
    return names
  }

  private func category(below parent: CategoryID?, _ children: Reader?) -> CategoryNode? {
    let name = Self.phrase(branch.text ?? "")
    guard !name.zh.isEmpty, !name.en.isEmpty else {
      report("类别没有名称", "a category has no name", "请写“中文 | English”", "Write “中文 | English”")
      return nil
    }
    guard !name.zh.contains("|"), !name.en.contains("|") else {
      report(
        "类别名称“\(branch.text ?? "")”中的“|”不完整", "the “|” in the category name “\(branch.text ?? "")” lacks a side",
        "请写“中文 | English”，竖线两侧各空一格", "Write “中文 | English” with a space and words on both sides")
      return nil
    }
    guard !name.zh.contains("/") else {
      report(
        "类别名称“\(name.zh)”含有“/”", "the category name “\(name.zh)” has a “/”", "请换用“、”；“/”用来分隔级别",
        "Write “、” instead; “/” separates the levels")
      return nil
    }
    let id = CategoryID(parent.map { "\($0)/\(name.zh)" } ?? name.zh)
    return CategoryNode(id: id, name: name, children: children?.categories(below: id) ?? [])
  }
}
