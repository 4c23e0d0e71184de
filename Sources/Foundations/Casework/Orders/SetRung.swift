import Workdays

/// A rung as it was set when its clock started, so that a later rule does not move it. In JSON one text:
/// `1790728200000 yellow-card@-1wd unit,supervisor`, with the moment at which it was reached behind it.
public struct SetRung: Hashable, Sendable {
  /// By which it is known on its clock (`Rung.code`).
  public let code: String
  public let what: Rung.What
  public let to: [Rung.Audience]
  public let at: Moment
  public var reachedAt: Moment?

  public init(code: String, what: Rung.What, to: [Rung.Audience], at: Moment, reachedAt: Moment? = nil) {
    self.code = code
    self.what = what
    self.to = to
    self.at = at
    self.reachedAt = reachedAt
  }

  public init(_ rung: Rung, at: Moment) { self.init(code: rung.code, what: rung.what, to: rung.to, at: at) }

  public var isReached: Bool { reachedAt != nil }
}

extension SetRung: Codable {
  private var text: String {
    let to = to.isEmpty ? "-" : to.map(\.rawValue).joined(separator: ",")
    let text = "\(at.milliseconds) \(code) \(to)"
    return reachedAt.map { "\(text) \($0.milliseconds)" } ?? text
  }

  private init?(text: String) {
    let parts = text.split(separator: " ")
    guard (3...4).contains(parts.count), let at = Int64(parts[0]),
      let what = Rung.What(rawValue: String(parts[1].prefix { $0 != "@" }))
    else { return nil }
    let names = parts[2] == "-" ? [] : parts[2].split(separator: ",")
    let to = names.compactMap { Rung.Audience(rawValue: String($0)) }
    let reached = parts.count == 4 ? Int64(parts[3]) : nil
    guard to.count == names.count, parts.count == 3 || reached != nil else { return nil }
    self.init(
      code: String(parts[1]), what: what, to: to, at: Moment(milliseconds: at), reachedAt: reached.map { Moment(milliseconds: $0) })
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let rung = SetRung(text: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no rung")
    }
    self = rung
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
