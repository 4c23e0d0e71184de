import Workdays

extension ClockKind {
  /// What must be done in time, to be read after “by such a moment”, in words for citizens.
  public var aim: Phrase {
    switch self {
    case .transfer: Phrase("交给负责的单位", "it is given to the office in charge")
    case .sign: Phrase("由负责的单位接手", "the office in charge takes it up")
    case .firstContact: Phrase("由负责的单位联系您", "the office in charge contacts you")
    case .handling: Phrase("办理并答复您", "it is handled and answered")
    case .extension: Phrase("决定是否延期", "it is decided whether more time is given")
    case .redo: Phrase("重新办理并答复您", "it is done again and answered")
    case .commitment: Phrase("兑现对您的承诺", "what you were promised is done")
    case .followUp: Phrase("回访您", "you are called back")
    case .continuedReport: Phrase("告诉您后续进展", "you hear how it went on")
    case .returnWindow: Phrase("由承办单位提出异议", "the office may object that it is not its duty")
    case .ruling: Phrase("确定由哪个单位负责", "it is settled which office is in charge")
    }
  }
}

extension Clock {
  /// 最迟2026年10月12日（星期一）16:10办理并答复您：从9月30日（星期三）16:10起算4个工作日，其中10月1日至7日（国庆节）不算。
  public var sentence: Phrase {
    let (aim, end, why) = (kind.aim, deadline.end, deadline.reason)
    return Phrase("最迟\(end.zh)\(aim.zh)：\(why.zh)。", "By \(end.en) \(aim.en): \(why.en).")
  }
}
