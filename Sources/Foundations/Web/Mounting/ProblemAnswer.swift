import Casework
import HTTPTypes
import Hummingbird
import NIOCore
import Workdays

/// A problem as an answer.
enum ProblemAnswer {
  /// `application/problem+json` (RFC 9457) in the language that the caller asked for.
  static func json(_ problem: any Problem, _ language: Language, at now: Moment) -> Response {
    var headers = headers(of: problem, at: now)
    headers[.contentType] = "application/problem+json; charset=utf-8"
    headers[.contentLanguage] = language == .zh ? "zh-CN" : "en"
    if problem.status == 401 { headers[.wwwAuthenticate] = challenge(problem) }
    let body = document(problem, language).bytes.buffer
    return Response(status: .init(code: problem.status), headers: headers, body: .init(byteBuffer: body))
  }

  static func document(_ problem: any Problem, _ language: Language) -> JSONValue {
    let errors = problem.fields.map { field in
      JSONValue.members(("field", .text(field.field)), ("reason", .text(field.reason[language])))
    }
    return .members(
      ("type", .text("urn:lianxin:problem:\(problem.code)")),
      ("title", .text(title(problem.status)[language])),
      ("status", .count(problem.status)),
      ("detail", .text(problem.sentence[language])),
      ("errors", errors.isEmpty ? nil : .list(errors)),
      ("possible", problem.possible.isEmpty && problem.status != 409 ? nil : .texts(problem.possible)))
  }

  /// What every answer with this problem carries, on both surfaces.
  static func headers(of problem: any Problem, at now: Moment) -> HTTPFields {
    var headers: HTTPFields = [.cacheControl: "no-store"]
    if case .badMethod(let allowed)? = problem as? WebProblem { headers[.allow] = allowed.joined(separator: ", ") }
    if let again = problem.again {
      // Whole seconds, rounded up: at that moment it works.
      headers[.retryAfter] = String(max(1, (again.milliseconds - now.milliseconds + 999) / 1000))
    } else if problem.status == 429 || problem.status == 503 {
      headers[.retryAfter] = problem.status == 429 ? "60" : "2"
    }
    return headers
  }

  private static func challenge(_ problem: any Problem) -> String {
    problem.code == WebProblem.badToken.code ? "Bearer realm=\"lianxin\", error=\"invalid_token\"" : "Bearer realm=\"lianxin\""
  }

  /// The status in words.
  static func title(_ status: Int) -> Phrase {
    switch status {
    case 400: Phrase("请求无法读取", "The request cannot be read")
    case 401: Phrase("需要登录", "Sign-in needed")
    case 403: Phrase("没有权限", "Not allowed")
    case 404: Phrase("没有找到", "Not found")
    case 405: Phrase("方法不支持", "Method not supported")
    case 406: Phrase("格式不支持", "Format not supported")
    case 409: Phrase("当前状态下不能这样办理", "Not possible in this state")
    case 413: Phrase("内容过大", "Too large")
    case 415: Phrase("内容类型不支持", "Type not supported")
    case 422: Phrase("填写有误", "Invalid input")
    case 423, 429: Phrase("请求过于频繁", "Too many requests")
    case 503: Phrase("系统繁忙", "Busy")
    case 500...: Phrase("系统出错", "Something went wrong")
    default: Phrase("请求未能完成", "The request was not done")
    }
  }
}
