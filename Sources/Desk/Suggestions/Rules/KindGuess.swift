import Casework

/// What sort of demand it sounds like, where nobody has said.
public enum KindGuess {
  private static let signs: [(Kind, [String])] = [
    (.praise, ["表扬", "感谢", "锦旗"]), (.report, ["举报", "违法", "偷税"]),
    (.suggestion, ["建议", "希望增加", "希望增设"]), (.complaint, ["投诉", "乱收费", "态度恶劣", "太吵", "扰民", "拖欠", "直排"]),
    (.consultation, ["咨询", "请问", "想问", "怎么办理", "如何办理", "什么时候", "多少钱", "能不能", "是否可以", "要什么材料"]),
  ]

  /// The first that one of its words speaks for; a request for help otherwise.
  /// - Parameter kinds: those that the city takes.
  public static func kind(of text: String, among kinds: [Kind]) -> Kind {
    let found = signs.first { kind, words in kinds.contains(kind) && words.contains { text.contains($0) } }
    return found?.0 ?? .help
  }
}
