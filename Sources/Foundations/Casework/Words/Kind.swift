import Workdays

/// What sort of demand an appeal or order is (source 14).
public enum Kind: String, Codable, Sendable, CaseIterable, Worded {
  case consultation, help, complaint, report, suggestion, praise
  /// A complaint about the hotline's own staff: handled outside the agent's group.
  case staffComplaint = "staff-complaint"
  case invalid

  public var phrase: Phrase {
    switch self {
    case .consultation: Phrase("咨询", "Consultation")
    case .help: Phrase("求助", "Request for help")
    case .complaint: Phrase("投诉", "Complaint")
    case .report: Phrase("举报", "Report of wrongdoing")
    case .suggestion: Phrase("建议", "Suggestion")
    case .praise: Phrase("表扬", "Praise")
    case .staffComplaint: Phrase("对热线人员的投诉", "Complaint about our staff")
    case .invalid: Phrase("无效", "Invalid")
    }
  }
}

/// How soon somebody must move.
public enum Urgency: String, Codable, Sendable, CaseIterable, Comparable, Worded {
  case normal, urgent, critical

  public var phrase: Phrase {
    switch self {
    case .normal: Phrase("一般", "Normal")
    case .urgent: Phrase("紧急", "Urgent")
    case .critical: Phrase("特急", "Critical")
    }
  }

  public static func < (one: Self, other: Self) -> Bool {
    allCases.firstIndex(of: one) ?? 0 < allCases.firstIndex(of: other) ?? 0
  }
}

/// The way by which an appeal reached us.
public enum Channel: String, Codable, Sendable, CaseIterable, Worded {
  case phone, sms, wechat, weibo, mailbox, email, board, letter, walkin, app, open311

  public var phrase: Phrase {
    switch self {
    case .phone: Phrase("电话", "Phone")
    case .sms: Phrase("短信", "SMS")
    case .wechat: Phrase("微信", "WeChat")
    case .weibo: Phrase("微博", "Weibo")
    case .mailbox: Phrase("网上信箱", "Web mailbox")
    case .email: Phrase("电子邮件", "E-mail")
    case .board: Phrase("留言板", "Message board")
    case .letter: Phrase("来信", "Letter")
    case .walkin: Phrase("来访", "Walk-in")
    case .app: Phrase("客户端", "App")
    case .open311: Phrase("Open311 接口", "Open311")
    }
  }
}

/// A value that people read as words in their own language.
public protocol Worded {
  var phrase: Phrase { get }
}
