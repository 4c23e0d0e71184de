import Workdays

/// A telephone number under which the city is or was reached.
public struct HotlineLine: Hashable, Codable, Sendable {
  public enum Mode: String, Codable, Sendable, CaseIterable, Worded {
    /// The hotline's own number.
    case main
    /// A second number of the hotline, side by side with the main one 双号并行 (source 002).
    case parallel
    /// A department's line that still rings and is answered by the hotline.
    case joined
    /// A department's line that exists no more.
    case closed

    public var phrase: Phrase {
      switch self {
      case .main: Phrase("主号", "Main number")
      case .parallel: Phrase("双号并行", "Parallel number")
      case .joined: Phrase("整合保留", "Joined")
      case .closed: Phrase("已取消", "Closed")
      }
    }
  }

  public let number: String
  public let name: Phrase
  public let mode: Mode

  public init(number: String, name: Phrase, mode: Mode) {
    self.number = number
    self.name = name
    self.mode = mode
  }
}

/// An account under which a channel is reached: a Weibo name, a mobile number for text messages.
public struct ChannelAccount: Hashable, Codable, Sendable {
  public let channel: Channel
  /// Empty when the channel needs none.
  public let account: String
  public let name: Phrase

  public init(channel: Channel, account: String = "", name: Phrase) {
    self.channel = channel
    self.account = account
    self.name = name
  }
}

/// A line that saves lives and is never merged into the hotline.
public struct EmergencyLine: Hashable, Codable, Sendable {
  public let number: String
  public let name: Phrase

  public init(number: String, name: Phrase) {
    self.number = number
    self.name = name
  }
}
