import Workdays
import Yams

/// One file of a profile: YAML to branches, with its base below.
enum ProfileFile {
  /// More values than any city has; it bounds what aliases can blow up to.
  private static let mostValues = 200_000

  /// The tree of `yaml`, merged over what it extends; nil when it cannot be read at all, or when what it extends is not there:
  /// everything that would then be missing follows from that one fault.
  static func load(
    _ yaml: String, file: String, chain: [String], book: ProblemBook, base: (String) throws -> String
  ) -> Branch? {
    guard var tree = parse(yaml, file: file, book: book) else { return nil }
    guard case .map(let pairs) = tree.content, let extends = tree["extends"] else { return tree }
    tree.content = .map(pairs.filter { $0.key.text != "extends" })
    guard let name = extends.text, !name.isEmpty else {
      book.report(extends, "extends 应写一个文件名", "extends must name one file", "例如 base/national.yaml", "For example base/national.yaml")
      return nil
    }
    guard !chain.contains(name) else {
      let way = (chain + [name]).joined(separator: " → ")
      book.report(
        extends, "继承成环：\(way)", "the profiles extend each other in a circle: \(way)", "请去掉其中一个 extends",
        "Remove one of the extends")
      return nil
    }
    guard let text = try? base(name) else {
      book.report(
        extends, "找不到所继承的 \(name)", "there is no \(name) to extend", "请核对文件名（相对方案目录）",
        "Check the name (relative to the folder of profiles)")
      return nil
    }
    guard let below = load(text, file: name, chain: chain + [name], book: book, base: base) else { return nil }
    return tree.merged(over: below, book: book)
  }

  private static func parse(_ yaml: String, file: String, book: ProblemBook) -> Branch? {
    guard yaml.utf8.count <= ProfileReader.largestFile else {
      broken(file, 1, "文件过大", "the file is too large", book)
      return nil
    }
    do {
      guard let root = try Yams.compose(yaml: yaml, .basic) else {
        broken(file, 1, "文件是空的", "the file is empty", book)
        return nil
      }
      var left = mostValues
      guard let branch = branch(root, file: file, left: &left) else {
        broken(file, 1, "文件的值过多", "the file has too many values", book)
        return nil
      }
      return branch
    } catch {
      let (line, what) = explain(error)
      broken(file, line, "不是合法的 YAML：\(what)", "this is not YAML: \(what)", book)
      return nil
    }
  }

  private static func broken(_ file: String, _ line: Int, _ zh: String, _ en: String, _ book: ProblemBook) {
    let remedy = Phrase("请对照 docs/profile.md 检查缩进、引号和重复的键", "Check indentation, quotes and repeated keys against docs/profile.md")
    book.report(file: file, line: line, Phrase(zh, en), remedy)
  }

  private static func explain(_ error: any Error) -> (line: Int, what: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .duplicatedKeysInMapping(let keys, let context):
      (context.mark.line, "repeated key \(keys.joined(separator: ", "))")
    case .reader(let problem, _, _, _): (1, problem)
    default: (1, "\(error)")
    }
  }

  /// Nil when there are more values than are `left`.
  private static func branch(_ node: Node, file: String, left: inout Int) -> Branch? {
    left -= 1
    guard left > 0 else { return nil }
    let content: Branch.Content
    switch node {
    case .scalar(let scalar): content = .text(scalar.string)
    case .sequence(let items):
      var list: [Branch] = []
      for item in items {
        guard let item = branch(item, file: file, left: &left) else { return nil }
        list.append(item)
      }
      content = .list(list)
    case .mapping(let entries):
      var pairs: [Branch.Pair] = []
      for (key, value) in entries {
        guard let key = branch(key, file: file, left: &left), let value = branch(value, file: file, left: &left) else { return nil }
        pairs.append(Branch.Pair(key: key, value: value))
      }
      content = .map(pairs)
    case .alias: content = .text("")
    }
    return Branch(
      file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 0, replaces: node.tag.description == "!replace",
      content: content)
  }
}
