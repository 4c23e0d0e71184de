import Casework
import Workdays

extension WebProblem {
  public var sentence: Phrase {
    switch self {
    case .signedOut: Phrase("请先登录。", "Sign in first.")
    case .badToken: Phrase("令牌无效或已停用；请向管理员领取新的。", "The token is wrong or withdrawn; ask your administrator for a new one.")
    case .forbidden(let access):
      Phrase("您没有这项权限；此操作由\(access.phrase.zh)办理。", "This is not for your account; it is done by: \(access.phrase.en).")
    case .noPage: Phrase("没有这个地址；请检查链接。", "There is nothing at this address; check the link.")
    case .badMethod(let allowed):
      Phrase("此地址只接受 \(allowed.joined(separator: "、"))。", "This address takes only \(allowed.joined(separator: ", ")).")
    case .tooLarge(let limit):
      Phrase("内容过大：最多 \(size(limit))；尚未保存。", "Too large: at most \(size(limit)); nothing was saved.")
    case .badType(let expected):
      Phrase("内容类型不对：应为 \(expected)。", "The wrong type of content: send \(expected).")
    case .malformedForm: Phrase("表单内容无法读取；请返回后重试。", "The form could not be read; go back and try again.")
    case .malformedUpload: Phrase("上传内容不完整；请重新上传。", "The upload is not whole; send it again.")
    case .crossSite: Phrase("此请求来自别的网站，已拒绝。", "This was sent from another site and is refused.")
    case .staleForm:
      Phrase(
        "页面已过期，尚未保存；下面是您填写的内容，请核对后再提交一次。", "The page was out of date and nothing was saved; look at what you typed and send it once more.")
    case .badKey:
      Phrase("Idempotency-Key 应为 1 至 200 个可见 ASCII 字符。", "An Idempotency-Key has 1 to 200 visible ASCII characters.")
    case .onlyCompressed: Phrase("此文件只以 gzip 压缩提供。", "This file is served compressed with gzip only.")
    case .refused: Phrase("请求无法处理。", "The request cannot be handled.")
    }
  }

  private func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes >> 10) KB"
  }
}

/// Anything that nobody foresaw: the person gets a reference, the log gets the error, nobody else gets anything.
struct UnexpectedProblem: Problem {
  let reference: String

  var status: Int { 500 }
  var code: String { "unexpected" }
  var gravity: Gravity { .error }
  var sentence: Phrase {
    Phrase(
      "系统出现意外错误，此次操作未保存；请稍后重试，仍不行请告知管理员编号 \(reference)。",
      "Something unexpected went wrong and this was not saved; try again later or tell your administrator the reference \(reference).")
  }
}
