import Casework
import Workdays

/// A body that is no JSON, with the place where reading stopped.
public struct JSONProblem: Problem, Hashable {
  public enum Reason: Sendable, Hashable {
    case empty, unexpected, unfinished, badNumber, badEscape, control, badUTF8, tooDeep, trailing
    case duplicate(String)
  }

  public let reason: Reason
  /// The byte at which reading stopped, counted from 0.
  public let position: Int

  public var status: Int { 400 }
  public var code: String { "malformed-json" }
  public var gravity: Gravity { .debug }

  public var sentence: Phrase {
    let why = self.why
    return Phrase("JSON 第 \(position) 字节处有误：\(why.zh)。", "The JSON is wrong at byte \(position): \(why.en).")
  }

  private var why: Phrase {
    switch reason {
    case .empty: Phrase("内容为空", "it is empty")
    case .unexpected: Phrase("出现了不该有的字符", "a character that may not stand here")
    case .unfinished: Phrase("内容不完整", "it ends too early")
    case .badNumber: Phrase("数字写法不对", "a number is written wrongly")
    case .badEscape: Phrase("转义写法不对", "an escape is written wrongly")
    case .control: Phrase("字符串中有控制字符", "a control character in a string")
    case .badUTF8: Phrase("不是有效的 UTF-8", "it is not valid UTF-8")
    case .tooDeep: Phrase("嵌套过深", "it is nested too deeply")
    case .trailing: Phrase("结尾有多余内容", "something follows the end")
    case .duplicate(let name): Phrase("成员“\(name)”重复", "the member \"\(name)\" is there twice")
    }
  }
}
