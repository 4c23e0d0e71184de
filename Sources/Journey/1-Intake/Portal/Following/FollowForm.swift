import Web
import Workdays

/// How somebody proves to be the one who said it.
enum FollowForm {
  static let fields: Form = [
    .required(
      "number", .identifier, Phrase("诉求编号", "Number of your case"),
      help: Phrase(
        "提交时给您的编号，字母不分大小写。", "The number you were given; capitals do not matter.")),
    .required(
      "digits", .line(12), Phrase("电话后四位，或查询码", "Last four digits of your telephone, or your code"),
      help: Phrase(
        "反映问题时留的那个电话；匿名的请填凭条上的六位查询码。", "Of the telephone that you left with us; if you stayed anonymous, the six digits on your slip.")),
  ]
}
